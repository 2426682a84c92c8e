// What most tests about votes begin with: a vote somebody announced, and ways to answer it.
import type { Actor } from '#app/domain/actor.ts'
import { announcePoll, type NewPoll } from '#app/domain/polls/announce.server.ts'
import { type Cast, castBallot } from '#app/domain/polls/cast.server.ts'
import type { Choice } from '#app/domain/polls/choice.ts'
import { closePoll, openPoll } from '#app/domain/polls/life.server.ts'
import type { Outcome } from '#app/domain/polls/outcome.ts'
import { doJobs } from '#server/jobs.ts'
import type { TestTown } from '#tests/platform.ts'

export const plainPoll: NewPoll = {
  space: 'town',
  visibility: 'public',
  label: 'mood',
  method: 'single-choice',
  question: 'An welchem Tag soll das Stadtfest sein?',
  about: 'Es geht um den **Haupttag**.',
  consequence: 'Das Kulturbüro richtet sich danach.',
  electorate: 'accounts',
  electorateRef: null,
  secrecy: 'open',
  changeable: 'yes',
  reason: 'optional',
  names: 'unlisted',
  resultWhen: 'after-close',
  quorum: 0,
  majority: 'most',
  majorityBase: 'marks',
  optionOrder: 'written',
  seats: 1,
  settings: {},
  subject: null,
  opensAt: null,
  closesAt: null,
  minSeconds: 0,
  objectionDays: 0,
  reviewOn: null,
  options: [{ title: 'Freitag' }, { title: 'Samstag' }, { title: 'Sonntag' }],
}

export const one = (option: string): Choice => ({ kind: 'one', option })

export async function announced(town: TestTown, by: Actor, terms: Partial<NewPoll> = {}): Promise<string> {
  return (await town.does(by, announcePoll, { ...plainPoll, ...terms })).pollId
}

export async function opened(town: TestTown, by: Actor, terms: Partial<NewPoll> = {}): Promise<string> {
  const pollId = await announced(town, by, terms)
  await town.does(by, openPoll, { pollId })
  return pollId
}

export function vote(pollId: string, choice: Choice, reason: string | null = null): Cast {
  return { pollId, choice, reason }
}

export async function voted(town: TestTown, voter: Actor, pollId: string, choice: Choice) {
  return town.does(voter, castBallot, vote(pollId, choice))
}

/** Lets the town's clock run on and does what has fallen due. */
export async function later(town: TestTown, seconds: number): Promise<void> {
  town.now = new Date(Date.parse(town.now) + seconds * 1000).toISOString()
  while (await doJobs(town.platform)) {}
}

export async function closedAndCounted(town: TestTown, by: Actor, pollId: string): Promise<Outcome> {
  await town.does(by, closePoll, { pollId })
  await later(town, 11)
  return outcomeOf(town, pollId)
}

export async function pollRow(town: TestTown, pollId: string) {
  return town.platform.database.read
    .selectFrom('poll')
    .selectAll()
    .where('id', '=', pollId)
    .executeTakeFirstOrThrow()
}

export async function outcomeOf(town: TestTown, pollId: string): Promise<Outcome> {
  const row = await town.platform.database.read
    .selectFrom('pollResult')
    .select('outcome')
    .where('pollId', '=', pollId)
    .where('kind', '=', 'final')
    .executeTakeFirstOrThrow()
  return JSON.parse(row.outcome)
}
