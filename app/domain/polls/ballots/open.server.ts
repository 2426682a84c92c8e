// Open ballots: each under its voter's name, one a person by a constraint of the table.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { refuse } from '../../refusal.ts'
import { controlNumber } from './control.ts'
import type { BallotStore } from './store.ts'

export const openBallots: BallotStore = {
  async open() {},

  async cast(work, poll, { accountId, line, reason }) {
    const id = work.newId()
    const added = await work.tx
      .insertInto('openBallot')
      .values({
        id,
        pollId: poll.id,
        accountId,
        choice: line,
        reason,
        castAt: work.now,
        changedAt: null,
      })
      .onConflict((conflict) => conflict.columns(['pollId', 'accountId']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) return { kind: 'arrived', control: controlNumber(id) }
    const earlier = await work.tx
      .selectFrom('openBallot')
      .select(['id', 'choice', 'reason'])
      .where('pollId', '=', poll.id)
      .where('accountId', '=', accountId)
      .executeTakeFirstOrThrow()
    if (earlier.choice === line && earlier.reason === reason) {
      return { kind: 'again', control: controlNumber(earlier.id) }
    }
    if (poll.changeable === 'no') throw refuse('ballot_cast_already')
    await work.tx
      .updateTable('openBallot')
      .set({ choice: line, reason, changedAt: work.now })
      .where('id', '=', earlier.id)
      .execute()
    return { kind: 'changed', control: controlNumber(earlier.id) }
  },

  async ownVote({ db }, poll, accountId) {
    const row = await db
      .selectFrom('openBallot')
      .select(['id', 'choice', 'reason', 'castAt', 'changedAt'])
      .where('pollId', '=', poll.id)
      .where('accountId', '=', accountId)
      .executeTakeFirst()
    if (!row) return null
    const { choice: line, reason } = row
    return { way: 'open', line, reason, at: row.changedAt ?? row.castAt, control: controlNumber(row.id) }
  },

  async turnout({ db }, pollId) {
    const { votes } = await db
      .selectFrom('openBallot')
      .select((eb) => eb.fn.countAll().as('votes'))
      .where('pollId', '=', pollId)
      .executeTakeFirstOrThrow()
    return Number(votes)
  },

  async whoVoted({ db }, pollId) {
    const rows = await db
      .selectFrom('openBallot')
      .select('accountId')
      .where('pollId', '=', pollId)
      .where('accountId', 'is not', null)
      .execute()
    return rows.map((row) => row.accountId ?? '')
  },

  async seal() {},

  read({ db }, poll) {
    return pages(db, poll.id)
  },
}

const pageSize = 5_000

/** Page by page, so that neither a request nor a write has to wait for a hundred thousand ballots. */
async function* pages(db: Kysely<Tables>, pollId: string): AsyncGenerator<readonly string[]> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('openBallot')
      .select(['id', 'choice'])
      .where('pollId', '=', pollId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize)
      .execute()
    if (rows.length > 0) yield rows.map((row) => row.choice)
    if (rows.length < pageSize) return
    after = rows.at(-1)?.id ?? ''
  }
}
