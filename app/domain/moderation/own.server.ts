// What was done to one's own texts and account: with the reason, and until when one may object.
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { type AppealOutcome, appealUntil, mayAppeal } from './appeal.ts'
import { asMeasure, getMeasure, measureSubject } from './measure.server.ts'
import type { Measure } from './measure.ts'
import { findThing } from './thing.server.ts'

export interface OwnMeasure
  extends Pick<Measure, 'id' | 'kind' | 'rule' | 'template' | 'reason' | 'at' | 'untilAt' | 'liftedAt'> {
  readonly title: string
  readonly number: number | null
  readonly address: string | null
  readonly html: string | null
  readonly language: string
  readonly reported: boolean
  readonly objectUntil: string
  readonly mayObject: boolean
  readonly appeal: OwnAppeal | null
}

export interface OwnAppeal {
  readonly text: string
  readonly at: string
  readonly outcome: AppealOutcome | null
  readonly outcomeText: string | null
}

export async function listOwnMeasures(ask: Ask): Promise<readonly OwnMeasure[]> {
  if (ask.actor.accountId === null) throw refuse('sign_in_first')
  const rows = await ask.db
    .selectFrom('measure')
    .selectAll()
    .where('affectedId', '=', ask.actor.accountId)
    .where('confirmedAt', 'is not', null)
    .orderBy('at', 'desc')
    .limit(200)
    .execute()
  return Promise.all(rows.map((row) => tellOwn(ask, asMeasure(row))))
}

/** One of them; somebody else's is not there. */
export async function getOwnMeasure(ask: Ask, id: string): Promise<OwnMeasure> {
  if (ask.actor.accountId === null) throw refuse('sign_in_first')
  const measure = await getMeasure(ask.db, id)
  if (measure.confirmedAt === null || !may(ask.actor, 'measure.appeal', measureSubject(measure))) {
    throw refuse('not_found')
  }
  return tellOwn(ask, measure)
}

async function tellOwn(ask: Ask, measure: Measure): Promise<OwnMeasure> {
  const thing = await findThing(ask.db, measure.subject)
  const appeal = await ask.db
    .selectFrom('appeal')
    .select(['text', 'at', 'outcome', 'outcomeText'])
    .where('measureId', '=', measure.id)
    .executeTakeFirst()
  const { id, kind, rule, template, reason, at, untilAt, liftedAt } = measure
  const days = ask.town.rules.objectionDays
  return {
    ...{ id, kind, rule, template, reason, at, untilAt, liftedAt },
    title: thing?.title ?? '',
    number: thing?.number ?? null,
    address: thing?.address ?? null,
    html: thing?.html ?? null,
    language: thing?.language ?? 'de',
    reported: measure.reportId !== null,
    objectUntil: appealUntil(measure, days),
    mayObject: appeal === undefined && mayAppeal(measure, days, ask.now),
    appeal: appeal ? { ...appeal, outcome: appeal.outcome as AppealOutcome | null } : null,
  }
}
