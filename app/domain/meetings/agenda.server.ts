// The agenda of a meeting: items put on it and changed.
import { toJson } from '#db/columns.ts'
import type { AgendaItemTable } from '#db/tables.ts'
import { findGoal } from '../goals/town.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, prepared, type Work } from '../run.server.ts'
import type { ItemAudience, ItemKind } from './agenda.ts'
import { keepInvited } from './invitation-changes.server.ts'
import { type AgendaItem, getItem, hearersOf } from './items.server.ts'
import type { Project } from './meeting.form.ts'
import { type BodyMeeting, getMeeting, meetingSubject } from './meeting.server.ts'
import { checkAhead } from './meeting.ts'
import { indexItem } from './search.server.ts'

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
    // A title from the time when it was not public is never told.
    if (item.audience === 'public' && item.title !== words.title) {
      await keepInvited(work, meeting, [{ what: 'item-title', itemId: item.id, invited: item.title }])
    }
    await writeGoals(work, item.id, goals)
    await indexItem(work, { ...words, id: item.id })
    // Made public or closed: whoever could hear of it before is told last.
    const hearers = item.audience === 'public' || words.audience === 'public' ? 'everybody' : 'inside'
    await work.record({ type: 'agenda.changed', meetingId: meeting.id, hearers })
  },
)

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

export async function saveItem(
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

/** What changes after the invitation is marked; before it, it is simply the agenda. */
function marked(meeting: Pick<BodyMeeting, 'state'>, now: string): string | null {
  return meeting.state === 'planned' ? null : now
}
