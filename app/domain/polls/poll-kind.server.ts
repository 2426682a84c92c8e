// A vote as a thing people talk about: as open as the vote itself, until it is declared invalid or final.
import { expressionBuilder } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Actor } from '../actor.ts'
import type { SubjectKindRoom } from '../conversations/kinds.server.ts'
import { deskOf } from '../moderation/measure.server.ts'
import { may, readingOf } from '../policy.ts'
import { pollSubject } from './poll.server.ts'
import { type PollSpace, pollSpaces } from './poll.ts'

const talks = () =>
  expressionBuilder<Tables, never>()
    .selectFrom('poll')
    .select('poll.conversationId as id')
    .$narrowType<{ id: string }>()
    .where('poll.conversationId', 'is not', null)

/** The houses whose inner votes this person may read. */
export function innerSpaces(actor: Actor): readonly PollSpace[] {
  return pollSpaces.filter((space) => {
    const subject = pollSubject({ id: '', visibility: 'members', space })
    return may(actor, readingOf(subject), subject)
  })
}

/** A query for the ids of all votes this person may read, to stand inside another query. */
export function pollsOpenTo(actor: Actor) {
  const inner = innerSpaces(actor)
  return expressionBuilder<Tables, never>()
    .selectFrom('poll')
    .select('poll.id')
    .where((eb) =>
      eb.or([
        eb('poll.visibility', '=', 'public'),
        ...(inner.length > 0 ? [eb('poll.space', 'in', inner)] : []),
      ]),
    )
}

export const pollKind: SubjectKindRoom = {
  async find(db, id) {
    const poll = await db
      .selectFrom('poll')
      .select(['id', 'number', 'question', 'visibility', 'space', 'state'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!poll) return null
    return {
      public: poll.visibility === 'public',
      space: poll.visibility === 'public' ? 'town' : poll.space,
      topic: `poll:${poll.id}`,
      open: poll.state !== 'invalid',
      address: `/abstimmungen/${poll.number}`,
      title: poll.question,
      language: 'de',
      number: poll.number,
    }
  },
  open(actor) {
    const inner = innerSpaces(actor)
    return talks().where((eb) =>
      eb.or([
        eb('poll.visibility', '=', 'public'),
        ...(inner.length > 0 ? [eb('poll.space', 'in', inner)] : []),
      ]),
    )
  },
  moderated: (actor) =>
    may(actor, 'moderation.read', deskOf('town')) ? talks().where('poll.visibility', '=', 'public') : null,
  shut: () => null,
}
