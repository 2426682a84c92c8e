// Issues tokens: one for each voter on the roll, signed without seeing it.
import type { Ask } from '../../query.server.ts'
import { refuse } from '../../refusal.ts'
import { prepared, type Work } from '../../run.server.ts'
import { checkTakesVotes } from '../cast.server.ts'
import { getPoll, pollSubject } from '../poll.server.ts'
import { isOnRoll } from '../roll.server.ts'
import { drawerOf, findPart, getKeys, getOpenBox, putDrawer, roomOf, takeDrawer } from './box.server.ts'
import { fromBase64Url, sha256, toBase64Url } from './bytes.ts'
import { refuseOtherWay } from './ways.ts'

export interface TokenRequest {
  readonly pollId: string
  /** base64url, as long as the key's modulus. */
  readonly blindedMessage: string
}

/**
 * Signs a blinded message for a voter, once. The same message again gets the same answer, so a reply that was lost is no
 * harm; another message is refused. What is remembered is the hash of the blinded message: it says nothing of the token.
 */
export const issueToken = prepared(
  async (platform, input: TokenRequest) => {
    const keys = platform.ballotKeys.find(input.pollId)
    const bytes = fromBase64Url(input.blindedMessage)
    const signature = bytes && (keys?.signer?.sign(bytes) ?? null)
    return {
      pollId: input.pollId,
      blinded: bytes === null ? '' : toBase64Url(await sha256(bytes)),
      blindSignature: signature && toBase64Url(signature),
    }
  },
  async (work: Work, input) => {
    const poll = await getPoll(work.tx, input.pollId)
    const voter = work.actor.accountId
    work.require('ballot.cast', pollSubject(poll, await isOnRoll(work.tx, poll, voter, work.now)))
    checkTakesVotes(poll, work.now)
    const { sealer } = getKeys(roomOf(work), poll.id)
    const box = await getOpenBox(work.tx, poll.id)
    if (voter === null || input.blindSignature === null) throw refuse('token_not_readable')
    const drawer = drawerOf(box, sealer, voter)
    const people = await takeDrawer(work, box, sealer, drawer)
    const earlier = people.get(voter)
    if (earlier?.way !== 'token' || earlier.blinded !== input.blinded) {
      refuseOtherWay(earlier)
      await putDrawer(work, box, sealer, drawer, people.set(voter, { way: 'token', blinded: input.blinded }))
    }
    return { blindSignatures: [input.blindSignature] }
  },
)

/** Open votes in which this person drew a token: it may lie on the device in front of them. */
export async function listTokensOut(
  ask: Ask,
): Promise<readonly { readonly pollId: string; readonly number: number; readonly question: string }[]> {
  const { accountId } = ask.actor
  if (accountId === null) return []
  const open = await ask.db
    .selectFrom('poll')
    .select(['id as pollId', 'number', 'question'])
    .where('secrecy', '=', 'blind')
    .where('state', '=', 'open')
    .orderBy('number')
    .execute()
  const parts = await Promise.all(open.map(({ pollId }) => findPart(ask, pollId, accountId)))
  return open.filter((_, at) => parts[at] === 'token')
}
