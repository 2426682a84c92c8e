// Who may vote: found from seats, confirmations and lists while it is announced, frozen when it opens.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { AppointedRole } from '../actor.ts'
import { isAdministration } from '../council/house.ts'
import { batchesOf } from '../lists.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { getPoll, pollSubject, savePoll } from './poll.server.ts'
import type { Poll } from './poll.ts'
import { itemOfSeat } from './seated.ts'
import { setUpAction } from './space.ts'

type Voters = Pick<Poll, 'id' | 'space' | 'state' | 'electorate' | 'electorateRef' | 'openedAt'>

/** 'Bin ich stimmberechtigt?': asked of the frozen roll once it is open, before that of how things stand today. */
export async function isOnRoll(
  db: Kysely<Tables>,
  poll: Voters & Pick<Poll, 'subject'>,
  accountId: string | null,
  now: string,
): Promise<boolean> {
  if (accountId === null) return false
  if (poll.electorate === 'accounts') return true
  if (poll.openedAt !== null || poll.electorate === 'roll') {
    const row = await db
      .selectFrom('pollRoll')
      .select('accountId')
      .where('pollId', '=', poll.id)
      .where('accountId', '=', accountId)
      .executeTakeFirst()
    const itemId = itemOfSeat(poll)
    return row !== undefined && (itemId === null || (await stillSits(db, itemId, accountId, now)))
  }
  return (await findVoters(db, poll, now)).includes(accountId)
}

/** The seat in the body whose item is voted on, at this moment. */
async function stillSits(
  db: Kysely<Tables>,
  itemId: string,
  accountId: string,
  now: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .innerJoin('membership', 'membership.bodyId', 'meeting.bodyId')
    .select('membership.id')
    .where('agendaItem.id', '=', itemId)
    .where('membership.accountId', '=', accountId)
    .where('membership.fromAt', '<=', now)
    .where((eb) => eb.or([eb('membership.untilAt', 'is', null), eb('membership.untilAt', '>', now)]))
    .executeTakeFirst()
  return row !== undefined
}

/** Everybody who would be on the roll if it were closed now; for 'accounts' nobody can say. */
export async function findVoters(db: Kysely<Tables>, poll: Voters, now: string): Promise<readonly string[]> {
  const found = await candidatesFor(db, poll, now)
  if (poll.space !== 'council') return found
  // Denial wins: whoever holds a task of the town's is on no roll of the Council.
  const tasks = await db
    .selectFrom('appointment')
    .select(['accountId', 'role', 'scope'])
    .where('fromAt', '<=', now)
    .where((eb) => eb.or([eb('untilAt', 'is', null), eb('untilAt', '>', now)]))
    .execute()
  const barred = new Set(
    tasks
      .filter(({ role, scope }) =>
        isAdministration({ appointments: [{ role: role as AppointedRole, scope }] }),
      )
      .map(({ accountId }) => accountId),
  )
  return found.filter((accountId) => !barred.has(accountId))
}

async function candidatesFor(db: Kysely<Tables>, poll: Voters, now: string): Promise<readonly string[]> {
  switch (poll.electorate) {
    case 'accounts':
      return []
    case 'creators': {
      const rows = await db
        .selectFrom('creator')
        .innerJoin('account', 'account.id', 'creator.accountId')
        .select('creator.accountId')
        .where('creator.confirmedAt', 'is not', null)
        .where('account.erasedAt', 'is', null)
        .execute()
      return rows.map((row) => row.accountId)
    }
    case 'body':
    case 'bench': {
      const [body = '', bench] = (poll.electorateRef ?? '').split('/')
      const rows = await db
        .selectFrom('membership')
        .innerJoin('body', 'body.id', 'membership.bodyId')
        .innerJoin('account', 'account.id', 'membership.accountId')
        .leftJoin('bench', 'bench.id', 'membership.benchId')
        .select('membership.accountId')
        .distinct()
        .where('body.slug', '=', body)
        .where('membership.function', 'not in', ['minute-taker', 'substitute'])
        .where('account.erasedAt', 'is', null)
        .where('membership.fromAt', '<=', now)
        .where((eb) => eb.or([eb('membership.untilAt', 'is', null), eb('membership.untilAt', '>', now)]))
        .$if(bench !== undefined, (q) => q.where('bench.slug', '=', bench ?? ''))
        .execute()
      return rows.map((row) => row.accountId)
    }
    case 'roll':
    case 'codes': {
      const rows = await db.selectFrom('pollRoll').select('accountId').where('pollId', '=', poll.id).execute()
      return rows.map((row) => row.accountId)
    }
  }
}

/** Freezes who may vote, and says how many; null where everybody with an account may. */
export async function freezeRoll(work: Work, poll: Poll): Promise<number | null> {
  if (poll.electorate === 'accounts') return null
  const voters = await findVoters(work.tx, poll, work.now)
  await writeRoll(work, poll.id, voters)
  if (poll.electorate !== 'codes') return voters.length
  const { codes } = await work.tx
    .selectFrom('pollCode')
    .select((eb) => eb.fn.countAll().as('codes'))
    .where('pollId', '=', poll.id)
    .executeTakeFirstOrThrow()
  return Number(codes)
}

/** The roll is exactly these accounts. */
export async function writeRoll(work: Work, pollId: string, accountIds: readonly string[]): Promise<void> {
  await work.tx.deleteFrom('pollRoll').where('pollId', '=', pollId).execute()
  for (const batch of batchesOf([...new Set(accountIds)], 500)) {
    const rows = batch.map((accountId) => ({ pollId, accountId }))
    await work.tx.insertInto('pollRoll').values(rows).execute()
  }
}

/** A roll made by hand, while the vote is only announced. */
export async function setRoll(
  work: Work,
  input: { readonly pollId: string; readonly accountIds: readonly string[] },
): Promise<void> {
  const poll = await getPoll(work.tx, input.pollId)
  work.require(setUpAction(poll.space), pollSubject(poll))
  if (poll.state !== 'announced') throw refuse('poll_roll_frozen')
  if (poll.electorate !== 'roll') throw refuse('poll_electorate_incomplete')
  await writeRoll(work, poll.id, input.accountIds)
  await savePoll(work, poll)
  await work.record({ type: 'poll.changed', pollId: poll.id })
}
