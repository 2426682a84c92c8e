// An idea as a thing people talk about.
import { expressionBuilder } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Actor } from '../actor.ts'
import type { SubjectKindRoom } from '../conversations/kinds.server.ts'
import { may, town } from '../policy.ts'
import { type IdeaState, isPublic, isTalkedAbout, publicStates } from './idea.ts'

const talks = () =>
  expressionBuilder<Tables, never>()
    .selectFrom('conversation')
    .innerJoin('idea', 'idea.id', 'conversation.subjectId')
    .select('conversation.id')
    .where('conversation.subjectKind', '=', 'idea')

export const ideaKind: SubjectKindRoom = {
  async find(db, id) {
    const idea = await db
      .selectFrom('idea')
      .select(['id', 'number', 'title', 'language', 'state'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!idea) return null
    const state = idea.state as IdeaState
    return {
      public: isPublic(state),
      space: 'town',
      topic: `idea:${idea.id}`,
      open: isTalkedAbout(state),
      address: `/ideen/${idea.number}`,
      title: idea.title,
      language: idea.language,
      number: idea.number,
    }
  },
  open: () => talks().where('idea.state', 'in', [...publicStates]),
  moderated: (actor: Actor) => (may(actor, 'moderation.read', town) ? talks() : null),
  shut: () => null,
}
