// Somebody erases their account: a vote that still runs forgets theirs, one that is over keeps the ballot without the name.
import type { Work } from '../run.server.ts'

/** Secret ballots cannot be found by whose they are; that is what they are for. */
export async function leaveVotes(work: Work, accountId: string): Promise<void> {
  const { tx } = work
  const running = tx.selectFrom('poll').select('id').where('state', 'in', ['announced', 'open'])
  await tx
    .deleteFrom('openBallot')
    .where('accountId', '=', accountId)
    .where('pollId', 'in', running)
    .execute()
  await tx
    .updateTable('openBallot')
    .set({ accountId: null, reason: null })
    .where('accountId', '=', accountId)
    .execute()
  await tx.deleteFrom('benchSeat').where('accountId', '=', accountId).where('pollId', 'in', running).execute()
  await tx.deleteFrom('pollRoll').where('accountId', '=', accountId).where('pollId', 'in', running).execute()
}
