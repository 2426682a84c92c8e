// Takes ballots without a name: with a token signed blind, or with a code from an envelope. Nobody is asked who they are.
import { refuse } from '../../refusal.ts'
import { prepared, type Work } from '../../run.server.ts'
import { checkTakesVotes } from '../cast.server.ts'
import { getPoll, pollSubject } from '../poll.server.ts'
import type { Poll } from '../poll.ts'
import {
  type Box,
  drawerOf,
  findBox,
  getKeys,
  getOpenBox,
  type Kept,
  roomOf,
  sealBallotRow,
  takeDrawer,
} from './box.server.ts'
import { fromBase64Url, toBase64Url } from './bytes.ts'
import { checkLine } from './check-line.ts'
import type { OpenKeys, Sealer } from './keys.ts'
import type { Receipt } from './receipt.ts'
import { digestOf, isSealed, type SignedBallot } from './signed-ballot.ts'
import type { Arrival } from './store.ts'
import { hashOfMessage, isSignedByAll, voterKeyIn } from './token.ts'

export interface SignedCast {
  readonly pollId: string
  readonly ballot: SignedBallot
}

/** The last ballot of a token counts, until the close. The very same one again is answered the same again. */
export const castSigned = prepared(
  async (platform, { pollId, ballot }: SignedCast) => {
    const keys = platform.ballotKeys.find(pollId)
    const box = await findBox(platform.database.read, pollId)
    const hash = box && (await hashOfGenuine(box, ballot))
    const receipt = hash && keys?.signer && (await receiptFor(keys.signer, pollId, hash, ballot))
    return { pollId, ballot, hash, receipt: receipt || null }
  },
  async (work: Work, { pollId, ballot, hash, receipt }) => {
    const { poll, box, sealer } = await openForBallots(work, pollId)
    if (hash === null || receipt === null) throw refuse('token_not_genuine')
    checkLine(ballot.ballot, poll, optionsOf(box))
    const key = await lockSlot(work, box, sealer, hash)
    const earlier = await findKept(work, box, sealer, key)
    const before = earlier?.proof as SignedBallot | undefined
    if (before && before.seal === ballot.seal && before.turn === ballot.turn)
      return { kind: 'again' as const, receipt }
    if (before && before.turn >= ballot.turn) throw refuse('ballot_of_later_turn', { turn: before.turn })
    await putSealed(work, box, sealer, key, { way: 'token', hash, ballot: ballot.ballot, proof: ballot })
    return { kind: before ? ('changed' as const) : ('arrived' as const), receipt }
  },
)

export interface CodeCast {
  readonly pollId: string
  /** As `hashOfCode` gives it. */
  readonly codeHash: string
  readonly line: string
}

/** The way without scripts: a printed code and a ballot. The last ballot of a code counts. */
export async function castByCode(work: Work, { pollId, codeHash, line }: CodeCast): Promise<Arrival['kind']> {
  const { poll, box, sealer } = await openForBallots(work, pollId)
  const printed = await work.tx
    .selectFrom('printedCode')
    .select('hash')
    .where('pollId', '=', pollId)
    .where('hash', '=', codeHash)
    .executeTakeFirst()
  if (!printed) throw refuse('code_not_printed')
  checkLine(line, poll, optionsOf(box))
  const key = await lockSlot(work, box, sealer, codeHash)
  const earlier = await findKept(work, box, sealer, key)
  if (earlier?.ballot === line) return 'again'
  await putSealed(work, box, sealer, key, { way: 'code', hash: codeHash, ballot: line, proof: null })
  return earlier ? 'changed' : 'arrived'
}

/** The hash of a genuine token with its ballot; null for anything else. */
async function hashOfGenuine({ manifest }: Box, ballot: SignedBallot): Promise<string | null> {
  const message = fromBase64Url(ballot.message)
  const voterKey = message && voterKeyIn(message, manifest.pollId)
  if (message === null || voterKey === null) return null
  const genuine =
    (await isSignedByAll(manifest.signers, message, ballot.signatures)) && (await isSealed(ballot, voterKey))
  return genuine ? hashOfMessage(message) : null
}

async function receiptFor(
  signer: NonNullable<OpenKeys['signer']>,
  pollId: string,
  hash: string,
  ballot: SignedBallot,
): Promise<Receipt> {
  const digest = await digestOf(ballot)
  return {
    format: 'stimmtisch-receipt-1',
    pollId,
    hash,
    turn: ballot.turn,
    digest: toBase64Url(digest),
    signature: toBase64Url(signer.signReceipt(digest)),
  }
}

async function openForBallots(work: Work, pollId: string) {
  const poll: Poll = await getPoll(work.tx, pollId)
  if (poll.secrecy !== 'blind') throw refuse('not_found')
  work.require('ballot.cast-by-token', pollSubject(poll))
  checkTakesVotes(poll, work.now)
  const { sealer } = getKeys(roomOf(work), pollId)
  return { poll, sealer, box: await getOpenBox(work.tx, pollId) }
}

function optionsOf({ manifest }: Box): readonly string[] {
  return manifest.options.map(({ key }) => key)
}

/** The name a ballot is stored under while the box is open, and the lock that the close waits for. */
async function lockSlot(work: Work, box: Box, sealer: Sealer, hash: string): Promise<string> {
  await takeDrawer(work, box, sealer, drawerOf(box, sealer, hash))
  return sealer.mark(`ballot:${hash}`)
}

async function findKept(work: Work, box: Box, sealer: Sealer, key: string): Promise<Kept | null> {
  const row = await work.tx
    .selectFrom('sealedBallot')
    .select('sealed')
    .where('pollId', '=', box.pollId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? (JSON.parse(sealer.open(row.sealed)) as Kept) : null
}

async function putSealed(work: Work, box: Box, sealer: Sealer, key: string, kept: Kept): Promise<void> {
  const sealed = sealBallotRow(box, sealer, kept)
  await work.tx
    .insertInto('sealedBallot')
    .values({ pollId: box.pollId, key, sealed })
    .onConflict((conflict) => conflict.columns(['pollId', 'key']).doUpdateSet({ sealed }))
    .execute()
}
