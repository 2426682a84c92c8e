// The thing a measure or a report is about, as moderators and its author see it: words, author, address.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { findMatterOf } from '../conversations/subject.server.ts'

export interface Thing {
  readonly kind: 'idea' | 'contribution' | 'account' | 'page'
  readonly id: string
  /** The title of an idea, also of what a contribution belongs to; a person's name; a page's address. */
  readonly title: string
  readonly number: number | null
  readonly address: string | null
  /** Sanitised when it was written; null where there are no words. */
  readonly html: string | null
  readonly language: string
  readonly authorId: string | null
  readonly authorName: string | null
  readonly state: 'there' | 'hidden' | 'waiting' | 'gone'
  readonly version: number
}

/** Null where nothing is left of it. */
export async function findThing(db: Kysely<Tables>, subject: string): Promise<Thing | null> {
  const colon = subject.indexOf(':')
  const id = subject.slice(colon + 1)
  switch (subject.slice(0, colon)) {
    case 'idea':
      return findIdea(db, id)
    case 'contribution':
      return findContribution(db, id)
    case 'account':
      return findAccount(db, id)
    case 'page':
      return { ...bare, kind: 'page', id, title: id, address: id }
    default:
      return null
  }
}

const bare = {
  number: null,
  html: null,
  language: 'de',
  authorId: null,
  authorName: null,
  state: 'there',
  version: 1,
} as const

async function findIdea(db: Kysely<Tables>, id: string): Promise<Thing | null> {
  const row = await db
    .selectFrom('idea')
    .leftJoin('account', 'account.id', 'idea.authorId')
    .select([
      'idea.id',
      'idea.number',
      'idea.title',
      'idea.html',
      'idea.language',
      'idea.state',
      'idea.authorId',
    ])
    .select(['idea.version', 'idea.authorName', 'account.name'])
    .where('idea.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { state, name, authorName, ...rest } = row
  return {
    ...rest,
    kind: 'idea',
    address: `/ideen/${row.number}`,
    authorName: name ?? authorName,
    state:
      state === 'waiting'
        ? 'waiting'
        : state === 'hidden' || state === 'refused'
          ? 'hidden'
          : state === 'withdrawn' || state === 'merged'
            ? 'gone'
            : 'there',
  }
}

async function findContribution(db: Kysely<Tables>, id: string): Promise<Thing | null> {
  const row = await db
    .selectFrom('contribution')
    .leftJoin('account', 'account.id', 'contribution.authorId')
    .select(['contribution.id', 'contribution.number', 'contribution.publicNumber', 'contribution.html'])
    .select([
      'contribution.language',
      'contribution.authorId',
      'contribution.hiddenAt',
      'contribution.deletedAt',
    ])
    .select(['contribution.version', 'contribution.conversationId', 'account.name'])
    .where('contribution.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    kind: 'contribution',
    id: row.id,
    title: (await findMatterOf(db, row.conversationId)).title,
    number: row.number,
    address: `/beitraege/${row.publicNumber}`,
    html: row.deletedAt === null ? row.html : null,
    language: row.language,
    authorId: row.authorId,
    authorName: row.name,
    state: row.deletedAt !== null ? 'gone' : row.hiddenAt !== null ? 'hidden' : 'there',
    version: row.version,
  }
}

async function findAccount(db: Kysely<Tables>, id: string): Promise<Thing | null> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'name', 'version', 'erasedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...bare,
    kind: 'account',
    id: row.id,
    title: row.name,
    address: null,
    authorId: row.id,
    authorName: row.name,
    state: row.erasedAt === null ? 'there' : 'gone',
    version: row.version,
  }
}
