// What is public of a secret vote after its close: lines for the count, the file for whoever checks it.
import type { Kysely } from 'kysely'
import { fromJson } from '#db/columns.ts'
import type { Tables } from '#db/tables.ts'
import type { Platform } from '../../platform.ts'
import type { Work } from '../../run.server.ts'
import type { Counted } from '../counting.ts'
import type { Outcome } from '../outcome.ts'
import type { Poll } from '../poll.ts'
import { fewestSecret } from '../terms.ts'
import { findBox, listCodes, readPeople } from './box.server.ts'
import { hashManifest } from './manifest.ts'
import type { OpenedName } from './names.ts'
import {
  hashContent,
  type Issued,
  inPublishedOrder,
  type PublishedContent,
  type PublishedFile,
} from './published.ts'
import { ballotOf } from './put-out.server.ts'
import type { Room } from './store.ts'

/** Null while the key is missing: then nobody can say. */
export async function whoTookPart(room: Room, pollId: string): Promise<readonly string[] | null> {
  const box = await findBox(room.db, pollId)
  if (box?.state === 'open' && room.ballotKeys.find(pollId) === null) return null
  return [...(await readPeople(room, pollId)).keys()]
}

/** How many took part so far. Ballots on paper count when they are entered. */
export async function countTurnout(room: Room, pollId: string): Promise<number> {
  return (await readPeople(room, pollId)).size
}

const pageSize = 5_000

/** Every line that counts, paper included once both entries agree. */
export async function* readPublishedLines(
  db: Kysely<Tables>,
  pollId: string,
): AsyncGenerator<readonly string[]> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('publishedBallot')
      .select(['key', 'ballot'])
      .where('pollId', '=', pollId)
      .where('key', '>', after)
      .orderBy('key')
      .limit(pageSize)
      .execute()
    if (rows.length > 0) yield rows.map((row) => row.ballot)
    if (rows.length < pageSize) return
    after = rows.at(-1)?.key ?? ''
  }
}

/** The file for whoever checks it: terms, ballots, result. Null where nothing may be shown, or nothing is counted yet. */
export async function findFile(
  { database, drawLots }: Pick<Platform, 'database' | 'drawLots'>,
  poll: Pick<Poll, 'id' | 'seed'>,
): Promise<PublishedFile | null> {
  const db = database.read
  const content = await findContent(db, poll.id)
  const counted = await db
    .selectFrom('pollResult')
    .select(['result', 'outcome'])
    .where('pollId', '=', poll.id)
    .where('kind', '=', 'final')
    .executeTakeFirst()
  if (content === null || !counted) return null
  const outcome = fromJson<Outcome>(counted.outcome)
  if (outcome.kind === 'too-few') return null
  const result = fromJson<Counted>(counted.result)
  const options = content.manifest.options.map(({ key }) => key)
  return {
    format: 'stimmtisch-ballots-1',
    ...content,
    manifestHash: await hashManifest(content.manifest),
    names: await listNames(db, poll.id),
    hash: await hashContent(content),
    lots: poll.seed === null ? null : drawLots(poll.seed, options),
    result: result.kind === 'options' ? result.result : null,
    outcome,
  }
}

async function listNames(db: Kysely<Tables>, pollId: string): Promise<readonly OpenedName[]> {
  const rows = await db
    .selectFrom('pollOption')
    .select(['key', 'title', 'salt'])
    .where('pollId', '=', pollId)
    .where('salt', 'is not', null)
    .orderBy('place')
    .execute()
  return rows.map(({ salt, ...named }) => ({ ...named, salt: salt ?? '' }))
}

/** The hash of everything published, for the event log and the minutes: from now on no ballot can change unseen. */
export async function fixContent(work: Work, pollId: string): Promise<void> {
  const content = await findContent(work.tx, pollId)
  if (content === null) return
  const hash = await hashContent(content)
  await work.tx.updateTable('ballotBox').set({ hash }).where('pollId', '=', pollId).execute()
  await work.record({ type: 'poll.published', pollId, hash })
}

/** The published content; null while it is open, and where there are too few ballots to show any. */
export async function findContent(db: Kysely<Tables>, pollId: string): Promise<PublishedContent | null> {
  const box = await findBox(db, pollId)
  if (box === null || box.issued === null) return null
  const rows = await db.selectFrom('publishedBallot').selectAll().where('pollId', '=', pollId).execute()
  if (rows.length < fewestSecret) return null
  return {
    manifest: box.manifest,
    issued: fromJson<Issued>(box.issued),
    codes: await listCodes(db, pollId),
    ballots: inPublishedOrder(rows.map(ballotOf)),
  }
}
