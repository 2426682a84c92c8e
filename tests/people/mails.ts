// Reads the outbox the way a person reads their mail.
import type { MailText } from '#app/domain/notices/mail.ts'
import { fromJson } from '#db/columns.ts'
import type { TestTown } from '#tests/platform.ts'

/** What the newest mail to this address says: the values of its sentences. */
export async function newestMail(town: TestTown, address: string): Promise<Record<string, string>> {
  const row = await town.platform.database.read
    .selectFrom('mail')
    .select('data')
    .where('address', '=', address)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const { text } = fromJson<{ text: MailText }>(row.data)
  return Object.assign({}, ...text.lines.map((line) => ('with' in line ? line.with : {})))
}

export function countMails(town: TestTown, address: string): Promise<number> {
  return town.platform.database.read
    .selectFrom('mail')
    .select('id')
    .where('address', '=', address)
    .execute()
    .then((rows) => rows.length)
}
