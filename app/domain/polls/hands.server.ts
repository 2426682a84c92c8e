// Hands counted in the room: the chair enters the figures, and they decide as ballots would.
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { roomOf } from './ballots/box.server.ts'
import { storeOf } from './ballots/stores.server.ts'
import { checkBenchHands, decideWithBenches } from './benches.server.ts'
import { planAfterCount } from './clock.server.ts'
import { keepResult, outcomeFor } from './count.server.ts'
import type { MotionVotes } from './decision.ts'
import type { Outcome } from './outcome.ts'
import { getPoll, pollSubject, savePoll } from './poll.server.ts'
import { counted as asCounted, type Poll } from './poll.ts'
import { setUpAction } from './space.ts'

export interface CountedHands extends MotionVotes {
  readonly pollId: string
}

/** An open vote on yes and no in which nobody used a ballot. It is closed and counted in one step. */
export async function enterCountedVotes(work: Work, input: CountedHands): Promise<Outcome> {
  const poll = await getPoll(work.tx, input.pollId)
  work.require(setUpAction(poll.space), pollSubject(poll))
  return enterHands(work, poll, input)
}

/**
 * Asks nobody: the meeting asked already.
 * @param benches how many of the yes came from each bench; asked for where every bench must have one
 */
export async function enterHands(
  work: Work,
  poll: Poll,
  votes: MotionVotes,
  benches: Readonly<Record<string, number>> = {},
): Promise<Outcome> {
  if (poll.method !== 'yes-no' || poll.secrecy !== 'open') throw refuse('poll_not_by_hand')
  if (poll.state !== 'open') throw refuse('poll_not_open')
  if ((await storeOf(poll).turnout(roomOf(work), poll.id)) > 0) throw refuse('poll_not_by_hand')
  const cast = votes.yes + votes.no + votes.abstain + votes.invalid
  if (poll.rollSize !== null && cast > poll.rollSize) throw refuse('poll_figures_wrong')
  const turnout = { cast, blank: 0, invalid: votes.invalid }
  const { yes, no, abstain, invalid } = votes
  const counted = { kind: 'motion', votes: { yes, no, abstain, invalid }, turnout } as const
  const byHand: Poll = {
    ...poll,
    source: 'hands',
    state: 'closed',
    closedAt: work.now,
    sealedAt: work.now,
  }
  await checkBenchHands(work.tx, poll.id, yes, benches)
  const outcome = await decideWithBenches(work.tx, poll, outcomeFor(byHand, counted), benches)
  const after = asCounted(byHand, work.now, false)
  await savePoll(work, after)
  await keepResult(work, poll.id, 'final', counted, outcome)
  await planAfterCount(work, after)
  await work.record({ type: 'poll.counted', pollId: poll.id })
  return outcome
}

/** A wrong figure is corrected by counting again: the vote is open as before. Asks nobody: the meeting asked already. */
export async function takeHandsBack(work: Work, poll: Poll): Promise<void> {
  if (poll.source !== 'hands') throw refuse('poll_not_by_hand')
  await work.tx.deleteFrom('pollResult').where('pollId', '=', poll.id).execute()
  await savePoll(work, {
    ...poll,
    source: 'ballots',
    state: 'open',
    closedAt: null,
    sealedAt: null,
    countedAt: null,
    objectionUntil: null,
  })
  await work.record({ type: 'poll.reopened', pollId: poll.id })
}
