// What a conversation is about, and that it is as public as the thing it is about.
import type { Kysely } from 'kysely'
import type { ContributionTable, ConversationTable, Tables } from '#db/tables.ts'
import type { Subject } from '../policy.ts'
import { refuse } from '../refusal.ts'
import type { Contribution } from './contribution.ts'
import { type Conversation, subjectKinds } from './conversation.ts'
import { type FoundMatter, subjectKindRooms } from './kinds.server.ts'

export type ConversationSubject = Extract<Subject, { kind: 'conversation' }>
export type ContributionSubject = Extract<Subject, { kind: 'contribution' }>

/** The thing a conversation is about. */
export interface Matter extends Omit<FoundMatter, 'public' | 'space'> {
  readonly subject: ConversationSubject
}

export async function findMatter(
  db: Kysely<Tables>,
  conversation: Pick<Conversation | ConversationTable, 'id' | 'subjectKind' | 'subjectId'>,
): Promise<Matter> {
  const kind = subjectKinds.find((known) => known === conversation.subjectKind)
  const found = kind ? await subjectKindRooms[kind].find(db, conversation.subjectId) : null
  // A conversation whose subject is missing is nobody's to read.
  if (!found) throw refuse('not_found')
  const { public: isOpen, space, ...rest } = found
  return { subject: { kind: 'conversation', id: conversation.id, public: isOpen, space }, ...rest }
}

/** The same by the conversation's id. */
export async function findMatterOf(db: Kysely<Tables>, conversationId: string): Promise<Matter> {
  const row = await db
    .selectFrom('conversation')
    .select(['id', 'subjectKind', 'subjectId'])
    .where('id', '=', conversationId)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  return findMatter(db, row)
}

/** A conversation as the policy sees it. */
export async function conversationSubject(
  db: Kysely<Tables>,
  conversation: Pick<Conversation | ConversationTable, 'id' | 'subjectKind' | 'subjectId'>,
): Promise<ConversationSubject> {
  return (await findMatter(db, conversation)).subject
}

/** A contribution as the policy sees it: public as long as its conversation is and nobody hid it. */
export async function contributionSubject(
  db: Kysely<Tables>,
  contribution: Pick<
    Contribution | ContributionTable,
    'id' | 'conversationId' | 'authorId' | 'hiddenAt' | 'deletedAt'
  >,
): Promise<ContributionSubject> {
  return subjectIn((await findMatterOf(db, contribution.conversationId)).subject, contribution)
}

export function subjectIn(
  conversation: ConversationSubject,
  contribution: Pick<Contribution | ContributionTable, 'id' | 'authorId' | 'hiddenAt' | 'deletedAt'>,
): ContributionSubject {
  return {
    kind: 'contribution',
    id: contribution.id,
    public: conversation.public && contribution.hiddenAt === null && contribution.deletedAt === null,
    authorId: contribution.authorId,
    space: conversation.space,
  }
}
