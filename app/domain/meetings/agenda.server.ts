// The agenda of a meeting: items put on it, changed, moved, taken off. An idea becomes an item in one step.
import type { Kysely } from 'kysely'
import { fromJson, toJson } from '#db/columns.ts'
import type { AgendaItemTable, Tables } from '#db/tables.ts'
import { findGoal } from '../goals/town.ts'
import { getIdea, ideaSubject, saveIdea } from '../ideas/idea.server.ts'
import { putOnAgenda, takeOffAgenda } from '../ideas/idea.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import { may, type Subject } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, prepared, type Work } from '../run.server.ts'
import { type ItemAudience, type ItemKind, type Move, moveItem, numberItems } from './agenda.ts'
import type { Hearers } from './events.ts'
import type { Project } from './meeting.form.ts'
import { type BodyMeeting, getMeeting, meetingSubject } from './meeting.server.ts'
import { checkAhead, isAhead } from './meeting.ts'

export interface AgendaItem extends Omit<AgendaItemTable, 'kind' | 'audience' | 'project' | 'removedAt'> {
  readonly kind: ItemKind
  readonly audience: ItemAudience
  readonly project: Project | null
}
export type NumberedItem = AgendaItem & { readonly number: string }

export function itemSubject(
  item: Pick<AgendaItem, 'id' | 'audience'>,
  meeting: Pick<BodyMeeting, 'body'>,
): Extract<Subject, { kind: 'agendaItem' }> {
  return { kind: 'agendaItem', id: item.id, public: item.audience === 'public', body: meeting.body }
}

export function hearersOf(item: Pick<AgendaItem, 'audience'>): Hearers {
  return item.audience === 'inside' ? 'inside' : 'everybody'
}

/** All items in their order and with their numbers, for the house itself: whoever shows them asks `readAgenda`. */
export async function agendaOf(db: Kysely<Tables>, meetingId: string): Promise<readonly NumberedItem[]> {
  const rows = await db
    .selectFrom('agendaItem')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('removedAt', 'is', null)
    .orderBy('place')
    .execute()
  return numberItems(rows.map(asItem))
}

/** What one who may not read an item sees of it: its number and its time, so that the rest adds up. */
export type ClosedItem = Pick<NumberedItem, 'id' | 'number' | 'minutes' | 'parentId'> & {
  readonly closed: true
}
export type SeenItem = (NumberedItem & { readonly closed: false }) | ClosedItem

export async function readAgenda(ask: Ask, meeting: BodyMeeting): Promise<readonly SeenItem[]> {
  const items = await agendaOf(ask.db, meeting.id)
  return items.map((item) => {
    if (may(ask.actor, 'agendaItem.read', itemSubject(item, meeting))) return { ...item, closed: false }
    const { id, number, minutes, parentId } = item
    return { id, number, minutes, parentId, closed: true }
  })
}

export async function getItem(db: Kysely<Tables>, id: string): Promise<AgendaItem> {
  const row = await db
    .selectFrom('agendaItem')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asItem(row)
}

/** The item behind an address, for one who may read it; else 'not_found', as if it were not there. */
export async function getReadableItem(
  ask: Ask,
  publicNumber: number,
): Promise<{ item: NumberedItem; meeting: BodyMeeting }> {
  const row =
    Number.isSafeInteger(publicNumber) && publicNumber > 0 && publicNumber < 2 ** 31
      ? await ask.db
          .selectFrom('agendaItem')
          .select(['id', 'meetingId'])
          .where('publicNumber', '=', publicNumber)
          .executeTakeFirst()
      : undefined
  if (!row) throw refuse('not_found')
  const meeting = await getMeeting(ask.db, row.meetingId)
  const item = (await agendaOf(ask.db, meeting.id)).find(({ id }) => id === row.id)
  if (!item || !may(ask.actor, 'agendaItem.read', itemSubject(item, meeting))) throw refuse('not_found')
  return { item, meeting }
}

function asItem(row: AgendaItemTable): AgendaItem {
  const { removedAt: _, ...item } = row
  return {
    ...item,
    kind: row.kind as ItemKind,
    audience: row.audience as ItemAudience,
    project: row.project === null ? null : fromJson<Project>(row.project),
  }
}

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

export function addressOf(meeting: Pick<BodyMeeting, 'number'>): string {
  return `/runder-tisch/sitzungen/${meeting.number}`
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
  await work.record({ type: 'agenda.changed', meetingId: meeting.id, hearers: hearersOf(input) })
  return { itemId: id, publicNumber }
}

export async function goalsOf(
  ask: Pick<Ask, 'db'>,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const goals = new Map<string, string[]>()
  if (itemIds.length === 0) return goals
  const rows = await ask.db
    .selectFrom('agendaItemGoal')
    .selectAll()
    .where('itemId', 'in', [...itemIds])
    .orderBy('goal')
    .execute()
  for (const { itemId, goal } of rows) goals.set(itemId, [...(goals.get(itemId) ?? []), goal])
  return goals
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
