// What a conversation is about, and that it is as public as the thing it is about.
import type { Kysely } from 'kysely'
import type { ContributionTable, ConversationTable, Tables } from '#db/tables.ts'
import { type IdeaState, isPublic, isTalkedAbout } from '../ideas/idea.ts'
import type { Subject } from '../policy.ts'
import { refuse } from '../refusal.ts'
import type { Contribution } from './contribution.ts'
import type { Conversation } from './conversation.ts'

export type ConversationSubject = Extract<Subject, { kind: 'conversation' }>
export type ContributionSubject = Extract<Subject, { kind: 'contribution' }>

/** The thing a conversation is about. */
export interface Matter {
  readonly subject: ConversationSubject
  /** As events and follows name it, such as 'idea:0198…'. */
  readonly topic: string
  /** Whether the thing itself still takes contributions. */
  readonly open: boolean
  readonly address: string
  readonly title: string
  readonly language: string
}

export async function findMatter(
  db: Kysely<Tables>,
  conversation: Pick<Conversation | ConversationTable, 'id' | 'subjectKind' | 'subjectId'>,
): Promise<Matter> {
  const idea =
    conversation.subjectKind === 'idea'
      ? await db
          .selectFrom('idea')
          .select(['id', 'number', 'title', 'language', 'state'])
          .where('id', '=', conversation.subjectId)
          .executeTakeFirst()
      : undefined
  // A conversation whose subject is missing is nobody's to read.
  if (!idea) throw refuse('not_found')
  const state = idea.state as IdeaState
  return {
    subject: { kind: 'conversation', id: conversation.id, public: isPublic(state), space: 'town' },
    topic: `idea:${idea.id}`,
    open: isTalkedAbout(state),
    address: `/ideen/${idea.number}`,
    title: idea.title,
    language: idea.language,
  }
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
  const conversation = await db
    .selectFrom('conversation')
    .select(['id', 'subjectKind', 'subjectId'])
    .where('id', '=', contribution.conversationId)
    .executeTakeFirst()
  if (!conversation) throw refuse('not_found')
  return subjectIn(await conversationSubject(db, conversation), contribution)
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
