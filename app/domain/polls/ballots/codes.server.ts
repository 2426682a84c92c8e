// Printed codes: the way of a blind-signed vote for those without a device. Shown once, on the sheets for the envelopes.
import { batchesOf } from '../../lists.ts'
import { refuse } from '../../refusal.ts'
import { prepared, type Work } from '../../run.server.ts'
import { getPoll, pollSubject, savePoll } from '../poll.server.ts'
import { setUpAction } from '../space.ts'
import { hashOfCode, mostCodes, writeCode } from './code.ts'

export interface PrintCodes {
  readonly pollId: string
  readonly count: number
}

/**
 * Makes as many codes as sheets are wanted and gives them back this once; what is kept is their hashes, sorted. Earlier
 * codes of this vote are void. Only before it opens, since the terms name them.
 */
export const printCodes = prepared(
  async (platform, { pollId, count }: PrintCodes) => {
    const wanted = Math.max(0, Math.min(count, mostCodes))
    const codes = Array.from({ length: wanted }, () => writeCode(platform.ballotKeys.random(10)))
    const hashes = await Promise.all(codes.map((code) => hashOfCode(pollId, code)))
    return { pollId, codes, hashes: hashes.sort() }
  },
  async (work: Work, { pollId, codes, hashes }): Promise<readonly string[]> => {
    const poll = await getPoll(work.tx, pollId)
    work.require(setUpAction(poll.space), pollSubject(poll))
    if (poll.secrecy !== 'blind') throw refuse('codes_only_for_blind')
    if (poll.state !== 'announced') throw refuse('codes_before_opening')
    await work.tx.deleteFrom('printedCode').where('pollId', '=', pollId).execute()
    for (const some of batchesOf(hashes, 500)) {
      await work.tx
        .insertInto('printedCode')
        .values(some.map((hash) => ({ pollId, hash })))
        .execute()
    }
    await savePoll(work, poll)
    await work.record({ type: 'poll.codes-printed', pollId })
    return codes
  },
)
