// A second round: between the first two after a missed majority, or between those tied for the last seats.
import { isOfElection } from '../elections/of-poll.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { type Announced, type NewPoll, writePoll } from './announce.server.ts'
import { secondRoundOf } from './outcome.ts'
import { getPoll, listOptions, pollSubject, savePoll } from './poll.server.ts'
import type { Poll, PollOption, PollTerms } from './poll.ts'
import { findVoters } from './roll.server.ts'
import { findSecondRound } from './rounds.server.ts'
import { setUpAction } from './space.ts'
import { readResult } from './view.server.ts'

export async function announceRunOff(work: Work, input: { readonly pollId: string }): Promise<Announced> {
  const poll = await getPoll(work.tx, input.pollId)
  work.require(setUpAction(poll.space), pollSubject(poll))
  if (isOfElection(poll)) throw refuse('election_decides_ties')
  const second = await writeRunOff(work, poll)
  return { pollId: second.id, number: second.number }
}

/**
 * Writes the second round down as announced: the same terms and the same roll, only those who stand again, under the
 * names they have on the first ballot. The first vote is final with that: it has said what it could.
 * Asks nobody: for deeds that asked already, or for the clock. Records 'poll.announced'.
 */
export async function writeRunOff(
  work: Work,
  poll: Poll,
  when: Pick<Poll, 'opensAt' | 'closesAt'> = { opensAt: null, closesAt: null },
): Promise<Poll> {
  const result = await readResult({ db: work.tx }, poll.id, 'final')
  const again = result ? secondRoundOf(poll, result.outcome) : null
  if (result?.outcome.kind !== 'options' || again === null) throw refuse('poll_no_tie')
  if (await findSecondRound(work.tx, poll.id)) throw refuse('poll_no_tie')
  const options = (await listOptions(work.tx, poll.id)).filter(({ key }) => again.includes(key))
  const second = await writePoll(work, {
    ...termsOf(poll, options, Math.max(1, result.outcome.seatsLeft)),
    ...when,
    html: poll.html,
    sanitiser: poll.sanitiser,
    roll: await rollAtTheFirst(work, poll),
  })
  if (poll.state === 'counted') await savePoll(work, { ...poll, state: 'final', finalAt: work.now })
  await work.record({ type: 'poll.announced', pollId: second.id })
  return second
}

/** Whoever could vote the first time may vote again, and nobody else. */
export async function rollAtTheFirst(work: Work, poll: Poll): Promise<readonly string[]> {
  if (poll.electorate === 'accounts') return []
  return findVoters(work.tx, { ...poll, electorate: 'roll' }, work.now)
}

function termsOf(poll: Poll, options: readonly PollOption[], seats: number): NewPoll {
  return {
    ...termsAgain(poll),
    method: seats > 1 ? 'multiple-choice' : 'single-choice',
    settings: seats > 1 ? { marks: seats } : {},
    majority: 'most',
    seats,
    options: options.map(({ key, title, about }) => ({ key, title, about })),
    parentId: poll.id,
  }
}

/** The same terms for another round; the roll is the one of the first, however that came about. */
export function termsAgain(poll: Poll): PollTerms {
  const { space, visibility, label, method, settings, seats, question, about, consequence, secrecy } = poll
  const { changeable, reason, names, resultWhen, quorum, majority, majorityBase, optionOrder } = poll
  const { subject, minSeconds, objectionDays, reviewOn } = poll
  return {
    ...{ space, visibility, label, method, settings, seats, question, about, consequence, secrecy },
    ...{ changeable, reason, names, resultWhen, quorum, majority, majorityBase, optionOrder },
    ...{ subject, minSeconds, objectionDays, reviewOn },
    electorate: poll.electorate === 'accounts' ? 'accounts' : 'roll',
    electorateRef: null,
    opensAt: null,
    closesAt: null,
  }
}
