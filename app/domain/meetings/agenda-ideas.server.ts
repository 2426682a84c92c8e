// An idea becomes an agenda item in one step, linked both ways.
import { getIdea, ideaSubject, saveIdea } from '../ideas/idea.server.ts'
import { putOnAgenda } from '../ideas/idea.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import type { Ask } from '../query.server.ts'
import type { Work } from '../run.server.ts'
import { putItem } from './agenda.server.ts'
import { addressOf } from './items.server.ts'
import { getMeeting, meetingSubject } from './meeting.server.ts'

/** One step: the idea's title, its first words and goals become a public item, linked both ways. */
export async function putIdeaOnAgenda(
  work: Work,
  input: { readonly ideaId: string; readonly meetingId: string },
): Promise<{ itemId: string; publicNumber: number; meetingNumber: number }> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.read', ideaSubject(idea))
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('meeting.plan', meetingSubject(meeting))
  const goals = await work.tx.selectFrom('ideaGoal').select('goal').where('ideaId', '=', idea.id).execute()
  const responsible = await work.tx
    .selectFrom('responsibleRole')
    .select('name')
    .where('slug', '=', idea.responsible ?? '')
    .executeTakeFirst()
  // Asked of the rule first, so that a refused idea leaves no item behind.
  putOnAgenda(idea, '', work.now)
  const put = await putItem(work, meeting, {
    title: idea.title,
    kind: 'consultation',
    audience: 'public',
    minutes: 20,
    text: '',
    html: '',
    sanitiser: idea.sanitiser,
    goals: goals.map(({ goal }) => goal),
    noGoalReason: '',
    responsible: responsible?.name ?? '',
    broughtBy: '',
    project: null,
    ideaId: idea.id,
  })
  await saveIdea(work, putOnAgenda(idea, put.itemId, work.now))
  const note = `${meeting.title}`
  const byFunction = meeting.bodyName
  await addLifelineStep(work, `idea:${idea.id}`, 'on_agenda', { note, link: addressOf(meeting), byFunction })
  await addLifelineStep(work, `agendaItem:${put.itemId}`, 'on_agenda', {
    note,
    link: `/ideen/${idea.number}`,
    byFunction,
  })
  await work.record({
    type: 'agenda.idea-put',
    ideaId: idea.id,
    itemId: put.itemId,
    meetingId: meeting.id,
    hearers: 'everybody',
  })
  return { ...put, meetingNumber: meeting.number }
}

/** Where an idea stands on an agenda, for its own page. */
export async function agendaOfIdea(
  ask: Pick<Ask, 'db'>,
  itemId: string | null,
): Promise<{ publicNumber: number; meeting: string; startsAt: string } | null> {
  if (itemId === null) return null
  const row = await ask.db
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .select(['agendaItem.publicNumber', 'meeting.title as meeting', 'meeting.startsAt'])
    .where('agendaItem.id', '=', itemId)
    .where('agendaItem.audience', '=', 'public')
    .executeTakeFirst()
  return row ? { ...row, publicNumber: Number(row.publicNumber) } : null
}
