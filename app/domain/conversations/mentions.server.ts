// Remembers who is spoken to in a contribution.
import type { Work } from '../run.server.ts'
import { mentionsAtMost, readMentions } from './mentions.ts'

/** Sets the mentions of a contribution to the people its text names now; the author themselves does not count. */
export async function setMentions(work: Work, contributionId: string, text: string): Promise<void> {
  await work.tx.deleteFrom('mention').where('contributionId', '=', contributionId).execute()
  const accounts = await findMentioned(work, text)
  if (accounts.length === 0) return
  await work.tx
    .insertInto('mention')
    .values(accounts.map((accountId) => ({ contributionId, accountId })))
    .execute()
}

async function findMentioned(work: Work, text: string): Promise<readonly string[]> {
  const mentions = readMentions(text)
  if (mentions.length === 0) return []
  const readings = [...new Set(mentions.flat())]
  const handles = readings.filter((reading) => !reading.includes(' ')).map((reading) => reading.toLowerCase())
  const accounts = await work.tx
    .selectFrom('account')
    .select(['id', 'handle', 'name'])
    .where('erasedAt', 'is', null)
    .where((eb) =>
      eb.or([eb('name', 'in', readings), ...(handles.length ? [eb('handle', 'in', handles)] : [])]),
    )
    .execute()
  const found = new Set<string>()
  for (const mention of mentions) {
    for (const reading of mention) {
      const byHandle = accounts.filter((account) => account.handle === reading.toLowerCase())
      const byName = accounts.filter((account) => account.name === reading)
      const [one, second] = byHandle.length > 0 ? byHandle : byName
      // Two people of one name: nobody is told rather than the wrong one.
      if (!one || second) continue
      if (one.id !== work.actor.accountId) found.add(one.id)
      break
    }
  }
  return [...found].slice(0, mentionsAtMost)
}
