// The list of ideas as pages, feeds and the start page show it: only what the asker may read.
import type { ExpressionBuilder } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Actor } from '../actor.ts'
import { may, town } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { type IdeaFilter, stands } from './filter.ts'
import { type IdeaState, ideaStates, publicStates } from './idea.ts'

export const ideasPerPage = 20

export interface ListedIdea {
  readonly number: number
  readonly title: string
  readonly text: string
  readonly language: string
  readonly state: IdeaState
  readonly district: string
  readonly supportCount: number
  readonly contributionCount: number
  readonly publishedAt: string | null
  readonly answerDueAt: string | null
}

/** The condition in SQL for what `may('idea.read')` says one by one; a property test holds the two together. */
export function ideaVisibleTo(actor: Actor) {
  const everything = may(actor, 'moderation.read', town)
  return (eb: ExpressionBuilder<Tables, 'idea'>) => {
    const open = eb('idea.state', 'in', everything ? [...ideaStates] : [...publicStates])
    return actor.accountId === null ? open : eb.or([open, eb('idea.authorId', '=', actor.accountId)])
  }
}

/** Everybody's list is the same: what is not public has places of its own, and a merged idea stands where it went. */
const listedStates = publicStates.filter((state) => state !== 'merged')

export async function listIdeas(
  ask: Ask,
  filter: IdeaFilter,
): Promise<{ ideas: readonly ListedIdea[]; total: number }> {
  let query = ask.db.selectFrom('idea').where('idea.state', 'in', listedStates)
  if (filter.goal) {
    const goal = filter.goal
    query = query.where('idea.id', 'in', (eb) =>
      eb.selectFrom('ideaGoal').select('ideaId').where('goal', '=', goal),
    )
  }
  if (filter.district) query = query.where('idea.district', '=', filter.district)
  if (filter.stand === 'ueberfaellig') {
    query = query.where('idea.state', '=', 'talk').where('idea.answerDueAt', '<', ask.now)
  } else if (filter.stand) query = query.where('idea.state', '=', stands[filter.stand])

  // Counted without their conversations: each has one.
  const { total } = await query.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .innerJoin('conversation', 'conversation.id', 'idea.conversationId')
    .select([
      'idea.number',
      'idea.title',
      'idea.text',
      'idea.language',
      'idea.state',
      'idea.district',
      'idea.supportCount',
      'idea.publishedAt',
      'idea.answerDueAt',
      'conversation.contributionCount',
    ])
    .$if(filter.sort === 'neu', (q) => q.orderBy('idea.publishedAt', 'desc'))
    // The kind is known; named only here, it lets SQLite go through the conversations in their order, and not otherwise.
    .$if(filter.sort === 'bewegt', (q) =>
      q.where('conversation.subjectKind', '=', 'idea').orderBy('conversation.movedAt', 'desc'),
    )
    .$if(filter.sort === 'unterstuetzt', (q) => q.orderBy('idea.supportCount', 'desc'))
    .$if(filter.sort === 'faellig', (q) =>
      q.orderBy((eb) => eb.fn.coalesce('idea.answerDueAt', eb.val('9999')), 'asc'),
    )
    .orderBy('idea.number', 'desc')
    .limit(ideasPerPage)
    .offset((filter.page - 1) * ideasPerPage)
    .execute()
  return { total: Number(total), ideas: rows.map((row) => ({ ...row, state: row.state as IdeaState })) }
}
