// Empties the box at the close: everything is read with the key, written in an order drawn by lot, and the key destroyed.
import { sql } from 'kysely'
import { toJson } from '#db/columns.ts'
import { breather } from '../../breather.server.ts'
import { addJob, prepared, type Work } from '../../run.server.ts'
import { getPoll, pollSubject } from '../poll.server.ts'
import type { Poll } from '../poll.ts'
import { findBox, getKeys, getOpenBox, type Kept, roomOf } from './box.server.ts'
import { isPaperAwaited } from './paper-batch.server.ts'
import { type Part, readDrawer } from './part.ts'
import { fixContent } from './published.server.ts'
import type { Issued, PublishedBallot } from './published.ts'
import { putAside, putOut } from './put-out.server.ts'
import { tellAll } from './tell.server.ts'

/**
 * Writes what is public, in one transaction: on PostgreSQL all rows bear the same mark, on SQLite they lie in an order
 * drawn by lot. Called when the close can no longer be taken back. The key is destroyed after the commit, by a job.
 */
export async function emptyBox(work: Work, poll: Poll): Promise<void> {
  const { sealer } = getKeys(roomOf(work), poll.id)
  await getOpenBox(work.tx, poll.id)
  // The drawers go first: whoever is still putting a ballot in is waited for, whoever comes later finds the box closed.
  const drawers = await work.tx
    .deleteFrom('ballotDrawer')
    .where('pollId', '=', poll.id)
    .returning('sealed')
    .execute()
  const taken = new Map(drawers.flatMap(({ sealed }) => [...readDrawer(sealer.open(sealed))]))
  await tellAll(work, poll, taken)
  const people = [...taken]
  const rows = await work.tx
    .deleteFrom('sealedBallot')
    .where('pollId', '=', poll.id)
    .returning('sealed')
    .execute()
  const breathe = breather()
  const ballots: PublishedBallot[] = []
  for (const { sealed } of rows) {
    await breathe()
    ballots.push(publishedOf(JSON.parse(sealer.open(sealed)) as Kept))
  }
  const issued = countParts(people.map(([, part]) => part))

  // From now on the house knows who took part, and of nobody in which way.
  await work.tx
    .insertInto('turnout')
    .values({ pollId: poll.id, people: toJson(people.map(([account]) => account).sort()) })
    .execute()
  await work.tx
    .updateTable('ballotBox')
    .set({ state: 'closed', issued: toJson(issued) })
    .where('pollId', '=', poll.id)
    .execute()
  const awaited = await isPaperAwaited(work.tx, poll.id)
  if (awaited) await putAside(work, poll.id, ballots)
  else {
    await putOut(work, poll, ballots)
    await fixContent(work, poll.id)
  }
  await addJob(work.tx, work.newId(), {
    kind: 'destroy-ballot-key',
    data: { pollId: poll.id },
    dueAt: work.now,
    key: `destroy-ballot-key:${poll.id}`,
  })
}

/** Destroys the key of an emptied box, and the last traces of the order in which ballots came. Logged for all to read. */
export const destroyBallotKey = prepared(
  async (platform, input: { readonly pollId: string }) => {
    const box = await findBox(platform.database.read, input.pollId)
    if (box !== null && box.state !== 'open') {
      await platform.ballotKeys.destroy(input.pollId)
      if (platform.database.kind === 'sqlite') {
        await sql`pragma wal_checkpoint(truncate)`.execute(platform.database.write)
      }
      platform.log('info', 'The key of a secret vote was destroyed.', { poll: input.pollId })
    }
    return { ...input, gone: platform.ballotKeys.find(input.pollId) === null }
  },
  async (work: Work, { pollId, gone }) => {
    const poll = await getPoll(work.tx, pollId)
    work.require('poll.run', pollSubject(poll))
    if (!gone) throw new Error(`The key of ${pollId} is still there although its box is to be destroyed.`)
    await work.record({ type: 'poll.key-destroyed', pollId })
  },
)

function publishedOf({ way, hash, ballot, proof }: Kept): PublishedBallot {
  const code = hash ?? ''
  switch (way) {
    case 'token':
      return { ...(proof as Extract<PublishedBallot, { way: 'token' }>), way, hash: code }
    case 'code':
      return { way, hash: code, ballot }
    default:
      return { way: 'bare', ballot }
  }
}

function countParts(parts: readonly Part[]): Issued {
  const of = (way: Part['way']) => parts.filter((part) => part.way === way).length
  return { tokens: of('token'), envelopes: of('envelope'), papers: of('paper'), separate: of('separate') }
}
