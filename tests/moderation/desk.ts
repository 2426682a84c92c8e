// What the tests of moderation share: a sentence that grounds a measure, a guest's idea, an idea somebody talks about.
import { type Actor, guest } from '#app/domain/actor.ts'
import { contribute } from '#app/domain/conversations/contribute.server.ts'
import { postIdea } from '#app/domain/ideas/post.server.ts'
import type { Grounds } from '#app/domain/moderation/measure.ts'
import type { MailText } from '#app/domain/notices/mail.ts'
import { fromJson } from '#db/columns.ts'
import type { TestTown } from '#tests/platform.ts'

export const grounds: Grounds = {
  rule: '2',
  template: 'insult',
  sentence: 'Hier wird eine Nachbarin beschimpft.',
}

const stage = {
  title: 'Eine kleine Bühne im Schulenbergpark',
  text: 'Im Sommer könnten dort Chöre und Schulklassen auftreten.',
  district: 'welper',
  language: 'de',
  authorName: null,
  secret: null,
  source: 'web',
  picture: null,
} as const

export const secretWord = 'lindenblatt'

export async function guestIdea(town: TestTown) {
  const posted = await town.does(guest, postIdea, { ...stage, authorName: 'Gast', secret: secretWord })
  return ideaRow(town, posted.id)
}

export async function publicIdea(town: TestTown, author: Actor, words: Partial<typeof stage> = {}) {
  const posted = await town.does(author, postIdea, { ...stage, ...words })
  return ideaRow(town, posted.id)
}

export async function contributionBy(town: TestTown, author: Actor, conversationId: string, text: string) {
  const { id } = await town.does(author, contribute, {
    conversationId,
    parentId: null,
    move: 'against',
    text,
    language: 'de',
    official: false,
  })
  return contributionRow(town, id)
}

export function ideaRow(town: TestTown, id: string) {
  return town.platform.database.read
    .selectFrom('idea')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export function contributionRow(town: TestTown, id: string) {
  return town.platform.database.read
    .selectFrom('contribution')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export interface SentMail {
  readonly address: string
  readonly kind: string
  /** How it greets; null without a name. */
  readonly name: string | null
  readonly says: readonly string[]
  readonly values: Readonly<Record<string, string | number>>
  readonly quotes: readonly string[]
}

/** Everything in the outbox that moderation wrote, oldest first. */
export async function mailsOf(town: TestTown, address: string): Promise<readonly SentMail[]> {
  const rows = await town.platform.database.read
    .selectFrom('mail')
    .select(['address', 'kind', 'data'])
    .where('address', '=', address)
    .orderBy('id')
    .execute()
  return rows.map(({ address: to, kind, data }) => {
    const { text, name } = fromJson<{ text: MailText; name: string | null }>(data)
    return {
      address: to,
      kind,
      name,
      says: text.lines.flatMap((line) => ('say' in line ? [line.say] : [])),
      values: Object.assign({}, ...text.lines.map((line) => ('say' in line ? line.with : {}))),
      quotes: text.lines.flatMap((line) => ('quote' in line ? [line.quote] : [])),
    }
  })
}

export async function addressOf(town: TestTown, person: Actor): Promise<string> {
  const row = await town.platform.database.read
    .selectFrom('account')
    .select('mail')
    .where('id', '=', person.accountId ?? '')
    .executeTakeFirstOrThrow()
  return row.mail ?? ''
}

export function isIndexed(town: TestTown, id: string): Promise<boolean> {
  return town.platform.database.read
    .selectFrom('searchEntry')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => row !== undefined)
}

export function eventTypes(town: TestTown): readonly string[] {
  return town.news.map((news) => news.event.type)
}
