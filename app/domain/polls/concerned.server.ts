// Whom a vote concerns at each turn of its life: those on its roll, those who voted by name, whoever set it up.
import { isOfElection } from '../elections/of-poll.server.ts'
import type { Work } from '../run.server.ts'
import { storeOf } from './ballots/stores.server.ts'
import type { PollEvents } from './events.ts'
import { asPoll } from './poll.server.ts'
import { isOpen, type Poll } from './poll.ts'

type PollEvent = { readonly type: keyof PollEvents; readonly pollId: string }

/** A vote of everybody writes to nobody unasked; one with a roll writes to those on it. */
export async function pollVoters(work: Work, event: PollEvent): Promise<readonly string[]> {
  const row = await work.tx.selectFrom('poll').selectAll().where('id', '=', event.pollId).executeTakeFirst()
  if (!row) return []
  const poll = asPoll(row)
  switch (event.type) {
    // A meeting opens and counts its votes in front of everybody; nobody needs a letter about them.
    case 'poll.opened':
      return isOwnLetter(poll) ? rollOf(work, poll) : []
    case 'poll.reminded':
      return isOpen(poll, work.now) ? notYetVoted(work, poll) : []
    case 'poll.counted':
    case 'poll.lot-drawn':
      return isOwnLetter(poll) && poll.state !== 'counted' ? whoTookPart(work, poll) : []
    case 'poll.invalidated':
      return whoTookPart(work, poll)
    default:
      return []
  }
}

/** A vote for itself, or one of an election: their voters are not in one room. */
function isOwnLetter(poll: Poll): boolean {
  return poll.subject === null || isOfElection(poll)
}

async function rollOf(work: Work, poll: Poll): Promise<readonly string[]> {
  const rows = await work.tx
    .selectFrom('pollRoll')
    .innerJoin('account', 'account.id', 'pollRoll.accountId')
    .select('pollRoll.accountId')
    .where('pollRoll.pollId', '=', poll.id)
    .where('account.erasedAt', 'is', null)
    .execute()
  return rows.map((row) => row.accountId)
}

/** Nobody where it would say who has voted to anybody but the store itself. */
async function notYetVoted(work: Work, poll: Poll): Promise<readonly string[]> {
  const room = { db: work.tx, ballotKeys: work.platform.ballotKeys }
  const voted = await storeOf(poll).whoVoted(room, poll.id)
  if (voted === null) return []
  const done = new Set(voted)
  return (await rollOf(work, poll)).filter((accountId) => !done.has(accountId))
}

async function whoTookPart(work: Work, poll: Poll): Promise<readonly string[]> {
  if (poll.electorate !== 'accounts') return rollOf(work, poll)
  if (poll.secrecy !== 'open') return []
  const room = { db: work.tx, ballotKeys: work.platform.ballotKeys }
  return (await storeOf(poll).whoVoted(room, poll.id)) ?? []
}

/** Whoever set it up, for the day on which it is looked at again. */
export async function pollSetter(work: Work, pollId: string): Promise<string | null> {
  const row = await work.tx
    .selectFrom('poll')
    .select('createdById')
    .where('id', '=', pollId)
    .executeTakeFirst()
  return row?.createdById ?? null
}
