// A free conversation of the Council as a thing people talk about: open to those inside, shut to the administration.
import { expressionBuilder } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Actor } from '../actor.ts'
import type { SubjectKindRoom } from '../conversations/kinds.server.ts'
import { deskOf } from '../moderation/measure.server.ts'
import { may } from '../policy.ts'
import { isClosed } from './closing.server.ts'
import { councilSpace, isAdministration, isInsideCouncil } from './house.ts'

const talks = () =>
  expressionBuilder<Tables, never>()
    .selectFrom('talk')
    .select('talk.conversationId as id')
    .where('talk.space', '=', councilSpace)

export const talkKind: SubjectKindRoom = {
  async find(db, id) {
    const talk = await db.selectFrom('talk').selectAll().where('id', '=', id).executeTakeFirst()
    if (!talk) return null
    return {
      public: true,
      space: talk.space,
      topic: `talk:${talk.id}`,
      open: !(await isClosed(db)),
      address: `/sprecherrat/intern/gespraeche/${talk.number}`,
      title: talk.title,
      language: talk.language,
      number: null,
    }
  },
  open: (actor: Actor) => (isInsideCouncil(actor) ? talks() : null),
  moderated: (actor: Actor) => (may(actor, 'moderation.read', deskOf(councilSpace)) ? talks() : null),
  shut: (actor: Actor) => (isAdministration(actor) ? talks() : null),
}
