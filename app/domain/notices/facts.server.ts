// The plain facts of an idea that mails and the page 'Für Sie' name.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'

export async function findIdeaFacts(db: Kysely<Tables>, id: string) {
  return db
    .selectFrom('idea')
    .select(['id', 'number', 'title', 'state', 'authorId', 'responsible', 'answerDueAt', 'reviewOn'])
    .where('id', '=', id)
    .executeTakeFirst()
}
