// What can happen to a standard, its clauses, its amendments and the programme's clock.
import type { EventRules } from '../events.ts'
import type { ConsultationTurn } from './standard.ts'

/** What every event of an amendment names: also the clauses whose pages show it. */
export interface OfAmendment {
  readonly standardId: string
  readonly amendmentId: string
  readonly clauseIds: readonly string[]
}

export interface StandardEvents {
  'standard.founded': { standardId: string }
  'standard.changed': { standardId: string }
  'standard.published': { standardId: string }
  'standard.consulted': { standardId: string }
  'standard.adopted': { standardId: string; versionId: string }
  'standard.withdrawn': { standardId: string }
  'standard.consultation-turned': { standardId: string; to: ConsultationTurn }
  'standard.review-due': { standardId: string }
  'clause.drafted': { standardId: string; clauseId: string }
  'clause.changed': { standardId: string; clauseId: string; number: number }
  'clause.moved': { standardId: string; clauseId: string }
  'clause.struck': { standardId: string; clauseId: string }
  'clause.staged': { standardId: string; clauseId: string; stage: string }
  'clause.plain-written': { standardId: string; clauseId: string }
  'clause.card-written': { standardId: string; clauseId: string }
  'amendment.proposed': OfAmendment
  'amendment.cosigned': OfAmendment
  'amendment.recommended': OfAmendment
  'amendment.answered': OfAmendment
  'amendment.put-on-agenda': OfAmendment
  'amendment.taken-off-agenda': OfAmendment
  'amendment.withdrawn': OfAmendment
  'amendment.reopened': OfAmendment
  'amendment.decided': OfAmendment & { outcome: string }
  'amendment.settled': OfAmendment
  'programme.started': { standardId: string }
  'programme.paused': { standardId: string }
  'programme.resumed': { standardId: string }
  'programme.reached': { standardId: string; milestone: string }
  'declaration.made': { standardId: string; declarationId: string }
  'declaration.withdrawn': { standardId: string; declarationId: string }
  'declaration.review-due': { standardId: string; declarationId: string }
  'declaration.confirmed': { standardId: string; declarationId: string }
  'task.given': { standardId: string; taskId: string }
  'task.reminded': { standardId: string; taskId: string }
  'task.done': { standardId: string; taskId: string }
  'draft.saved': { standardId: string; sectionId: string }
  'draft.aside-cleared': { standardId: string; sectionId: string }
}

const standard = {
  topics: (data: { standardId: string }) => ['standards', `standard:${data.standardId}`],
  audience: 'standard.read',
} as const
const clause = {
  topics: (data: { standardId: string; clauseId: string }) => [
    `standard:${data.standardId}`,
    `clause:${data.clauseId}`,
  ],
  audience: 'standard.read',
} as const
/** The clauses it is about tell of it on their pages, too; events of earlier days do not name them. */
const amendment = {
  topics: (data: { standardId: string; amendmentId: string; clauseIds?: readonly string[] }) => [
    `standard:${data.standardId}`,
    `amendment:${data.amendmentId}`,
    ...(data.clauseIds ?? []).map((clauseId) => `clause:${clauseId}`),
  ],
  audience: 'standard.read',
} as const
/** Only the drafting group writes there, and only it is told. */
const workshop = {
  topics: (data: { standardId: string }) => [`workshop:${data.standardId}`],
  audience: 'standard.draft',
} as const

export const standardEvents: EventRules<StandardEvents> = {
  'standard.founded': standard,
  'standard.changed': standard,
  'standard.published': standard,
  'standard.consulted': standard,
  'standard.adopted': standard,
  'standard.withdrawn': standard,
  'standard.consultation-turned': standard,
  'standard.review-due': standard,
  'clause.drafted': clause,
  'clause.changed': clause,
  'clause.moved': clause,
  'clause.struck': clause,
  'clause.staged': clause,
  'clause.plain-written': clause,
  'clause.card-written': clause,
  'amendment.proposed': amendment,
  'amendment.cosigned': amendment,
  'amendment.recommended': amendment,
  'amendment.answered': amendment,
  'amendment.put-on-agenda': amendment,
  'amendment.taken-off-agenda': amendment,
  'amendment.withdrawn': amendment,
  'amendment.reopened': amendment,
  'amendment.decided': amendment,
  'amendment.settled': amendment,
  'programme.started': standard,
  'programme.paused': standard,
  'programme.resumed': standard,
  'programme.reached': standard,
  'declaration.made': standard,
  'declaration.withdrawn': standard,
  'declaration.review-due': standard,
  'declaration.confirmed': standard,
  'task.given': workshop,
  'task.reminded': workshop,
  'task.done': workshop,
  'draft.saved': workshop,
  'draft.aside-cleared': workshop,
}
