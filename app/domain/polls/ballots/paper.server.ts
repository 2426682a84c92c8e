// Paper ballots: entered by two people who do not see each other's entry, counted together with the others.
import type { Kysely } from 'kysely'
import type { PaperBatchTable, Tables } from '#db/tables.ts'
import { refuse } from '../../refusal.ts'
import type { Work } from '../../run.server.ts'
import { planCount } from '../clock.server.ts'
import { getPoll, listOptions, pollSubject } from '../poll.server.ts'
import { setUpAction } from '../space.ts'
import { findBox } from './box.server.ts'
import { checkLine } from './check-line.ts'
import { differingSheets, type PaperReading } from './paper.ts'
import { getBatch } from './paper-batch.server.ts'
import { fixContent, readPublishedLines } from './published.server.ts'
import { putOutWithPaper } from './put-out.server.ts'
import type { BallotStore } from './store.ts'

/** Paper counted with open ballots. A secret store reads its own paper together with everything else it published. */
export const paperBallots: Pick<BallotStore, 'read'> = {
  async *read(room, poll) {
    if (poll.secrecy === 'open') yield* readPublishedLines(room.db, poll.id)
  },
}

/** Says that there will be paper ballots: the count waits for both entries. */
export async function awaitPaper(work: Work, { pollId }: { readonly pollId: string }): Promise<void> {
  const poll = await getPoll(work.tx, pollId)
  work.require(setUpAction(poll.space), pollSubject(poll))
  if (poll.state !== 'announced' && poll.state !== 'open') throw refuse('poll_is_closed')
  await work.tx
    .insertInto('paperBatch')
    .values({ pollId, sheets: null, firstById: null, secondById: null, state: 'open' })
    .onConflict((conflict) => conflict.column('pollId').doNothing())
    .execute()
  await work.record({ type: 'poll.changed', pollId })
}

export interface PaperEntries {
  readonly pollId: string
  /** The line of each sheet, the first one's first. */
  readonly lines: readonly string[]
}

export type PaperOutcome =
  | { readonly state: 'first-entered' }
  | { readonly state: 'differs'; readonly sheets: readonly number[] }
  | { readonly state: 'complete' }

/**
 * One person's reading of all sheets; entered again, it takes the place of the earlier one. As soon as two people's
 * readings are the same, the ballots are counted.
 */
export async function enterPaper(work: Work, { pollId, lines }: PaperEntries): Promise<PaperOutcome> {
  const poll = await getPoll(work.tx, pollId)
  work.require(setUpAction(poll.space), pollSubject(poll))
  const batch = await getBatch(work.tx, pollId)
  if (poll.sealedAt === null) throw refuse('paper_after_close')
  if (batch.state !== 'open') throw refuse('already_decided')
  const options = (await listOptions(work.tx, pollId)).map(({ key }) => key)
  for (const line of lines) checkLine(line, poll, options)
  await checkNumber(work, pollId, lines.length)
  await keepReading(work, batch, lines)

  const readings = await readBoth(work.tx, pollId)
  if (readings.first.size === 0 || readings.second.size === 0) return { state: 'first-entered' }
  const sheets = differingSheets(readings.first, readings.second)
  if (sheets.length > 0) return { state: 'differs', sheets }
  // Sheet by sheet nobody needs them any more, and they would say which lines were on paper.
  await work.tx.deleteFrom('paperEntry').where('pollId', '=', pollId).execute()
  await putOutWithPaper(work, poll, lines)
  await work.tx.updateTable('paperBatch').set({ state: 'complete' }).where('pollId', '=', pollId).execute()
  await fixContent(work, pollId)
  await planCount(work, poll)
  await work.record({ type: 'poll.paper-complete', pollId })
  return { state: 'complete' }
}

/** No more sheets than people who were crossed off for paper. */
async function checkNumber(work: Work, pollId: string, sheets: number): Promise<void> {
  const box = await findBox(work.tx, pollId)
  if (box?.issued === null || box === null) return
  const { papers } = JSON.parse(box.issued) as { papers: number }
  if (sheets > papers) throw refuse('paper_more_than_voters', { count: sheets, most: papers })
}

async function keepReading(work: Work, batch: PaperBatchTable, lines: readonly string[]): Promise<void> {
  const { pollId, firstById } = batch
  const own = work.actor.accountId
  const entry = firstById === null || firstById === own ? 'first' : 'second'
  if (entry === 'second' && batch.secondById !== null && batch.secondById !== own) {
    throw refuse('paper_read_twice')
  }
  await work.tx
    .updateTable('paperBatch')
    .set({ sheets: lines.length, ...(entry === 'first' ? { firstById: own } : { secondById: own }) })
    .where('pollId', '=', pollId)
    .execute()
  await work.tx.deleteFrom('paperEntry').where('pollId', '=', pollId).where('entry', '=', entry).execute()
  for (const [at, ballot] of lines.entries()) {
    await work.tx
      .insertInto('paperEntry')
      .values({ pollId, sheet: at + 1, entry, ballot })
      .execute()
  }
}

async function readBoth(
  db: Kysely<Tables>,
  pollId: string,
): Promise<{ readonly first: PaperReading; readonly second: PaperReading }> {
  const rows = await db.selectFrom('paperEntry').selectAll().where('pollId', '=', pollId).execute()
  const of = (entry: string) =>
    new Map(rows.filter((row) => row.entry === entry).map((row) => [row.sheet, row.ballot] as const))
  return { first: of('first'), second: of('second') }
}
