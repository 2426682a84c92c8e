// Who may elect: the register at the end of the cut-off day. Its members read it; outside nobody sees it.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { council } from '../council/house.ts'
import { batchesOf } from '../lists.ts'
import { may } from '../policy.ts'
import { getPoll } from '../polls/poll.server.ts'
import { findVoters, writeRoll } from '../polls/roll.server.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { getElectionById, saveElection } from './election.server.ts'
import type { CompleteElection, ElectionRules } from './election.ts'

/** The clock closes the roll. Asked twice, it does nothing the second time. */
export async function closeRoll(work: Work, input: { readonly electionId: string }): Promise<void> {
  const election = await getElectionById(work.tx, input.electionId)
  work.require('election.run', council)
  if (election.state !== 'announced' || election.rollClosedAt !== null) return
  const voters = await electorsToday(work.tx, election.rules, work.now)
  for (const batch of batchesOf(voters, 500)) {
    const rows = batch.map((accountId) => ({ electionId: election.id, accountId }))
    await work.tx.insertInto('electionRoll').values(rows).execute()
  }
  await saveElection(work, { ...election, rollClosedAt: work.now })
  await work.record({ type: 'election.roll-closed', electionId: election.id })
}

/** Confirmed creators of the electorate who are old enough, without anybody who works for the administration. */
export async function electorsToday(
  db: Kysely<Tables>,
  { electorate, minimumAge, branches }: Pick<ElectionRules, 'electorate' | 'minimumAge' | 'branches'>,
  now: string,
): Promise<readonly string[]> {
  const voters = await findVoters(
    db,
    {
      id: '',
      space: 'council',
      state: 'announced',
      electorate: 'creators',
      electorateRef: null,
      openedAt: null,
    },
    now,
  )
  if (voters.length === 0) return []
  const rows = await db
    .selectFrom('account')
    .innerJoin('creator', 'creator.accountId', 'account.id')
    .select(['id', 'branch'])
    .where('id', 'in', [...voters])
    .where('ageBand', 'in', minimumAge === '14' ? ['16+', '14-15'] : ['16+'])
    .execute()
  const own = new Set(branches.map(({ name }) => plain(name)))
  return rows.filter(({ branch }) => electorate === 'creators' || own.has(plain(branch))).map(({ id }) => id)
}

/** People type their own branch: capitals and spaces at its ends make no other one of it. */
function plain(branch: string): string {
  return branch.trim().toLowerCase()
}

/** 'Stehe ich im Verzeichnis?': of the closed roll, before that of how things stand today. */
export async function isOnElectionRoll(
  db: Kysely<Tables>,
  election: CompleteElection,
  accountId: string | null,
  now: string,
): Promise<boolean> {
  if (accountId === null) return false
  if (election.rollClosedAt === null)
    return (await electorsToday(db, election.rules, now)).includes(accountId)
  const row = await db
    .selectFrom('electionRoll')
    .select('accountId')
    .where('electionId', '=', election.id)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row !== undefined
}

/** The roll by name, for those inside; 'not_found' for everybody else. */
export async function listRoll(ask: Ask, election: CompleteElection) {
  if (!may(ask.actor, 'council.read-internal', council)) throw refuse('not_found')
  const ids =
    election.rollClosedAt === null
      ? await electorsToday(ask.db, election.rules, ask.now)
      : await idsOnRoll(ask.db, election.id)
  if (ids.length === 0) return []
  const rows = await ask.db
    .selectFrom('account')
    .leftJoin('creator', 'creator.accountId', 'account.id')
    .select(['account.id', 'account.name', 'creator.branch'])
    .where('account.id', 'in', [...ids])
    .where('account.erasedAt', 'is', null)
    .orderBy('account.sortName')
    .execute()
  return rows.map(({ id, name, branch }) => ({ id, name, branch: branch ?? '' }))
}

/**
 * Enters somebody or strikes them. Once the ballot stands its own roll is mended too; with the opening it is frozen.
 * Asks nobody: for whoever decided an objection.
 */
export async function mendRoll(
  work: Work,
  election: CompleteElection,
  accountId: string,
  how: 'enter' | 'strike',
): Promise<void> {
  const row = { electionId: election.id, accountId }
  const poll = election.pollId === null ? null : await getPoll(work.tx, election.pollId)
  if (poll !== null && poll.state !== 'announced') throw refuse('poll_roll_frozen')
  if (how === 'enter') {
    await work.tx
      .insertInto('electionRoll')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  } else {
    await work.tx
      .deleteFrom('electionRoll')
      .where('electionId', '=', row.electionId)
      .where('accountId', '=', accountId)
      .execute()
  }
  if (poll !== null) await writeRoll(work, poll.id, await idsOnRoll(work.tx, election.id))
}

/** Those on the closed roll who still have an account. */
export async function idsOnRoll(db: Kysely<Tables>, electionId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('electionRoll')
    .innerJoin('account', 'account.id', 'electionRoll.accountId')
    .select('account.id')
    .where('electionId', '=', electionId)
    .where('account.erasedAt', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}
