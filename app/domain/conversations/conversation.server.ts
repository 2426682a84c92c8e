// Reads a conversation as one person may see it: exactly what the page shows, and nothing it hides.
import type { ContributionTable } from '#db/tables.ts'
import { staffFunction } from '../actor.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { sharing } from '../sharing.ts'
import { getConversation } from './contribution.server.ts'
import { deepest, type Move, type ReactionKind, sections, shownCount } from './contribution.ts'
import { type Conversation, pagesOf, type View } from './conversation.ts'
import { readHidingRules } from './hidden.server.ts'
import { type Reply, rowsOnPage, type Wanted } from './page.server.ts'
import { type Author, nobodyKnown, readAuthors } from './people.server.ts'
import { type ReactionsOf, readReactions } from './reactions.server.ts'
import { findFirstUnread, readUpTo } from './reading.server.ts'
import { type ConversationSubject, findMatter, subjectIn } from './subject.server.ts'

export interface ReadContribution {
  readonly number: number
  readonly publicNumber: number
  readonly move: Move
  readonly author: Author
  /** The office it speaks for; null where a person speaks for themselves. */
  readonly official: string | null
  readonly at: string
  readonly edited: boolean
  /** The number of the contribution it answers. */
  readonly answers: number | null
  readonly html: string
  readonly language: string
  /** Why there is nothing to read here, or who still sees it: null where it is open to all. */
  readonly gone: 'deleted' | 'hidden' | null
  /** The number of the rule it broke, such as '3'. */
  readonly rule: string | null
  readonly isNew: boolean
  readonly replies: readonly ReadContribution[]
  /** Replies beyond those shown here; the view by time has them. */
  readonly moreReplies: number
  readonly reactions: {
    readonly [K in ReactionKind]: { readonly own: boolean; readonly count: number | null }
  }
  readonly may: {
    readonly reply: boolean
    readonly edit: boolean
    readonly react: boolean
    readonly hide: boolean
  }
}

export interface ReadConversation {
  readonly id: string
  readonly state: Conversation['state']
  readonly open: boolean
  readonly address: string
  readonly view: View
  /** null: everything on one page. */
  readonly page: number | null
  readonly pages: number
  readonly count: number
  readonly questions: number
  readonly openQuestions: number
  /** The first number one has not read; null where all is read or nothing was ever noted. */
  readonly firstUnread: number | null
  readonly contributions: readonly ReadContribution[]
  readonly may: { readonly contribute: boolean; readonly speakFor: string | null; readonly close: boolean }
}

export async function readConversation(
  ask: Ask,
  conversationId: string,
  wanted: Wanted,
): Promise<ReadConversation> {
  const conversation = await getConversation(ask.db, conversationId)
  const { subject, open, address } = await findMatter(ask.db, conversation)
  if (!may(ask.actor, 'conversation.read', subject)) throw refuse('not_found')
  const { roots: rows, replies, counts } = await rowsOnPage(ask, conversation, wanted)
  const roots = sections.reduce((sum, section) => sum + (counts.get(section) ?? 0), 0)
  const openQuestions = counts.get('open-question') ?? 0
  const takes = open && conversation.state === 'open'
  const readTo = await readUpTo(ask.db, ask.actor.accountId, conversation.id)
  const read = await readerOf(ask, { subject, takes, readTo }, [...rows, ...replies])
  return {
    id: conversation.id,
    state: conversation.state,
    open: takes,
    address,
    view: wanted.view,
    page: wanted.page,
    pages: pagesOf(wanted.view === 'time' ? conversation.contributionCount : roots),
    count: conversation.contributionCount,
    questions: openQuestions + (counts.get('answered-question') ?? 0),
    openQuestions,
    firstUnread: await findFirstUnread(ask, conversationId, readTo),
    contributions: rows.map((row) => read(row, replies)),
    may: {
      contribute: takes && may(ask.actor, 'conversation.contribute', subject),
      speakFor: may(ask.actor, 'conversation.answer-officially', subject) ? staffFunction(ask.actor) : null,
      close: may(ask.actor, 'conversation.close', subject),
    },
  }
}

const none: readonly ReadContribution[] = []

type Reader = (row: ContributionTable, replies: readonly Reply[]) => ReadContribution

interface Talk {
  readonly subject: ConversationSubject
  readonly takes: boolean
  readonly readTo: number | null
}

async function readerOf(
  ask: Ask,
  { subject, takes, readTo }: Talk,
  rows: readonly ContributionTable[],
): Promise<Reader> {
  const ids = rows.map((row) => row.id)
  const authors = await readAuthors(
    ask,
    rows.map((row) => row.authorId),
  )
  const reactions = await readReactions(ask, ids)
  const rules = await readHidingRules(ask, rows)
  const parents = await parentNumbers(ask, rows)
  const contributes = takes && may(ask.actor, 'conversation.contribute', subject)

  const shared = sharing()

  const read: Reader = (row, replies) => {
    const thing = subjectIn(subject, row)
    const gone = row.deletedAt !== null ? 'deleted' : row.hiddenAt !== null ? 'hidden' : null
    const words = gone === null || (gone === 'hidden' && may(ask.actor, 'contribution.read-hidden', thing))
    const own = row.authorId !== null && row.authorId === ask.actor.accountId
    const below = replies.filter((reply) => reply.rootNumber === row.number)
    return {
      number: row.number,
      publicNumber: row.publicNumber,
      move: row.move as Move,
      author: (words && authors.get(row.authorId ?? '')) || nobodyKnown,
      official: words ? row.authorFunction : null,
      at: row.postedAt,
      edited: words && row.editedAt !== null,
      answers: row.parentId === null ? null : (parents.get(row.parentId) ?? null),
      html: words ? row.html : '',
      language: row.language,
      gone,
      rule: gone === 'hidden' ? (rules.get(row.id) ?? null) : null,
      isNew: readTo !== null && row.number > readTo && !own,
      replies: below.length === 0 ? none : below.map((reply) => read(reply, [])),
      moreReplies: below.length === 0 ? 0 : Number(below[0]?.branch ?? 0) - below.length,
      reactions: shared(shownReactions(reactions.get(row.id), !takes)),
      may: shared({
        reply: contributes && gone === null && row.depth < deepest,
        edit: gone === null && own && may(ask.actor, 'contribution.edit', thing),
        react: gone === null && !own && may(ask.actor, 'contribution.react', thing),
        hide: gone === null && may(ask.actor, 'contribution.hide', thing),
      }),
    }
  }
  return read
}

function shownReactions(of: ReactionsOf | undefined, closed: boolean): ReadContribution['reactions'] {
  const shown = (kind: ReactionKind) => {
    const { count, own } = of?.[kind] ?? { count: 0, own: false }
    return { own, count: shownCount(count, own, closed) }
  }
  return { understandable: shown('understandable'), connects: shown('connects') }
}

/** What is answered may stand on another page; then its number is looked up. */
async function parentNumbers(
  ask: Ask,
  rows: readonly ContributionTable[],
): Promise<ReadonlyMap<string, number>> {
  const known = new Map(rows.map(({ id, number }) => [id, number]))
  const parents = rows.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]))
  const missing = [...new Set(parents.filter((id) => !known.has(id)))]
  if (missing.length === 0) return known
  const elsewhere = await ask.db
    .selectFrom('contribution')
    .select(['id', 'number'])
    .where('id', 'in', missing)
    .execute()
  for (const { id, number } of elsewhere) known.set(id, number)
  return known
}
