// Knows how the draft of the minutes grows from the steps of a meeting: who was there, what was said to which item.

import { foldSteps } from './fold.ts'
import type { NumberedItem } from './items.server.ts'
import type { LiveMeeting } from './live.ts'
import type { MotionKind, MotionState } from './motion.ts'
import { quorumNow } from './quorum.ts'
import { hasVote, type RosterSeat, tableNow } from './roster.ts'
import { liveRulesOf, type RulesOfProcedure } from './rules-of-procedure.ts'
import type { StandResult } from './stand.ts'
import type { ItemOutcome, PauseReason, Step } from './steps.ts'

/** One line before it has words. People are ids: their names are looked up when it is read. */
export type MinuteLine =
  | { readonly is: 'opened' | 'ended' | 'resumed'; readonly at: string }
  | { readonly is: 'invited'; readonly at: string; readonly urgency: string | null }
  | { readonly is: 'paused'; readonly at: string; readonly why: PauseReason }
  | { readonly is: 'led'; readonly at: string; readonly person: string }
  | { readonly is: 'present' | 'online' | 'absent'; readonly people: readonly string[] }
  | {
      readonly is: 'quorum'
      readonly present: number
      readonly members: number
      readonly needed: number
      /** Benches of which too few are there, by name. */
      readonly missing: readonly string[]
      readonly reached: 'yes' | 'no'
    }
  | { readonly is: 'stood-in'; readonly person: string; readonly member: string }
  | { readonly is: 'secret-asked'; readonly count: number }
  | { readonly is: 'came' | 'left'; readonly at: string; readonly person: string }
  | { readonly is: 'called'; readonly at: string }
  | { readonly is: 'note'; readonly text: string }
  | { readonly is: 'spoke'; readonly people: readonly string[] }
  | { readonly is: 'conflict'; readonly person: string }
  | { readonly is: 'motion'; readonly kind: MotionKind; readonly state: MotionState; readonly person: string }
  | {
      readonly is: 'vote'
      readonly question: string
      readonly label: string
      readonly secret: 'yes' | 'no'
      readonly number: number
      readonly result: StandResult | null
    }
  | { readonly is: 'task'; readonly text: string; readonly owner: string; readonly dueOn: string }
  | { readonly is: 'closed'; readonly outcome: ItemOutcome; readonly at: string }

export interface DraftLine {
  /** Stays the same while the draft grows, so that a correction finds its sentence. */
  readonly key: string
  readonly itemId: string | null
  readonly hearers: 'everybody' | 'inside'
  readonly line: MinuteLine
}

export interface MinutesSource {
  readonly steps: readonly Step[]
  readonly live: LiveMeeting
  readonly items: readonly NumberedItem[]
  readonly invitedAt: string | null
  readonly urgency: string | null
  readonly roster: readonly (RosterSeat & { readonly benchName: string | null })[]
  readonly rules: RulesOfProcedure
  readonly votes: readonly (Extract<MinuteLine, { is: 'vote' }> & {
    readonly pollId: string
    readonly itemId: string
  })[]
  readonly tasks: readonly (Extract<MinuteLine, { is: 'task' }> & {
    readonly id: string
    readonly itemId: string
  })[]
  readonly notes: readonly { readonly noteId: string; readonly itemId: string; readonly text: string }[]
}

/** The whole draft in the order in which it is read: the head, then item after item, then the end. */
export function growMinutes(source: MinutesSource): readonly DraftLine[] {
  const { live, items, steps } = source
  const head = (key: string, line: MinuteLine): DraftLine => ({
    key,
    itemId: null,
    hearers: 'everybody',
    line,
  })
  const called = items
    .filter((item) => live.items[item.id] !== undefined)
    .sort((a, b) => (live.items[a.id]?.calledAt ?? '').localeCompare(live.items[b.id]?.calledAt ?? ''))
  return [
    ...(source.invitedAt
      ? [head('invited', { is: 'invited', at: source.invitedAt, urgency: source.urgency })]
      : []),
    ...(live.startedAt ? [head('opened', { is: 'opened', at: live.startedAt })] : []),
    ...presenceLines(source).map(([key, line]) => head(key, line)),
    ...called.flatMap((item) => itemLines(source, item)),
    ...steps.flatMap((step): DraftLine[] =>
      step.type === 'paused'
        ? [head(`paused-${step.number}`, { is: 'paused', at: step.at, why: step.why })]
        : step.type === 'resumed'
          ? [head(`resumed-${step.number}`, { is: 'resumed', at: step.at })]
          : step.type === 'lead-taken' && step.at !== live.startedAt
            ? [head(`led-${step.number}`, { is: 'led', at: step.at, person: step.accountId })]
            : [],
    ),
    ...(live.endedAt ? [head('ended', { is: 'ended', at: live.endedAt })] : []),
  ]
}

/** Who was there when the first item was called; who came or left later is told with the time. */
function presenceLines({
  steps,
  roster,
  live,
  rules,
}: MinutesSource): readonly (readonly [string, MinuteLine])[] {
  const begin = steps.find(({ type }) => type === 'item-called')?.at ?? live.startedAt ?? ''
  const at = new Map<string, string>()
  const changes: (readonly [string, MinuteLine])[] = []
  for (const step of steps) {
    if (step.type !== 'presence' && step.type !== 'stood-in') continue
    const before = at.get(step.accountId)
    at.set(step.accountId, step.as)
    if (step.at <= begin || before === step.as) continue
    const there = step.as === 'room' || step.as === 'online'
    const was = before === 'room' || before === 'online'
    if (there !== was) {
      const line: MinuteLine = { is: there ? 'came' : 'left', at: step.at, person: step.accountId }
      changes.push([`presence-${step.number}`, line])
    }
  }
  const firstSeen = (as: string) =>
    roster
      .filter(({ accountId }) => stateAt(steps, accountId, begin) === as)
      .map(({ accountId }) => accountId)
  const room = firstSeen('room')
  const online = firstSeen('online')
  const absent = roster
    .filter((seat) => hasVote(seat) && !at.has(seat.accountId))
    .map(({ accountId }) => accountId)
  const atBegin = foldSteps(
    steps.filter((step) => step.at <= begin),
    liveRulesOf(rules),
  )
  const { present, members, needed, benches, reached } = quorumNow(
    atBegin,
    tableNow(roster, atBegin),
    rules,
    null,
  )
  const missing = benches
    .filter((bench) => !bench.reached)
    .map(({ bench }) => roster.find((seat) => seat.bench === bench)?.benchName ?? '')
  return [
    ...(room.length > 0 ? [['present', { is: 'present', people: room }] as const] : []),
    ...(online.length > 0 ? [['online', { is: 'online', people: online }] as const] : []),
    ...(absent.length > 0 ? [['absent', { is: 'absent', people: absent }] as const] : []),
    ...steps.flatMap((step) =>
      step.type === 'stood-in'
        ? [
            [
              `stood-in-${step.number}`,
              { is: 'stood-in', person: step.accountId, member: step.forId },
            ] as const,
          ]
        : [],
    ),
    ['quorum', { is: 'quorum', present, members, needed, missing, reached: reached ? 'yes' : 'no' }],
    ...changes,
  ]
}

function stateAt(steps: readonly Step[], accountId: string, moment: string): string | null {
  const states = steps.flatMap((step) =>
    (step.type === 'presence' || step.type === 'stood-in') &&
    step.accountId === accountId &&
    step.at <= moment
      ? [step.as]
      : [],
  )
  return states.at(-1) ?? null
}

function itemLines(source: MinutesSource, item: NumberedItem): readonly DraftLine[] {
  const { live } = source
  const life = live.items[item.id]
  const of = (key: string, line: MinuteLine): DraftLine => ({
    key: `${item.id}-${key}`,
    itemId: item.id,
    hearers: item.audience === 'inside' ? 'inside' : 'everybody',
    line,
  })
  const spoke = [
    ...new Set(live.speeches.filter(({ itemId }) => itemId === item.id).map((one) => one.accountId)),
  ]
  return [
    of('called', { is: 'called', at: life?.calledAt ?? '' }),
    ...live.conflicts
      .filter(({ itemId }) => itemId === item.id)
      .map(({ accountId }) => of(`conflict-${accountId}`, { is: 'conflict', person: accountId })),
    ...source.notes
      .filter(({ itemId }) => itemId === item.id)
      .map(({ noteId, text }) => of(`note-${noteId}`, { is: 'note', text })),
    ...(spoke.length > 0 ? [of('spoke', { is: 'spoke', people: spoke })] : []),
    ...live.motions
      .filter(({ itemId }) => itemId === item.id)
      .map(({ id, kind, state, moverId }) =>
        of(`motion-${id}`, { is: 'motion', kind, state, person: moverId }),
      ),
    ...(life && life.secretAsked.length > 0
      ? [of('secret-asked', { is: 'secret-asked', count: life.secretAsked.length })]
      : []),
    ...source.votes
      .filter(({ itemId }) => itemId === item.id)
      .map(({ pollId, itemId: _, ...line }) => of(`vote-${pollId}`, line)),
    ...source.tasks
      .filter(({ itemId }) => itemId === item.id)
      .map(({ id, itemId: _, ...line }) => of(`task-${id}`, line)),
    ...(life?.outcome && life.outcome !== 'done'
      ? [of('closed', { is: 'closed', outcome: life.outcome, at: life.closedAt ?? '' })]
      : []),
  ]
}
