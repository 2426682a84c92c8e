// An agenda item as its conversation sees it: talked about in public, or not at all.
import { expressionBuilder } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { ConversationIds, SubjectKindRoom } from '../conversations/kinds.server.ts'
import { may, town } from '../policy.ts'

export const itemKind: SubjectKindRoom = {
  async find(db, id) {
    const item = await db
      .selectFrom('agendaItem')
      .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
      .select(['agendaItem.id', 'agendaItem.publicNumber', 'agendaItem.title', 'agendaItem.audience'])
      .select(['agendaItem.removedAt', 'meeting.state'])
      .where('agendaItem.id', '=', id)
      .executeTakeFirst()
    if (!item) return null
    const open = item.audience === 'public' && item.removedAt === null
    return {
      public: open,
      // What is closed has no conversation that anybody reads, the town's moderators included.
      space: open ? 'town' : 'closed',
      topic: `agendaItem:${item.id}`,
      open: open && item.state !== 'cancelled',
      address: `/runder-tisch/punkte/${item.publicNumber}`,
      title: item.title,
      language: 'de',
      number: Number(item.publicNumber),
    }
  },
  open: () => idsOf('public'),
  moderated: (actor) => (may(actor, 'moderation.read', town) ? idsOf('public') : null),
  shut: () => idsOf('inside'),
}

function idsOf(audience: 'public' | 'inside'): ConversationIds {
  const items = expressionBuilder<Tables, never>()
    .selectFrom('conversation')
    .innerJoin('agendaItem', 'agendaItem.id', 'conversation.subjectId')
    .select('conversation.id')
    .where('conversation.subjectKind', '=', 'agendaItem')
    .where((eb) =>
      audience === 'public'
        ? eb.and([eb('agendaItem.audience', '=', 'public'), eb('agendaItem.removedAt', 'is', null)])
        : eb.or([eb('agendaItem.audience', '=', 'inside'), eb('agendaItem.removedAt', 'is not', null)]),
    )
  return items as unknown as ConversationIds
}
