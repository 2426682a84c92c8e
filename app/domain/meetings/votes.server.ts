// Votes of a meeting: opened by the chair through the one ballot engine, with those who are there on the roll.
import { fromJson, toJson } from '#db/columns.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import { askEveryBench, type Seat } from '../polls/benches.server.ts'
import type { MotionOutcome } from '../polls/decision.ts'
import { enterHands } from '../polls/hands.server.ts'
import { closeNow } from '../polls/life.server.ts'
import { openMeetingVote } from '../polls/meeting-vote.server.ts'
import type { Outcome } from '../polls/outcome.ts'
import { getPoll } from '../polls/poll.server.ts'
import type { PollLabel } from '../polls/poll.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, type Work } from '../run.server.ts'
import { changesStandard } from '../standards/agenda.server.ts'
import { addressOf, hearersOf } from './agenda.server.ts'
import { atConsole } from './lead.server.ts'
import { hasConflict, isThere, runningVote } from './live.ts'
import { meetingSubject } from './meeting.server.ts'
import { hasVote } from './roster.ts'
import { enterSession, itemIn, rosterOf, type Session, takeStep } from './steps.server.ts'

/** How it is voted: openly at the screen, with the names listed, by hands that are counted, or secretly. */
export const voteWays = ['open', 'named', 'hands', 'secret'] as const
export type VoteWay = (typeof voteWays)[number]

export interface OpenVote {
  readonly meetingId: string
  readonly turn: number
  readonly question: string
  readonly label: Extract<PollLabel, 'mood' | 'recommendation' | 'resolution'>
  readonly way: VoteWay
  /** The procedural motion it decides; null for a vote on the item itself. */
  readonly motionId: string | null
}

export async function openVote(work: Work, input: OpenVote): Promise<{ pollId: string; number: number }> {
  const session = await atConsole(work, input)
  const { live, rules } = session
  if (live.currentId === null) throw refuse('no_item_current')
  const item = itemIn(session, live.currentId)
  // Secret was decided: then it is secret, whoever presses what.
  const decided = input.motionId === null ? live.items[item.id]?.voteWish : null
  const way =
    decided === 'secret' ? 'secret' : decided === 'named' && input.way !== 'secret' ? 'named' : input.way
  const onStandard =
    input.motionId === null && input.label === 'resolution' && (await changesStandard(work.tx, item.id))
  const poll = await openMeetingVote(
    work,
    {
      question: input.question,
      // A committee may only say how it feels; a round table resolves.
      label: input.motionId === null ? input.label : 'resolution',
      secrecy: way === 'secret' ? 'separate' : 'open',
      majority: onStandard ? rules.standardMajority : input.motionId === null ? rules.majority : 'simple',
      majorityBase: input.motionId === null ? rules.majorityBase : 'marks',
      quorum: 0,
      subject: `agendaItem:${item.id}`,
      visibility: item.audience === 'public' ? 'public' : 'members',
      minSeconds: way === 'hands' ? 0 : rules.voteSeconds,
      names: way === 'named' ? 'listed' : 'unlisted',
    },
    await votersOf(work, session, item.id),
  )
  if (onStandard && rules.standardBenches === 'each') {
    const secrecy = way === 'secret' ? 'separate' : 'open'
    await askEveryBench(work, { id: poll.pollId, secrecy }, await benchSeatsOf(work, session))
  }
  await takeStep(work, session, {
    type: 'vote-opened',
    pollId: poll.pollId,
    itemId: item.id,
    motionId: input.motionId,
  })
  return poll
}

/** Everybody with a vote and a bench, there or not: a bench that stays away says no yes. */
async function benchSeatsOf(work: Work, { meeting }: Session): Promise<readonly Seat[]> {
  const roster = await rosterOf(work.tx, meeting.bodyId, work.now)
  return roster
    .filter(hasVote)
    .flatMap(({ accountId, bench, benchName }) =>
      bench === null ? [] : [{ accountId, bench, name: benchName ?? bench }],
    )
}

/** Those with a vote who are there and have no conflict of interest in the item. */
async function votersOf(work: Work, { meeting, live }: Session, itemId: string): Promise<readonly string[]> {
  const roster = await rosterOf(work.tx, meeting.bodyId, work.now)
  return roster
    .filter(hasVote)
    .map(({ accountId }) => accountId)
    .filter((accountId) => isThere(live, accountId) && !hasConflict(live, accountId, itemId))
}

export async function closeVote(
  work: Work,
  input: { readonly meetingId: string; readonly turn: number },
): Promise<void> {
  const session = await atConsole(work, input)
  const vote = runningVote(session.live)
  if (vote === null) throw refuse('vote_not_running')
  await closeNow(work, await getPoll(work.tx, vote.pollId))
  await takeStep(work, session, { type: 'vote-closed', pollId: vote.pollId })
}

/** Hands were counted in the room: the figures are entered and the vote is over. */
export async function countHands(
  work: Work,
  input: {
    readonly meetingId: string
    readonly turn: number
    readonly yes: number
    readonly no: number
    readonly abstain: number
    /** How many of the yes came from each bench, by its slug; asked for where every bench must have one. */
    readonly benches?: Readonly<Record<string, number>>
  },
): Promise<void> {
  const session = await atConsole(work, input)
  const vote = runningVote(session.live)
  if (vote === null) throw refuse('vote_not_running')
  const { yes, no, abstain } = input
  const poll = await getPoll(work.tx, vote.pollId)
  if (poll.rollSize !== null && yes + no + abstain > poll.rollSize) throw refuse('hands_more_than_present')
  await enterHands(work, poll, { yes, no, abstain, invalid: 0 }, input.benches)
  await takeStep(work, session, { type: 'vote-closed', pollId: vote.pollId })
}

/**
 * Run when a vote was counted: a procedural motion is decided by it, a vote on an item becomes a line in the register
 * and a hop in the life of the idea. Twice changes nothing.
 */
export async function recordOutcome(work: Work, input: { readonly pollId: string }): Promise<void> {
  const opened = await work.tx
    .selectFrom('meetingStep')
    .select(['meetingId', 'data'])
    .where('type', '=', 'vote-opened')
    .where('undoneAt', 'is', null)
    .where('data', 'like', `%${input.pollId}%`)
    .executeTakeFirst()
  if (!opened) return
  const { itemId, motionId } = fromJson<{ itemId: string; motionId: string | null }>(opened.data)
  const session = await enterSession(work, opened.meetingId)
  work.require('meeting.run', meetingSubject(session.meeting))
  const poll = await getPoll(work.tx, input.pollId)
  const result = await work.tx
    .selectFrom('pollResult')
    .select('outcome')
    .where('pollId', '=', poll.id)
    .where('kind', '=', 'final')
    .executeTakeFirst()
  if (!result) return
  const outcome = fromJson<Outcome>(result.outcome)
  const carried = outcome.kind === 'motion' && outcome.outcome === 'carried'
  if (motionId !== null) {
    const motion = session.live.motions.find(({ id }) => id === motionId)
    if (motion?.state === 'voting') {
      await takeStep(work, session, {
        type: 'motion-decided',
        motionId,
        outcome: carried ? 'accepted' : 'rejected',
      })
    }
    return
  }
  const item = itemIn(session, itemId)
  const id = work.newId()
  const written = await work.tx
    .insertInto('resolution')
    .values({
      id,
      number: await nextNumber(work.tx, 'resolution'),
      bodyId: session.meeting.bodyId,
      meetingId: session.meeting.id,
      itemId,
      pollId: poll.id,
      ideaId: item.ideaId,
      kind: poll.label,
      text: poll.question,
      outcome: outcomeWord(outcome),
      result: toJson(outcome),
      at: work.now,
      reviewOn: null,
      version: 1,
    })
    .onConflict((conflict) => conflict.column('pollId').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) return
  if (item.audience === 'public') {
    const figures = outcome.kind === 'motion' ? ` ${outcome.yes}:${outcome.no}:${outcome.abstain}` : ''
    const more = {
      note: `${poll.question}${figures}`,
      link: addressOf(session.meeting),
      byFunction: session.meeting.bodyName,
    }
    await addLifelineStep(work, `agendaItem:${itemId}`, 'voted', more)
    if (item.ideaId !== null) await addLifelineStep(work, `idea:${item.ideaId}`, 'voted', more)
  }
  await work.record({
    type: 'resolution.recorded',
    meetingId: session.meeting.id,
    itemId,
    resolutionId: id,
    ideaId: item.ideaId,
    hearers: hearersOf(item),
  })
}

export type OutcomeWord = 'accepted' | 'rejected' | 'tie' | 'no-quorum' | 'too-few'

export function outcomeWord(outcome: Outcome): OutcomeWord {
  if (outcome.kind === 'too-few') return 'too-few'
  if (outcome.kind !== 'motion') return 'rejected'
  const words: Readonly<Record<MotionOutcome['outcome'], OutcomeWord>> = {
    carried: 'accepted',
    rejected: 'rejected',
    'no-bench': 'rejected',
    tied: 'tie',
    'no-quorum': 'no-quorum',
    'no-votes': 'rejected',
  }
  return words[outcome.outcome]
}
