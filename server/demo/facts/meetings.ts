// Meetings, what stands on their agendas, the papers that lie there, and the tasks that came of them.
import type { RunningPlatform } from '../../platform.ts'

type Db = RunningPlatform['database']['read']
type Handle = (id: string | null) => string | null

export async function listMeetings(db: Db) {
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('body', 'body.id', 'meeting.bodyId')
    .leftJoin('minutes', 'minutes.meetingId', 'meeting.id')
    .select(['meeting.id', 'number', 'meeting.state', 'body.slug as body', 'minutes.state as minutes'])
    .orderBy('number')
    .execute()
  return rows.map((meeting) => ({
    visibility: meeting.state,
    ...meeting,
    address: `/runder-tisch/sitzungen/${meeting.number}`,
  }))
}

export async function listAgendaItems(db: Db) {
  const rows = await db
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .innerJoin('body', 'body.id', 'meeting.bodyId')
    .select([
      'agendaItem.id',
      'publicNumber as number',
      'audience',
      'agendaItem.kind',
      'agendaItem.conversationId',
    ])
    .select(['meeting.number as meeting', 'meeting.state as meetingState', 'body.slug as body'])
    .where('removedAt', 'is', null)
    .orderBy('publicNumber')
    .execute()
  return rows.map(({ audience, ...item }) => ({
    visibility: audience,
    ...item,
    address: `/runder-tisch/punkte/${item.number}`,
  }))
}

export async function listPapers(db: Db) {
  const rows = await db
    .selectFrom('paper')
    .innerJoin('agendaItem', 'agendaItem.id', 'paper.itemId')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .innerJoin('body', 'body.id', 'meeting.bodyId')
    .select(['paper.id', 'paper.kind', 'audience', 'agendaItem.publicNumber as item', 'body.slug as body'])
    .where('removedAt', 'is', null)
    .orderBy('paper.id')
    .execute()
  return rows.map(({ audience, ...paper }) => ({
    visibility: audience,
    ...paper,
    address: `/unterlagen/${paper.id}`,
  }))
}

export async function listTasks(db: Db, by: Handle) {
  const rows = await db
    .selectFrom('task')
    .innerJoin('meeting', 'meeting.id', 'task.meetingId')
    .innerJoin('body', 'body.id', 'meeting.bodyId')
    .select(['task.id', 'task.ownerId', 'task.doneAt', 'body.slug as body'])
    .orderBy('task.id')
    .execute()
  return rows.map(({ ownerId, doneAt, ...task }) => ({
    visibility: doneAt === null ? 'open' : 'done',
    ...task,
    owner: by(ownerId),
  }))
}
