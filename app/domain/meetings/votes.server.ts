// Votes of a meeting: opened by the chair through the one ballot engine, with those who are there on the roll.
import { askEveryBench, type Seat } from '../polls/benches.server.ts'
import { enterHands } from '../polls/hands.server.ts'
import { closeNow } from '../polls/life.server.ts'
import { openMeetingVote } from '../polls/meeting-vote.server.ts'
import { getPoll } from '../polls/poll.server.ts'
import type { PollLabel } from '../polls/poll.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { changesStandard } from '../standards/agenda-view.server.ts'
import { atConsole } from './lead.server.ts'
import { hasConflict, isThere, runningVote } from './live.ts'
import { quorumNow } from './quorum.ts'
import { tableNow } from './roster.ts'
import { itemIn, rosterOf, type Session, takeStep } from './steps.server.ts'
import { type VoteWay, waysLeft } from './vote-ways.ts'

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
  // What was decided holds, whoever presses what.
  const ways = waysLeft(input.motionId === null ? (live.items[item.id]?.voteWish ?? null) : null)
  const way = ways.find((left) => left === input.way) ?? ways[0]
  const onStandard =
    input.motionId === null && input.label === 'resolution' && (await changesStandard(work.tx, item.id))
  const poll = await openMeetingVote(
    work,
    {
      question: input.question,
      label: input.motionId === null ? labelIn(session, input.label) : 'resolution',
      secrecy: way === 'secret' ? 'separate' : 'open',
      majority: onStandard ? rules.standardMajority : input.motionId === null ? rules.majority : 'simple',
      majorityBase: input.motionId === null ? rules.majorityBase : 'marks',
      quorum: input.motionId === null ? await askQuorum(work, session, item.id, input.label) : 0,
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
async function benchSeatsOf(work: Work, { meeting, live }: Session): Promise<readonly Seat[]> {
  const roster = await rosterOf(work.tx, meeting.bodyId, work.now)
  return tableNow(roster, live)
    .filter(({ votes }) => votes)
    .flatMap(({ accountId, bench, benchName }) =>
      bench === null ? [] : [{ accountId, bench, name: benchName ?? bench }],
    )
}

/**
 * Without a quorum nothing is resolved: the vote is refused, or held and then counted as not valid, as the rules say.
 * How people feel can be asked at any time.
 * @returns how many must take part, as the ballot engine asks it; 0 where the quorum is reached
 */
async function askQuorum(
  work: Work,
  { live, rules, meeting }: Session,
  itemId: string,
  label: OpenVote['label'],
): Promise<number> {
  if (label === 'mood') return 0
  const seats = tableNow(await rosterOf(work.tx, meeting.bodyId, work.now), live)
  const quorum = quorumNow(live, seats, rules, itemId)
  if (quorum.reached) return 0
  if (rules.withoutQuorum === 'blocked') {
    throw refuse('no_quorum', { present: quorum.present, needed: quorum.needed })
  }
  // A bench may be missing although there are enough in all: then no turnout is enough.
  return Math.max(quorum.needed, quorum.present + 1)
}

/** The Round Table resolves; a working group recommends to it. */
function labelIn({ meeting }: Session, wanted: OpenVote['label']): OpenVote['label'] {
  return wanted === 'resolution' && meeting.bodyKind !== 'round-table' ? 'recommendation' : wanted
}

/** Those with a vote who are there and have no conflict of interest in the item. */
async function votersOf(work: Work, { meeting, live }: Session, itemId: string): Promise<readonly string[]> {
  const roster = await rosterOf(work.tx, meeting.bodyId, work.now)
  return tableNow(roster, live)
    .filter(({ votes }) => votes)
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
