// Knows who may object to a measure, until when, and that somebody else decides.
import { refuse } from '../refusal.ts'
import { daysAfter, isInForce, type Measure } from './measure.ts'

export const appealOutcomes = ['upheld', 'restored'] as const
/** 'upheld': the measure stays. 'restored': the author was right. */
export type AppealOutcome = (typeof appealOutcomes)[number]

export const appealLimits = {
  text: { min: 10, max: 2000 },
  reason: { min: 10, max: 1000 },
} as const

export interface Appeal {
  readonly id: string
  readonly measureId: string
  /** The account that objects; '' where a guest's secret word spoke. */
  readonly byId: string
  readonly text: string
  readonly at: string
  readonly outcome: AppealOutcome | null
  readonly outcomeText: string | null
  readonly decidedById: string | null
  readonly decidedAt: string | null
  readonly version: number
}

/** The last moment to object: so many days after the measure began to count. */
export function appealUntil(measure: Pick<Measure, 'at' | 'confirmedAt'>, objectionDays: number): string {
  return daysAfter(measure.confirmedAt ?? measure.at, objectionDays)
}

export function mayAppeal(
  measure: Pick<Measure, 'at' | 'confirmedAt' | 'liftedAt'>,
  objectionDays: number,
  now: string,
): boolean {
  return isInForce(measure) && now <= appealUntil(measure, objectionDays)
}

export function openAppeal(
  made: { readonly id: string; readonly byId: string; readonly text: string },
  measure: Measure,
  objectionDays: number,
  now: string,
): Appeal {
  if (!isInForce(measure)) throw refuse('already_decided')
  if (!mayAppeal(measure, objectionDays, now)) throw refuse('appeal_too_late', { days: objectionDays })
  return {
    ...made,
    measureId: measure.id,
    at: now,
    outcome: null,
    outcomeText: null,
    decidedById: null,
    decidedAt: null,
    version: 1,
  }
}

/** Nobody judges their own decision, nor their own text. */
export function decide(
  appeal: Appeal,
  measure: Measure,
  decision: { readonly outcome: AppealOutcome; readonly reason: string; readonly byId: string | null },
  now: string,
): Appeal {
  if (appeal.outcome !== null) throw refuse('somebody_was_faster')
  const partial = [measure.byId, measure.confirmedById, measure.affectedId]
  if (decision.byId === null || partial.includes(decision.byId)) throw refuse('appeal_by_same_person')
  return {
    ...appeal,
    outcome: decision.outcome,
    outcomeText: decision.reason,
    decidedById: decision.byId,
    decidedAt: now,
  }
}
