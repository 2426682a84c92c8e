// An election as its pages show it: where it stands, and what came out, seat by seat.

import { isPaperAwaited } from '../polls/ballots/paper-batch.server.ts'
import { getPoll, listOptions } from '../polls/poll.server.ts'
import type { Poll } from '../polls/poll.ts'
import type { Ask } from '../query.server.ts'
import type { CompleteElection, Election } from './election.ts'
import { electedOf, listOnBallot, readCount } from './outcome.server.ts'
import { hasDecided, listRunOffs } from './run-off.server.ts'
import { type ElectionResult, type ShownRunOff, sheetOf } from './sheet.ts'

/** Where an election stands, in one word for which there is a sentence. */
export const electionPhases = [
  'draft',
  'candidates',
  'roll-closed',
  'ballot-ready',
  'open',
  'counting',
  'paper',
  'tie',
  'run-off-ahead',
  'run-off',
  'run-off-counting',
  'run-off-paper',
  'run-off-tie',
  'run-off-too-few',
  'objection',
  'objection-undecided',
  'held',
  'over',
  'invalid',
] as const
export type ElectionPhase = (typeof electionPhases)[number]

export async function findPollOf(ask: Pick<Ask, 'db'>, election: Election): Promise<Poll | null> {
  return election.pollId === null ? null : getPoll(ask.db, election.pollId)
}

export async function phaseOf(
  ask: Pick<Ask, 'db'>,
  election: Election,
  poll: Poll | null,
): Promise<ElectionPhase> {
  switch (election.state) {
    case 'draft':
    case 'held':
    case 'over':
    case 'invalid':
      return election.state
    case 'announced':
      return election.rollClosedAt === null ? 'candidates' : 'roll-closed'
    case 'prepared':
      return phaseOfPoll(ask, election, poll)
  }
}

async function phaseOfPoll(
  { db }: Pick<Ask, 'db'>,
  election: Election,
  poll: Poll | null,
): Promise<ElectionPhase> {
  switch (poll?.state) {
    case 'open':
      return 'open'
    case 'closed':
      return (await isPaperAwaited(db, poll.id)) ? 'paper' : 'counting'
    case 'counted':
      return election.rules.runOff === 'vote' ? phaseOfRunOff(db, election) : 'tie'
    case 'objection':
      return 'objection'
    case 'final':
      return 'objection-undecided'
    case 'invalid':
      return 'invalid'
    default:
      return 'ballot-ready'
  }
}

async function phaseOfRunOff(db: Ask['db'], election: Election): Promise<ElectionPhase> {
  const last = (await listRunOffs(db, election.id)).at(-1)
  const poll = last ? await getPoll(db, last.pollId) : null
  switch (poll?.state) {
    case 'open':
      return 'run-off'
    case 'closed':
      return (await isPaperAwaited(db, poll.id)) ? 'run-off-paper' : 'run-off-counting'
    case 'counted':
      return 'run-off-tie'
    case 'final':
      return last?.winners === null && !(await hasDecided(db, last)) ? 'run-off-too-few' : 'run-off-counting'
    case 'invalid':
      return 'run-off-too-few'
    default:
      return 'run-off-ahead'
  }
}

/** The vote that runs now, or waits for something: the second one where there is one. */
export async function findCurrentPoll({ db }: Pick<Ask, 'db'>, election: Election): Promise<Poll | null> {
  const last = (await listRunOffs(db, election.id)).at(-1)
  const pollId = last?.pollId ?? election.pollId
  return pollId === null ? null : getPoll(db, pollId)
}

/** Null while nothing is counted. */
export async function readElectionResult(
  ask: Pick<Ask, 'db'>,
  election: CompleteElection,
  poll: Poll | null,
): Promise<ElectionResult | null> {
  const count = await readCount(ask.db, election, poll)
  if (count === null || poll === null) return null
  const options = await listOptions(ask.db, poll.id)
  const people = await listOnBallot(ask.db, election.id)
  const paper = await ask.db
    .selectFrom('paperBatch')
    .select('sheets')
    .where('pollId', '=', poll.id)
    .executeTakeFirst()
  const titles = new Map(options.map(({ key, title }) => [key, title]))
  const branches = new Map(people.map(({ key, branch }) => [key, branch]))
  return sheetOf(count, {
    options: options.map(({ key, title }) => ({ key, title })),
    rollSize: poll.rollSize,
    paperSheets: paper?.sheets ?? null,
    runOffs: await shownRunOffs(ask, election, (key) => titles.get(key) ?? ''),
    branchOf: (key) => branches.get(key) ?? '',
    elected: await electedOf(ask.db, election),
    seed: poll.seed,
  })
}

async function shownRunOffs(
  { db }: Pick<Ask, 'db'>,
  election: Election,
  nameOf: (key: string) => string,
): Promise<readonly ShownRunOff[]> {
  const shown: ShownRunOff[] = []
  for (const { pollId, between, seats, winners, seed } of await listRunOffs(db, election.id)) {
    const poll = await getPoll(db, pollId)
    shown.push({
      pollNumber: poll.number,
      between: between.map(nameOf),
      chosen: winners?.map(nameOf) ?? null,
      ...{ seats, opensAt: poll.opensAt, closesAt: poll.closesAt },
      seed: seed ?? poll.seed,
    })
  }
  return shown
}
