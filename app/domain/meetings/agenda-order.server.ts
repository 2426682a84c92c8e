// The order of an agenda: items change places, and are taken off.
import { fromJson } from '#db/columns.ts'
import { getIdea, saveIdea } from '../ideas/idea.server.ts'
import { takeOffAgenda } from '../ideas/idea.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import type { Work } from '../run.server.ts'
import { saveItem } from './agenda.server.ts'
import { type Move, moveItem } from './agenda.ts'
import { keepInvited } from './invitation-changes.server.ts'
import { addressOf, agendaOf, getItem, hearersOf, type NumberedItem } from './items.server.ts'
import { type BodyMeeting, getMeeting, meetingSubject } from './meeting.server.ts'
import { checkAhead, isAhead } from './meeting.ts'
import { forgetItem } from './search.server.ts'

export async function moveAgendaItem(
  work: Work,
  input: { readonly itemId: string; readonly move: Move },
): Promise<void> {
  const item = await getItem(work.tx, input.itemId)
  const meeting = await getMeeting(work.tx, item.meetingId)
  work.require('meeting.plan', meetingSubject(meeting))
  if (meeting.state === 'ended' || meeting.state === 'cancelled') checkAhead(meeting)
  const items = await agendaOf(work.tx, meeting.id)
  const locked = isAhead(meeting) ? new Set<string>() : await calledItems(work, meeting.id)
  const moved = moveItem(items, item.id, input.move, locked)
  for (const one of moved) {
    const before = items.find(({ id }) => id === one.id)
    if (before?.place === one.place && before.parentId === one.parentId) continue
    await work.tx
      .updateTable('agendaItem')
      .set({ place: one.place, parentId: one.parentId })
      .where('id', '=', one.id)
      .execute()
  }
  await keepNumbers(work, meeting, items)
  await work.record({ type: 'agenda.changed', meetingId: meeting.id, hearers: 'everybody' })
}

/** Taken off before the meeting. Its number is used by no other, and an idea goes back into conversation. */
export async function removeItem(work: Work, input: { readonly itemId: string }): Promise<void> {
  const item = await getItem(work.tx, input.itemId)
  const meeting = await getMeeting(work.tx, item.meetingId)
  work.require('meeting.plan', meetingSubject(meeting))
  checkAhead(meeting)
  const before = await agendaOf(work.tx, meeting.id)
  await saveItem(work, item, { removedAt: work.now })
  await forgetItem(work, item.id)
  await work.tx
    .updateTable('agendaItem')
    .set({ parentId: item.parentId, place: item.place })
    .where('parentId', '=', item.id)
    .execute()
  await closeUp(work, meeting.id)
  await keepNumbers(work, meeting, before)
  await work.record({ type: 'agenda.changed', meetingId: meeting.id, hearers: 'everybody' })
  if (item.ideaId === null) return
  const idea = await getIdea(work.tx, item.ideaId)
  if (idea.agendaItemId !== item.id) return
  await saveIdea(work, takeOffAgenda(idea, work.now))
  await addLifelineStep(work, `idea:${idea.id}`, 'off_agenda', {
    note: meeting.title,
    link: addressOf(meeting),
    byFunction: meeting.bodyName,
  })
  const { id: itemId } = item
  const hearers = hearersOf(item)
  await work.record({
    type: 'agenda.idea-taken-off',
    ideaId: idea.id,
    itemId,
    meetingId: meeting.id,
    hearers,
  })
}

/** Items that are or were current: they keep their place. */
async function calledItems(work: Work, meetingId: string): Promise<ReadonlySet<string>> {
  const rows = await work.tx
    .selectFrom('meetingStep')
    .select('data')
    .where('meetingId', '=', meetingId)
    .where('type', '=', 'item-called')
    .where('undoneAt', 'is', null)
    .execute()
  return new Set(rows.map(({ data }) => fromJson<{ itemId: string }>(data).itemId))
}

/** No gaps among the places, and no two on one, after an item went. */
async function closeUp(work: Work, meetingId: string): Promise<void> {
  const items = await agendaOf(work.tx, meetingId)
  const rows = new Map<string | null, number>()
  for (const { id, parentId, place } of items) {
    const next = rows.get(parentId) ?? 0
    rows.set(parentId, next + 1)
    if (place !== next) {
      await work.tx.updateTable('agendaItem').set({ place: next }).where('id', '=', id).execute()
    }
  }
}

/** Whose number is another one now than `before`: the invitation called it by that one. */
async function keepNumbers(work: Work, meeting: BodyMeeting, before: readonly NumberedItem[]): Promise<void> {
  const after = new Map((await agendaOf(work.tx, meeting.id)).map(({ id, number }) => [id, number]))
  const changed = before.filter(({ id, number, addedAt }) => {
    const now = after.get(id)
    return now !== undefined && now !== number && addedAt <= (meeting.invitedAt ?? '')
  })
  await keepInvited(
    work,
    meeting,
    changed.map(({ id, number }) => ({ what: 'item-number', itemId: id, invited: number })),
  )
}
