// Knows the hops in the life of a thing: what can happen to it that people should find again later.

export const lifelineKinds = [
  'received',
  'published',
  'refused',
  'assigned',
  'extended',
  'will_be_done',
  'partly',
  'later',
  'no',
  'done',
  'withdrawn',
  'merged',
  'took_in',
  'split',
  'gave_back',
  'on_agenda',
  'off_agenda',
  'spoken',
  'voted',
  'minuted',
  'task_given',
  'task_done',
  // A clause and an amendment of a standard.
  'drafted',
  'reworded',
  'amended',
  'split_clause',
  'joined_clause',
  'consulted',
  'ready',
  'clause_adopted',
  'struck',
  'proposed',
  'recommended',
  'answered',
  'reopened',
  'adopted',
  'adopted_changed',
  'rejected',
  'to_settle',
  'settled',
] as const
export type LifelineKind = (typeof lifelineKinds)[number]

/** 'idea:0198…': the thing a step belongs to. */
export type LifelineSubject = `${string}:${string}`

export interface LifelineStep {
  readonly kind: LifelineKind
  readonly at: string
  /** The office or role that did it; null where a person did it as a citizen. */
  readonly byFunction: string | null
  /** Where the hop leads: another idea, a meeting, a standard. */
  readonly link: string | null
  /** The public reason, in the words of the one who gave it. */
  readonly note: string | null
}
