// What follows from a meeting: tasks are given, fall due, are done; what was resolved is looked at again.
import { addLifelineStep } from '../lifelines.server.ts'
import { refuse } from '../refusal.ts'
import { addJob, type Work } from '../run.server.ts'
import { addressOf, getItem, hearersOf } from './items.server.ts'
import { getMeeting, meetingSubject } from './meeting.server.ts'

/** Given in the meeting or after it; the one who has it is told, and reminded when it falls due. */
export async function giveTask(
  work: Work,
  input: {
    readonly itemId: string
    readonly text: string
    readonly owner: string
    readonly ownerId: string | null
    readonly dueOn: string
  },
): Promise<{ taskId: string }> {
  const item = await getItem(work.tx, input.itemId)
  const meeting = await getMeeting(work.tx, item.meetingId)
  work.require('minutes.write', meetingSubject(meeting))
  if (input.dueOn <= work.now.slice(0, 10)) throw refuse('extension_needs_later_date')
  const resolution = await work.tx
    .selectFrom('resolution')
    .select('id')
    .where('itemId', '=', item.id)
    .orderBy('at', 'desc')
    .executeTakeFirst()
  const id = work.newId()
  await work.tx
    .insertInto('task')
    .values({
      id,
      meetingId: meeting.id,
      itemId: item.id,
      resolutionId: resolution?.id ?? null,
      text: input.text,
      owner: input.owner,
      ownerId: input.ownerId,
      dueOn: input.dueOn,
      at: work.now,
      doneAt: null,
      doneNote: null,
      version: 1,
    })
    .execute()
  for (const days of [3, 0]) {
    const due = Date.parse(`${input.dueOn}T06:00:00.000Z`) - days * 86_400_000
    await addJob(work.tx, work.newId(), {
      kind: 'task-reminder',
      key: `task:${id}:${days}`,
      data: { taskId: id },
      dueAt: new Date(Math.max(due, Date.parse(work.now))).toISOString(),
    })
  }
  if (item.audience === 'public') {
    const more = { note: input.text, link: addressOf(meeting), byFunction: input.owner }
    await addLifelineStep(work, `agendaItem:${item.id}`, 'task_given', more)
    if (item.ideaId !== null) await addLifelineStep(work, `idea:${item.ideaId}`, 'task_given', more)
  }
  const { ownerId } = input
  const hearers = hearersOf(item)
  await work.record({
    type: 'meeting-task.given',
    taskId: id,
    meetingId: meeting.id,
    itemId: item.id,
    hearers,
    ownerId,
  })
  return { taskId: id }
}

/** Run by the worker; one that is done is not spoken of again. */
export async function remindTask(work: Work, input: { readonly taskId: string }): Promise<void> {
  const { task, item, meeting } = await findTask(work, input.taskId)
  work.require('task.remind', { kind: 'task', id: task.id, ownerId: task.ownerId, body: meeting.body })
  if (task.doneAt !== null) return
  const { ownerId } = task
  const hearers = hearersOf(item)
  await work.record({
    type: 'meeting-task.reminded',
    taskId: task.id,
    meetingId: meeting.id,
    itemId: item.id,
    hearers,
    ownerId,
  })
}

export async function finishTask(
  work: Work,
  input: { readonly taskId: string; readonly note: string },
): Promise<void> {
  const { task, item, meeting } = await findTask(work, input.taskId)
  work.require('task.finish', { kind: 'task', id: task.id, ownerId: task.ownerId, body: meeting.body })
  if (task.doneAt !== null) throw refuse('task_done')
  const done = await work.tx
    .updateTable('task')
    .set({ doneAt: work.now, doneNote: input.note, version: task.version + 1 })
    .where('id', '=', task.id)
    .where('version', '=', task.version)
    .returning('id')
    .executeTakeFirst()
  if (!done) throw refuse('somebody_was_faster')
  if (item.audience === 'public') {
    const more = { note: task.text, link: '/runder-tisch/beschluesse', byFunction: task.owner }
    await addLifelineStep(work, `agendaItem:${item.id}`, 'task_done', more)
    if (item.ideaId !== null) await addLifelineStep(work, `idea:${item.ideaId}`, 'task_done', more)
  }
  const hearers = hearersOf(item)
  await work.record({
    type: 'meeting-task.done',
    taskId: task.id,
    meetingId: meeting.id,
    itemId: item.id,
    hearers,
  })
}

/** When the body wants to look at it again. */
export async function setReview(
  work: Work,
  input: { readonly resolutionId: string; readonly reviewOn: string | null },
): Promise<void> {
  const row = await work.tx
    .selectFrom('resolution')
    .selectAll()
    .where('id', '=', input.resolutionId)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  const meeting = await getMeeting(work.tx, row.meetingId)
  work.require('minutes.write', meetingSubject(meeting))
  if (input.reviewOn !== null && input.reviewOn <= work.now.slice(0, 10)) throw refuse('review_day_too_early')
  const item = await getItem(work.tx, row.itemId)
  await work.tx
    .updateTable('resolution')
    .set({ reviewOn: input.reviewOn, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  if (input.reviewOn !== null) {
    await addJob(work.tx, work.newId(), {
      kind: 'resolution-review',
      key: `resolution-review:${row.id}`,
      data: { resolutionId: row.id, reviewOn: input.reviewOn },
      dueAt: `${input.reviewOn}T06:00:00.000Z`,
    })
  }
  await work.record({
    type: 'resolution.recorded',
    meetingId: meeting.id,
    itemId: item.id,
    resolutionId: row.id,
    ideaId: row.ideaId,
    hearers: hearersOf(item),
  })
}

/** The day has come: those who prepare the meetings are told. A day that was changed meanwhile has a job of its own. */
export async function remindResolution(
  work: Work,
  input: { readonly resolutionId: string; readonly reviewOn: string },
): Promise<void> {
  const row = await work.tx
    .selectFrom('resolution')
    .select(['id', 'meetingId', 'itemId', 'reviewOn'])
    .where('id', '=', input.resolutionId)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  const meeting = await getMeeting(work.tx, row.meetingId)
  work.require('meeting.run', meetingSubject(meeting))
  if (row.reviewOn !== input.reviewOn) return
  const { id: resolutionId, meetingId, itemId } = row
  const hearers = hearersOf(await getItem(work.tx, itemId))
  await work.record({ type: 'resolution.review-due', meetingId, itemId, hearers, resolutionId })
}

async function findTask(work: Work, id: string) {
  const task = await work.tx.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst()
  if (!task) throw refuse('not_found')
  const item = await getItem(work.tx, task.itemId)
  return { task, item, meeting: await getMeeting(work.tx, task.meetingId) }
}
