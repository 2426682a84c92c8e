// A second round: between the first two after a missed majority, or between those tied for the last seats.
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { type Announced, type NewPoll, writePoll } from './announce.server.ts'
import { secondRoundOf } from './outcome.ts'
import { getPoll, listOptions, pollSubject, savePoll } from './poll.server.ts'
import type { Poll, PollOption } from './poll.ts'
import { findVoters } from './roll.server.ts'
import { setUpAction } from './space.ts'
import { readResult } from './view.server.ts'

export async function announceRunOff(work: Work, input: { readonly pollId: string }): Promise<Announced> {
  const poll = await getPoll(work.tx, input.pollId)
  work.require(setUpAction(poll.space), pollSubject(poll))
  const result = await readResult({ db: work.tx }, poll.id, 'final')
  const again = result ? secondRoundOf(poll, result.outcome) : null
  if (result === null || again === null || (await hasSecondRound(work, poll.id))) throw refuse('poll_no_tie')
  const options = await listOptions(work.tx, poll.id)
  const seats = result.outcome.kind === 'options' ? Math.max(1, result.outcome.seatsLeft) : 1
  const second = await writePoll(work, {
    ...termsOf(
      poll,
      options.filter(({ key }) => again.includes(key)),
      seats,
    ),
    html: poll.html,
    sanitiser: poll.sanitiser,
    roll: poll.electorate === 'roll' ? await findVoters(work.tx, poll, work.now) : [],
  })
  // The first vote has said what it could; the second decides.
  if (poll.state === 'counted') await savePoll(work, { ...poll, state: 'final', finalAt: work.now })
  await work.record({ type: 'poll.announced', pollId: second.id })
  return { pollId: second.id, number: second.number }
}

function termsOf(poll: Poll, options: readonly PollOption[], seats: number): NewPoll {
  const {
    space,
    visibility,
    label,
    question,
    about,
    consequence,
    electorate,
    electorateRef,
    secrecy,
    changeable,
    reason,
    names,
    resultWhen,
    quorum,
    majorityBase,
    optionOrder,
    subject,
    minSeconds,
    objectionDays,
    reviewOn,
  } = poll
  return {
    ...{
      space,
      visibility,
      label,
      question,
      about,
      consequence,
      electorate,
      electorateRef,
      secrecy,
      changeable,
    },
    ...{
      reason,
      names,
      resultWhen,
      quorum,
      majorityBase,
      optionOrder,
      subject,
      minSeconds,
      objectionDays,
      reviewOn,
    },
    method: seats > 1 ? 'multiple-choice' : 'single-choice',
    settings: seats > 1 ? { marks: seats } : {},
    majority: 'most',
    seats,
    opensAt: null,
    closesAt: null,
    options: options.map(({ title, about }) => ({ title, about })),
    parentId: poll.id,
  }
}

async function hasSecondRound(work: Work, pollId: string): Promise<boolean> {
  const row = await work.tx.selectFrom('poll').select('id').where('parentId', '=', pollId).executeTakeFirst()
  return row !== undefined
}
