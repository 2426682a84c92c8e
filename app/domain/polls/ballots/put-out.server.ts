// Writes what is public of a secret vote: all of it in one transaction, in an order drawn by lot.
import { fromJson, toJson } from '#db/columns.ts'
import type { PublishedBallotTable } from '#db/tables.ts'
import { breather } from '../../breather.server.ts'
import { batchesOf } from '../../lists.ts'
import type { Work } from '../../run.server.ts'
import type { Poll } from '../poll.ts'
import { isTooFewToShow } from '../terms.ts'
import { findBox } from './box.server.ts'
import { toHex } from './bytes.ts'
import { withoutFew } from './few-of-a-kind.ts'
import type { BallotKeys } from './keys.ts'
import type { Issued, PublishedBallot } from './published.ts'
import type { SignedBallot } from './signed-ballot.ts'

/** Nothing where there are too few to show: then nobody keeps them either. */
export async function putOut(work: Work, poll: Poll, ballots: readonly PublishedBallot[]): Promise<void> {
  const { random } = work.platform.ballotKeys
  if (isTooFewToShow(poll.secrecy, ballots.length)) return
  const shown = withoutFew(shuffle(ballots, random))
  await writeRows(work, poll.id, shown.ballots)
  const box = shown.covered.length > 0 ? await findBox(work.tx, poll.id) : null
  if (!box) return
  const issued: Issued = { ...fromJson<Issued>(box.issued ?? '{}'), covered: shown.covered }
  await work.tx
    .updateTable('ballotBox')
    .set({ issued: toJson(issued) })
    .where('pollId', '=', poll.id)
    .execute()
}

/** What waits for paper to be counted with it: nobody sees it yet, and its kinds are known until the paper is there. */
export async function putAside(
  work: Work,
  pollId: string,
  ballots: readonly PublishedBallot[],
): Promise<void> {
  await writeRows(work, pollId, ballots)
}

/** Ballots on paper, among those that waited for them: all are written anew, so that none is known by when it was written. */
export async function putOutWithPaper(work: Work, poll: Poll, lines: readonly string[]): Promise<void> {
  const waiting = await work.tx
    .deleteFrom('publishedBallot')
    .where('pollId', '=', poll.id)
    .returningAll()
    .execute()
  const papers = lines.map((ballot) => ({ way: 'bare' as const, ballot }))
  await putOut(work, poll, [...waiting.map(ballotOf), ...papers])
}

export function ballotOf({ key, way, ballot, proof }: PublishedBallotTable): PublishedBallot {
  switch (way) {
    case 'token':
      return { way, hash: key, ballot, ...fromJson<Omit<SignedBallot, 'ballot'>>(proof ?? '{}') }
    case 'code':
      return { way, hash: key, ballot }
    case 'paper':
    case 'separate':
      return { way, ballot }
    default:
      return { way: 'bare', ballot }
  }
}

async function writeRows(work: Work, pollId: string, ballots: readonly PublishedBallot[]): Promise<void> {
  const { random } = work.platform.ballotKeys
  const breathe = breather()
  for (const some of batchesOf(shuffle(ballots, random), 100)) {
    await breathe()
    await work.tx
      .insertInto('publishedBallot')
      .values(some.map((ballot) => rowOf(pollId, ballot, random)))
      .execute()
  }
}

function rowOf(pollId: string, ballot: PublishedBallot, random: BallotKeys['random']) {
  const { way, ballot: line } = ballot
  if (ballot.way !== 'token') {
    return { pollId, key: 'hash' in ballot ? ballot.hash : toHex(random(32)), way, ballot: line, proof: null }
  }
  const { message, signatures, turn, seal } = ballot
  return { pollId, key: ballot.hash, way, ballot: line, proof: toJson({ message, signatures, turn, seal }) }
}

/** Fisher and Yates, with numbers nobody can foresee. */
export function shuffle<T>(things: readonly T[], random: BallotKeys['random']): readonly T[] {
  const order = [...things]
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor((readNumber(random(6)) / 2 ** 48) * (at + 1))
    ;[order[at], order[other]] = [order[other] as T, order[at] as T]
  }
  return order
}

function readNumber(bytes: Uint8Array): number {
  return bytes.reduce((number, byte) => number * 256 + byte, 0)
}
