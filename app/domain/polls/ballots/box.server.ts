// The ballot box of a secret vote: opened with frozen terms, locked while somebody puts something in, emptied at the close.
import type { Kysely } from 'kysely'
import { fromJson, toJson } from '#db/columns.ts'
import type { BallotBoxTable, Tables } from '#db/tables.ts'
import type { Platform } from '../../platform.ts'
import { refuse } from '../../refusal.ts'
import type { Work } from '../../run.server.ts'
import { listOptions } from '../poll.server.ts'
import type { Poll, PollOption } from '../poll.ts'
import { toHex } from './bytes.ts'
import type { OpenKeys, Sealer } from './keys.ts'
import { longestLine } from './longest-line.ts'
import { hashCodes, hashManifest, type Manifest } from './manifest.ts'
import { hashName } from './names.ts'
import { type Part, readDrawer, writeDrawer } from './part.ts'
import { findSecondSigner } from './second-signer.server.ts'
import type { Room } from './store.ts'

export interface Box extends Omit<BallotBoxTable, 'manifest'> {
  readonly manifest: Manifest
}

export function roomOf(work: Work): Room {
  return { db: work.tx, ballotKeys: work.platform.ballotKeys }
}

/** Prepared before the vote opens, since a key takes a while to make. A vote under names needs none. */
export async function makeKeys(platform: Platform, pollId: string): Promise<void> {
  const { secrecy } = (await platform.database.read
    .selectFrom('poll')
    .select('secrecy')
    .where('id', '=', pollId)
    .executeTakeFirst()) ?? { secrecy: 'open' }
  if (secrecy === 'separate' || secrecy === 'blind') await platform.ballotKeys.make(pollId, secrecy)
}

/** A vote without its keys takes nothing: whoever runs the house must put them back or declare it invalid. */
export function getKeys({ ballotKeys }: Pick<Room, 'ballotKeys'>, pollId: string): OpenKeys {
  const keys = ballotKeys.find(pollId)
  if (keys === null) throw refuse('ballot_key_missing')
  return keys
}

const peoplePerDrawer = 500

/** Freezes the terms and puts up the empty box; called in the transaction that opens the vote. */
export async function openBox(work: Work, poll: Poll, kind: 'separate' | 'blind'): Promise<void> {
  const { sealer, signer } = await work.platform.ballotKeys.make(poll.id, kind)
  const manifest = await manifestOf(work, poll, signer)
  const voters = poll.rollSize ?? (await countAccounts(work.tx))
  const drawers = Math.max(1, Math.ceil(voters / peoplePerDrawer))
  await work.tx
    .insertInto('ballotBox')
    .values({
      pollId: poll.id,
      state: 'open',
      manifest: toJson(manifest),
      manifestHash: await hashManifest(manifest),
      drawers,
      issued: null,
      hash: null,
    })
    .execute()
  for (let drawer = 0; drawer < drawers; drawer++) {
    await work.tx
      .insertInto('ballotDrawer')
      .values({ pollId: poll.id, drawer, sealed: sealer.seal(writeDrawer(new Map()), 0) })
      .execute()
  }
}

async function manifestOf(work: Work, poll: Poll, signer: OpenKeys['signer']): Promise<Manifest> {
  const options = await listOptions(work.tx, poll.id)
  const codes = await listCodes(work.tx, poll.id)
  const second = await findSecondSigner(work.tx, poll.id)
  return {
    format: 'stimmtisch-manifest-1',
    pollId: poll.id,
    address: `${work.platform.baseUrl}/abstimmungen/${poll.number}`,
    question: poll.question,
    label: poll.label,
    secrecy: poll.secrecy === 'blind' ? 'blind' : 'separate',
    options: poll.label === 'election' ? await hashedNames(work, poll.id, options) : options.map(titleOf),
    method: poll.method,
    settings: poll.settings,
    seats: poll.seats,
    majority: poll.majority,
    majorityBase: poll.majorityBase,
    quorum: poll.quorum,
    rollSize: poll.rollSize,
    opensAt: work.now,
    closesAt: poll.closesAt,
    signers:
      signer === null
        ? []
        : [{ name: work.platform.baseUrl, ...signer.publicKey }, ...(second === null ? [] : [second])],
    ...(signer === null ? {} : { unsigned: ['code', 'paper'] as const }),
    receiptKey: signer?.receiptKey ?? null,
    codes: codes.length === 0 ? null : { count: codes.length, hash: await hashCodes(codes) },
  }
}

const titleOf = ({ key, title }: PollOption) => ({ key, title })

/** Keeps the salt beside each name: whoever forgets the one forgets the other. */
async function hashedNames(work: Work, pollId: string, options: readonly PollOption[]) {
  const hashed: Manifest['options'][number][] = []
  for (const { key, title } of options) {
    const salt = toHex(work.platform.ballotKeys.random(16))
    await work.tx
      .updateTable('pollOption')
      .set({ salt })
      .where('pollId', '=', pollId)
      .where('key', '=', key)
      .execute()
    hashed.push({ key, nameHash: await hashName({ title, salt }) })
  }
  return hashed
}

async function countAccounts(db: Kysely<Tables>): Promise<number> {
  const { accounts } = await db
    .selectFrom('account')
    .select((eb) => eb.fn.countAll().as('accounts'))
    .executeTakeFirstOrThrow()
  return Number(accounts)
}

export async function listCodes(db: Kysely<Tables>, pollId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('printedCode').select('hash').where('pollId', '=', pollId).execute()
  return rows.map((row) => row.hash).sort()
}

export async function findBox(db: Kysely<Tables>, pollId: string): Promise<Box | null> {
  const row = await db.selectFrom('ballotBox').selectAll().where('pollId', '=', pollId).executeTakeFirst()
  return row ? { ...row, manifest: fromJson<Manifest>(row.manifest) } : null
}

export async function getOpenBox(db: Kysely<Tables>, pollId: string): Promise<Box> {
  const box = await findBox(db, pollId)
  if (!box) throw refuse('not_found')
  if (box.state === 'void') throw refuse('ballots_void')
  if (box.state !== 'open') throw refuse('poll_is_closed')
  return box
}

/** Which drawer a name belongs into. Only the key can tell. */
export function drawerOf(box: Pick<Box, 'drawers'>, sealer: Sealer, name: string): number {
  return Number.parseInt(sealer.mark(`drawer:${name}`).slice(0, 12), 16) % box.drawers
}

/**
 * Locks a drawer for this transaction and reads who is in it. The close takes all drawers away, so whatever is put in
 * is either there at the close or refused, never lost between the two.
 */
export async function takeDrawer(
  work: Work,
  box: Box,
  sealer: Sealer,
  drawer: number,
): Promise<Map<string, Part>> {
  const row = await work.tx
    .updateTable('ballotDrawer')
    .set({ drawer })
    .where('pollId', '=', box.pollId)
    .where('drawer', '=', drawer)
    .returning('sealed')
    .executeTakeFirst()
  if (!row) throw refuse('poll_is_closed')
  return readDrawer(sealer.open(row.sealed))
}

export async function putDrawer(
  work: Work,
  box: Box,
  sealer: Sealer,
  drawer: number,
  people: ReadonlyMap<string, Part>,
): Promise<void> {
  await work.tx
    .updateTable('ballotDrawer')
    .set({ sealed: sealer.seal(writeDrawer(people), 0) })
    .where('pollId', '=', box.pollId)
    .where('drawer', '=', drawer)
    .execute()
}

/** In which way, while the box is open; after it nobody keeps that any more. */
export type Taken = Part['way'] | 'some-way'

/** Everybody who took part: read with the key while the box is open, from the set that is kept after. */
export async function readPeople(
  { db, ballotKeys }: Room,
  pollId: string,
): Promise<ReadonlyMap<string, Taken>> {
  const after = await db
    .selectFrom('turnout')
    .select('people')
    .where('pollId', '=', pollId)
    .executeTakeFirst()
  if (after) return new Map(fromJson<string[]>(after.people).map((account) => [account, 'some-way']))
  const rows = await db.selectFrom('ballotDrawer').select('sealed').where('pollId', '=', pollId).execute()
  const sealer = ballotKeys.find(pollId)?.sealer
  // Without its key a vote still shows its page; whoever casts is told that it is missing.
  if (!sealer) return new Map()
  return new Map(
    rows.flatMap(({ sealed }) =>
      [...readDrawer(sealer.open(sealed))].map(([account, { way }]) => [account, way] as const),
    ),
  )
}

/** How one person took part; null: not yet. */
export async function findPart(
  { db, ballotKeys }: Room,
  pollId: string,
  accountId: string,
): Promise<Taken | null> {
  const box = await findBox(db, pollId)
  if (!box) return null
  if (box.state !== 'open') return (await readPeople({ db, ballotKeys }, pollId)).get(accountId) ?? null
  const sealer = ballotKeys.find(pollId)?.sealer
  if (!sealer) return null
  const row = await db
    .selectFrom('ballotDrawer')
    .select('sealed')
    .where('pollId', '=', pollId)
    .where('drawer', '=', drawerOf(box, sealer, accountId))
    .executeTakeFirst()
  return (row && readDrawer(sealer.open(row.sealed)).get(accountId)?.way) ?? null
}

export type Kept = {
  readonly way: string
  readonly hash: string | null
  readonly ballot: string
  readonly proof: unknown
}

/** The sealed form of a ballot: as long as the longest one of this vote. */
export function sealBallotRow(box: Box, sealer: Sealer, kept: Kept): string {
  const rest = toJson({ ...kept, ballot: '' }).length
  return sealer.seal(toJson(kept), rest + longestLine(box.manifest.options.map(({ key }) => key)))
}
