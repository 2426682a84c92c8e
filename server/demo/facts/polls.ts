// Votes as checks know them: whose house, how secret, how far, and who is on the roll.
import { asPoll } from '#app/domain/polls/poll.server.ts'
import { isOnRoll } from '#app/domain/polls/roll.server.ts'
import type { RunningPlatform } from '../../platform.ts'

type Db = RunningPlatform['database']['read']

export async function listPolls(db: Db, handles: ReadonlyMap<string | null, string>, now: string) {
  const rows = await db.selectFrom('poll').selectAll().orderBy('number').execute()
  return Promise.all(
    rows.map(async (row) => {
      const poll = asPoll(row)
      const electors: string[] = []
      for (const [id, handle] of handles) if (await isOnRoll(db, poll, id, now)) electors.push(handle)
      const { id, number, space, state, label, method, secrecy, electorate, subject, conversationId } = poll
      return {
        visibility: poll.visibility as string,
        ...{ id, number, space, state, label, method, secrecy, electorate, subject, conversationId },
        counted: poll.countedAt !== null,
        by: handles.get(poll.createdById) ?? null,
        electors,
        address: `/abstimmungen/${number}`,
      }
    }),
  )
}
