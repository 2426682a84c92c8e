// A roll by letters: each carries a code; whoever is signed in and redeems one is on the roll. Once a code, once a person.
import { batchesOf } from '../lists.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { getPoll, mayReadPoll, pollSubject } from './poll.server.ts'
import { isOpen } from './poll.ts'
import { setUpAction } from './space.ts'

type OnePoll = { readonly pollId: string }

/** Letters and digits that nobody mistakes for others. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Makes codes to print. They are shown this once; the house keeps only what cannot be turned back. */
export const makeCodes = prepared(
  async (platform, { pollId, count }: OnePoll & { readonly count: number }) => {
    const codes = Array.from({ length: count }, () => codeFrom(platform.newSecret()))
    return { pollId, codes, hashes: codes.map((code) => hashOf(platform, pollId, code)) }
  },
  async (
    work: Work,
    {
      pollId,
      codes,
      hashes,
    }: OnePoll & { readonly codes: readonly string[]; readonly hashes: readonly string[] },
  ): Promise<readonly string[]> => {
    const poll = await getPoll(work.tx, pollId)
    work.require(setUpAction(poll.space), pollSubject(poll))
    if (poll.state !== 'announced') throw refuse('poll_roll_frozen')
    if (poll.electorate !== 'codes') throw refuse('poll_electorate_incomplete')
    for (const some of batchesOf(hashes, 500)) {
      await work.tx
        .insertInto('pollCode')
        .values(some.map((codeHash) => ({ pollId, codeHash, accountId: null })))
        .execute()
    }
    await work.record({ type: 'poll.changed', pollId })
    return codes
  },
)

export const redeemCode = prepared(
  async (platform, { pollId, code }: OnePoll & { readonly code: string }) => ({
    pollId,
    codeHash: hashOf(platform, pollId, code),
  }),
  async (work: Work, { pollId, codeHash }: OnePoll & { readonly codeHash: string }): Promise<void> => {
    const poll = await getPoll(work.tx, pollId)
    if (!mayReadPoll(work, poll)) throw refuse('not_found')
    if (work.actor.accountId === null) throw refuse('sign_in_first')
    if (poll.state !== 'announced' && !isOpen(poll, work.now)) throw refuse('poll_is_closed')
    const accountId = work.actor.accountId
    const redeemed = await work.tx
      .updateTable('pollCode')
      .set({ accountId })
      .where('pollId', '=', pollId)
      .where('codeHash', '=', codeHash)
      .where('accountId', 'is', null)
      .returning('codeHash')
      .executeTakeFirst()
    if (!redeemed)
      throw refuse((await isKnown(work, pollId, codeHash)) ? 'ballot_code_used' : 'ballot_code_unknown')
    const added = await work.tx
      .insertInto('pollRoll')
      .values({ pollId, accountId })
      .onConflict((conflict) => conflict.doNothing())
      .returning('accountId')
      .executeTakeFirst()
    // A second letter in one hand stays good for whom it was meant.
    if (!added) throw refuse('ballot_code_used')
  },
)

async function isKnown(work: Work, pollId: string, codeHash: string): Promise<boolean> {
  const row = await work.tx
    .selectFrom('pollCode')
    .select('codeHash')
    .where('pollId', '=', pollId)
    .where('codeHash', '=', codeHash)
    .executeTakeFirst()
  return row !== undefined
}

/** Typed with or without its hyphens, small or capital. */
function hashOf(platform: { hash(secret: string): string }, pollId: string, code: string): string {
  return platform.hash(`poll-code:${pollId}:${code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')}`)
}

/** Twelve signs in three groups from 256 random bits: nobody guesses one in a town's lifetime. */
function codeFrom(secret: string): string {
  let rest = 0n
  for (const sign of secret) rest = rest * 64n + BigInt(sign.charCodeAt(0) % 64)
  let code = ''
  for (let place = 0; place < 12; place += 1) {
    code += signs[Number(rest % BigInt(signs.length))]
    rest /= BigInt(signs.length)
  }
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}
