// Knows the life of a clause: its number, how far it has come, and what an edit, a split and a strike mean for it.
import { refuse } from '../refusal.ts'
import type { SectionStage } from './programme.ts'

/** As stored. That changes are open is told from the amendments, never stored: see `shownStage`. */
export const clauseStages = ['raw', 'consulted', 'ready', 'adopted'] as const
export type ClauseStage = (typeof clauseStages)[number]

export const shownStages = ['raw', 'consulted', 'changes', 'ready', 'adopted'] as const
export type ShownStage = (typeof shownStages)[number]

export interface Clause {
  readonly id: string
  readonly standardId: string
  readonly sectionId: string
  readonly conversationId: string
  /** Its place within its section, from 1; struck clauses keep none. */
  readonly place: number | null
  readonly stage: ClauseStage
  /** Markdown. */
  readonly text: string
  readonly html: string
  readonly sanitiser: string
  /** The number of its newest version, from 1. */
  readonly version: number
  /** The twin in plain language, and the version of the clause it was written for; null where there is none. */
  readonly plainText: string | null
  readonly plainHtml: string | null
  readonly plainOf: number | null
  readonly struckAt: string | null
  /** The clause its words went on in, when two were joined. */
  readonly joinedIntoId: string | null
}

/** '3.2': the second clause of the third section. */
export function clauseNumber(section: number, clause: Pick<Clause, 'place'>): string | null {
  return clause.place === null ? null : `${section}.${clause.place}`
}

/** '3.2' taken apart; null for anything else in an address. */
export function readClauseNumber(written: string): { section: number; place: number } | null {
  const match = /^([1-9]\d{0,2})\.([1-9]\d{0,2})$/.exec(written)
  return match ? { section: Number(match[1]), place: Number(match[2]) } : null
}

/** What people read: a clause with open amendments is neither ready nor quietly in consultation. */
export function shownStage(clause: Pick<Clause, 'stage'>, openAmendments: number): ShownStage {
  const { stage } = clause
  return openAmendments > 0 && (stage === 'consulted' || stage === 'ready') ? 'changes' : stage
}

/** A section has come as far as the least advanced of its clauses. */
export function sectionStage(clauses: readonly Pick<Clause, 'stage' | 'struckAt'>[]): SectionStage {
  const standing = clauses.filter(({ struckAt }) => struckAt === null)
  if (standing.length === 0) return 'empty'
  const least = Math.min(...standing.map(({ stage }) => clauseStages.indexOf(stage)))
  return (['written', 'consulted', 'ready', 'adopted'] as const)[least] as SectionStage
}

export function plainIsOutdated(clause: Pick<Clause, 'plainOf' | 'version'>): boolean {
  return clause.plainOf !== null && clause.plainOf < clause.version
}

/** The drafting group's own pen reaches a clause until it is adopted; from then on only amendments change it. */
export function checkEditable(clause: Clause): void {
  if (clause.struckAt !== null) throw refuse('clause_struck')
  if (clause.stage === 'adopted') throw refuse('clause_adopted')
}

/** New words make a new version. An adopted clause whose words a vote changed is adopted in its new words. */
export function reword(clause: Clause, words: Pick<Clause, 'text' | 'html' | 'sanitiser'>): Clause {
  if (clause.struckAt !== null) throw refuse('clause_struck')
  return { ...clause, ...words, version: clause.version + 1 }
}

/** Onwards one step or back; adopted is reached by a vote alone. */
export function setStage(clause: Clause, stage: Exclude<ClauseStage, 'adopted'>): Clause {
  checkEditable(clause)
  return { ...clause, stage }
}

export function adopt(clause: Clause): Clause {
  if (clause.struckAt !== null) throw refuse('clause_struck')
  return { ...clause, stage: 'adopted' }
}

export function strike(clause: Clause, now: string, joinedIntoId: string | null = null): Clause {
  if (clause.struckAt !== null) throw refuse('clause_struck')
  return { ...clause, place: null, struckAt: now, joinedIntoId }
}
