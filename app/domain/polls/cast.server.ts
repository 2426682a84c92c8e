// Takes a ballot at the door: who, when, and whether it is one of this vote. Where it lies is the store's to know.
import { queueMailTo } from '../notices/outbox.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { ballotRules } from './ballot-rules.ts'
import type { Arrival } from './ballots/store.ts'
import { storeOf } from './ballots/stores.server.ts'
import { type Choice, checkChoice, writeChoice } from './choice.ts'
import { planTelling } from './clock.server.ts'
import { ballotArrivedMail } from './mails.ts'
import { asPoll, pollSubject } from './poll.server.ts'
import { isOpen, type Poll } from './poll.ts'
import { isOnRoll } from './roll.server.ts'

export interface Cast {
  readonly pollId: string
  readonly choice: Choice
  readonly reason: string | null
}

/**
 * One vote a person. A secret one leaves no event, no job and no mail behind, and the door gives it no form key: the
 * store itself answers 'again' to the same ballot.
 */
export async function castBallot(work: Work, { pollId, choice, reason }: Cast): Promise<Arrival> {
  const poll = await pollWhileItTakesVotes(work, pollId)
  const accountId = work.actor.accountId
  const onRoll = await isOnRoll(work.tx, poll, accountId, work.now)
  if (accountId !== null && !onRoll && poll.visibility === 'public') throw refuse('ballot_not_on_roll')
  work.require('ballot.cast', pollSubject(poll, onRoll))
  checkTakesVotes(poll, work.now)
  const keys = await keysOf(work, poll)
  checkChoice(choice, ballotRules(poll, keys))
  checkReason(poll, choice, reason)
  const line = writeChoice(choice, keys)
  const kept = poll.reason === 'off' && line !== 'objection' && line !== 'concern' ? null : reason
  const arrival = await storeOf(poll).cast(work, poll, { accountId: accountId ?? '', line, reason: kept })
  if (poll.secrecy === 'open' && arrival.kind !== 'again') {
    await planTelling(work, poll)
    const data = ballotArrivedMail(poll, arrival.control)
    await queueMailTo(work, accountId ?? '', { kind: 'ballot-arrived', topic: null, data })
    await work.record({ type: 'ballot.cast', pollId })
  }
  return arrival
}

/** Held on PostgreSQL until this ballot is in, so that a close waits for it instead of passing it by. */
async function pollWhileItTakesVotes(work: Work, pollId: string): Promise<Poll> {
  const row = await work.tx
    .selectFrom('poll')
    .selectAll()
    .where('id', '=', pollId)
    .$if(work.platform.database.kind === 'postgres', (q) => q.forShare())
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asPoll(row)
}

export function checkTakesVotes(poll: Poll, now: string): void {
  if (poll.state === 'announced') throw refuse('poll_not_open_yet')
  if (!isOpen(poll, now)) throw refuse('poll_is_closed')
}

async function keysOf(work: Work, poll: Poll): Promise<readonly string[]> {
  const rows = await work.tx
    .selectFrom('pollOption')
    .select('key')
    .where('pollId', '=', poll.id)
    .orderBy('place')
    .execute()
  return rows.map((row) => row.key)
}

/** A paramount objection needs its reason whatever else was agreed: it is there to be heard. */
function checkReason(poll: Poll, choice: Choice, reason: string | null): void {
  const objects = poll.method === 'consent' && choice.kind === 'one' && choice.option === 'objection'
  if ((poll.reason === 'required' || objects) && reason === null && choice.kind !== 'blank') {
    throw refuse('ballot_reason_missing')
  }
}
