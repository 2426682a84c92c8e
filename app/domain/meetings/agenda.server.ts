// The agenda of a meeting: items put on it, changed, moved, taken off.
import { fromJson, toJson } from '#db/columns.ts'
import type { AgendaItemTable } from '#db/tables.ts'
import { findGoal } from '../goals/town.ts'
import { getIdea, saveIdea } from '../ideas/idea.server.ts'
import { takeOffAgenda } from '../ideas/idea.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, prepared, type Work } from '../run.server.ts'
import { type ItemAudience, type ItemKind, type Move, moveItem } from './agenda.ts'
import { type AgendaItem, addressOf, agendaOf, getItem, hearersOf } from './items.server.ts'
import type { Project } from './meeting.form.ts'
import { type BodyMeeting, getMeeting, meetingSubject } from './meeting.server.ts'
import { checkAhead, isAhead } from './meeting.ts'
import { forgetItem, indexItem } from './search.server.ts'

export interface ItemWords {
  readonly title: string
  readonly kind: ItemKind
  readonly audience: ItemAudience
  readonly minutes: number
  readonly text: string
  readonly goals: readonly string[]
  readonly noGoalReason: string
  readonly responsible: string
  readonly broughtBy: string
  readonly project: Project | null
}

export const addItem = prepared(
  async (platform, input: ItemWords & { readonly meetingId: string }) => ({
    ...input,
    ...(await platform.render(input.text)),
  }),
  async (work: Work, input): Promise<{ itemId: string; publicNumber: number }> => {
    const meeting = await getMeeting(work.tx, input.meetingId)
    work.require('meeting.plan', meetingSubject(meeting))
    return putItem(work, meeting, { ...input, ideaId: null })
  },
)

export const changeItem = prepared(
  async (platform, input: ItemWords & { readonly itemId: string }) => ({
    ...input,
    ...(await platform.render(input.text)),
  }),
  async (work: Work, input): Promise<void> => {
    const { itemId, goals, project, ...words } = input
    const item = await getItem(work.tx, itemId)
    const meeting = await getMeeting(work.tx, item.meetingId)
    work.require('meeting.plan', meetingSubject(meeting))
    checkAhead(meeting)
    checkGoals(work, input)
    await saveItem(work, item, {
      ...words,
      noGoalReason: goals.length > 0 ? null : words.noGoalReason,
      project: project === null ? null : toJson(project),
      changedAt: marked(meeting, work.now),
    })
    await writeGoals(work, item.id, goals)
    await indexItem(work, { ...words, id: item.id })
    // Made public or closed: whoever could hear of it before is told last.
    const hearers = item.audience === 'public' || words.audience === 'public' ? 'everybody' : 'inside'
    await work.record({ type: 'agenda.changed', meetingId: meeting.id, hearers })
  },
)

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
  await work.record({ type: 'agenda.changed', meetingId: meeting.id, hearers: 'everybody' })
}

/** Taken off before the meeting. Its number is used by no other, and an idea goes back into conversation. */
export async function removeItem(work: Work, input: { readonly itemId: string }): Promise<void> {
  const item = await getItem(work.tx, input.itemId)
  const meeting = await getMeeting(work.tx, item.meetingId)
  work.require('meeting.plan', meetingSubject(meeting))
  checkAhead(meeting)
  await saveItem(work, item, { removedAt: work.now })
  await forgetItem(work, item.id)
  await work.tx
    .updateTable('agendaItem')
    .set({ parentId: item.parentId, place: item.place })
    .where('parentId', '=', item.id)
    .execute()
  await closeUp(work, meeting.id)
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

/** Puts an item last, inside another deed that has asked the policy: for other rooms, such as an amendment's vote. */
export async function putItem(
  work: Work,
  meeting: BodyMeeting,
  input: ItemWords & { readonly html: string; readonly sanitiser: string; readonly ideaId: string | null },
): Promise<{ itemId: string; publicNumber: number }> {
  if (meeting.state === 'ended' || meeting.state === 'cancelled') checkAhead(meeting)
  // An idea brings the goals it has; nobody is held up for one that has none yet.
  if (input.ideaId === null) checkGoals(work, input)
  const { goals, project, ...words } = input
  const id = work.newId()
  const last = await work.tx
    .selectFrom('agendaItem')
    .select((eb) => eb.fn.max('place').as('place'))
    .where('meetingId', '=', meeting.id)
    .where('parentId', 'is', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  const publicNumber = await nextNumber(work.tx, 'agendaItem')
  // What is not public is talked about in the meeting alone.
  const conversationId = input.audience === 'public' ? work.newId() : null
  if (conversationId !== null) await openTalk(work, conversationId, id)
  await work.tx
    .insertInto('agendaItem')
    .values({
      id,
      publicNumber,
      meetingId: meeting.id,
      parentId: null,
      place: last?.place === null || last === undefined ? 0 : Number(last.place) + 1,
      title: words.title,
      kind: words.kind,
      audience: words.audience,
      minutes: words.minutes,
      text: words.text,
      html: words.html,
      sanitiser: words.sanitiser,
      noGoalReason: goals.length > 0 ? null : words.noGoalReason,
      responsible: words.responsible,
      broughtBy: words.broughtBy,
      project: project === null ? null : toJson(project),
      ideaId: input.ideaId,
      conversationId,
      addedAt: work.now,
      changedAt: marked(meeting, work.now),
      removedAt: null,
      version: 1,
    })
    .execute()
  await writeGoals(work, id, goals)
  await indexItem(work, { ...words, id })
  await work.record({ type: 'agenda.changed', meetingId: meeting.id, hearers: hearersOf(input) })
  return { itemId: id, publicNumber }
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

function checkGoals(work: Work, words: Pick<ItemWords, 'goals' | 'noGoalReason' | 'kind'>): void {
  if (words.goals.some((goal) => findGoal(work.platform.town, goal) === null)) throw refuse('not_found')
  // Opening, minutes, dates: nobody asks which goal of the town they serve.
  const free = words.kind === 'routine' || words.kind === 'questions'
  if (!free && words.goals.length === 0 && words.noGoalReason === '') throw refuse('item_needs_goal')
}

async function writeGoals(work: Work, itemId: string, goals: readonly string[]): Promise<void> {
  await work.tx.deleteFrom('agendaItemGoal').where('itemId', '=', itemId).execute()
  const wanted = [...new Set(goals)]
  if (wanted.length === 0) return
  await work.tx
    .insertInto('agendaItemGoal')
    .values(wanted.map((goal) => ({ itemId, goal })))
    .execute()
}

async function openTalk(work: Work, conversationId: string, itemId: string): Promise<void> {
  await work.tx
    .insertInto('conversation')
    .values({
      id: conversationId,
      subjectKind: 'agendaItem',
      subjectId: itemId,
      state: 'open',
      contributionCount: 0,
      movedAt: work.now,
      version: 1,
    })
    .execute()
}

async function saveItem(
  work: Work,
  item: Pick<AgendaItem, 'id' | 'version'>,
  change: Partial<Omit<AgendaItemTable, 'id' | 'version'>>,
): Promise<void> {
  const saved = await work.tx
    .updateTable('agendaItem')
    .set({ ...change, version: item.version + 1 })
    .where('id', '=', item.id)
    .where('version', '=', item.version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
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

/** What changes after the invitation is marked; before it, it is simply the agenda. */
function marked(meeting: Pick<BodyMeeting, 'state'>, now: string): string | null {
  return meeting.state === 'planned' ? null : now
}
