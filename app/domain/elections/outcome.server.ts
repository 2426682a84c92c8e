// What came out of an election: the count that stands, the seats in their order, and who takes them now.
import type { Kysely } from 'kysely'
import { fromJson } from '#db/columns.ts'
import type { Tables } from '#db/tables.ts'
import type { Counted } from '../polls/counting.ts'
import { outcomeOf } from '../polls/outcome.ts'
import { getPoll } from '../polls/poll.server.ts'
import { hasResult, type Poll } from '../polls/poll.ts'
import { readResult } from '../polls/view.server.ts'
import type { Election } from './election.ts'
import { lineUp, type WonSeat } from './line-up.ts'
import { type ElectionCount, wonSeats } from './sheet.ts'

/** Null while nothing is counted. Where second votes decided, the first ballots were counted on with what they say. */
export async function readCount(
  db: Kysely<Tables>,
  election: Pick<Election, 'settled'>,
  poll: Poll | null,
): Promise<ElectionCount | null> {
  if (!poll || !(hasResult(poll) || poll.state === 'invalid')) return null
  const read = await readResult({ db }, poll.id, 'final')
  if (!read) return null
  const counted = election.settled === null ? read.counted : fromJson<Counted>(election.settled)
  const result = counted?.kind === 'options' ? counted.result : null
  const outcome =
    election.settled !== null && counted?.kind === 'options'
      ? outcomeOf(poll, counted.result, counted.turnout)
      : read.outcome
  return { outcome, result, countedAt: poll.countedAt ?? read.countedAt }
}

export interface OnBallot {
  readonly id: string
  readonly key: string
  readonly accountId: string
  readonly name: string
  readonly branch: string
  /** Backed out or erased after the ballot stood: the name is still counted, the seat goes to the next one. */
  readonly gone: boolean
}

/** Everybody who stands on the ballot, in its order, which a public lot has drawn. */
export async function listOnBallot(db: Kysely<Tables>, electionId: string): Promise<readonly OnBallot[]> {
  const rows = await db
    .selectFrom('candidature')
    .innerJoin('account', 'account.id', 'candidature.accountId')
    .select(['candidature.id', 'optionKey', 'accountId', 'account.name', 'branch', 'withdrawnAt'])
    .select('account.erasedAt')
    .where('electionId', '=', electionId)
    .where('optionKey', 'is not', null)
    .execute()
  return rows
    .map(({ optionKey, withdrawnAt, erasedAt, ...row }) => ({
      ...row,
      key: optionKey ?? '',
      gone: withdrawnAt !== null || erasedAt !== null,
    }))
    .sort((a, b) => Number(a.key) - Number(b.key))
}

/** Those who take the seats, as the count has them and as people are still there. */
export async function electedOf(
  db: Kysely<Tables>,
  election: Election,
): Promise<readonly (OnBallot & Pick<WonSeat, 'ownSeat'>)[]> {
  const poll = election.pollId === null ? null : await getPoll(db, election.pollId)
  const count = await readCount(db, election, poll)
  if (count === null) return []
  const people = await listOnBallot(db, election.id)
  const branchOf = (key: string) => people.find((one) => one.key === key)?.branch ?? ''
  const gone = new Set(people.filter((one) => one.gone).map(({ key }) => key))
  const keys = people.map(({ key }) => key)
  return lineUp(wonSeats(count), count.result?.ranking ?? [], keys, branchOf, gone).flatMap(
    ({ key, ownSeat }) => people.filter((one) => one.key === key).map((one) => ({ ...one, ownSeat })),
  )
}
