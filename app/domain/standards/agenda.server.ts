// Amendments and ready sections on an agenda of the Round Table: bundled to one item, pulled out for a vote of their own.
import { roundTableSlug } from '../bodies/body.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import { putItem } from '../meetings/agenda.server.ts'
import { getItem } from '../meetings/items.server.ts'
import { getMeeting } from '../meetings/meeting.server.ts'
import { checkAhead } from '../meetings/meeting.ts'
import { layLink } from '../meetings/papers.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { bundled } from './agenda-view.server.ts'
import { putOnAgenda, takeOffAgenda } from './amendment.ts'
import { getAmendment, namesOf, saveAmendment } from './amendment-rows.server.ts'
import { getSection, listStanding } from './clause.server.ts'
import { sectionStage } from './clause.ts'
import { getStandard, standardSubject } from './standard.server.ts'

export interface Bundle {
  readonly standardId: string
  readonly meetingId: string
  readonly title: string
  /** Why no goal of the town is named: a standard serves them all. */
  readonly noGoalReason: string
  /** What the paper with all of them side by side is called. */
  readonly paper: string
  readonly amendmentIds: readonly string[]
  readonly sectionIds: readonly string[]
}

/** One item, one vote for all that is bundled in it. */
export const bundleOntoAgenda = prepared(
  async (platform, input: Bundle) => ({ ...input, ...(await platform.render('')) }),
  async (work: Work, input): Promise<{ itemId: string; publicNumber: number }> => {
    const standard = await getStandard(work.tx, input.standardId)
    work.require('standard.steer', standardSubject(standard))
    if (input.amendmentIds.length + input.sectionIds.length === 0) throw refuse('bundle_is_empty')
    const meeting = await getMeeting(work.tx, input.meetingId)
    if (meeting.body !== roundTableSlug) throw refuse('not_found')
    checkAhead(meeting)
    const { title, noGoalReason, html, sanitiser } = input
    const put = await putItem(work, meeting, { ...itemOfStandard, title, noGoalReason, html, sanitiser })
    await layLink(work, put.itemId, {
      title: input.paper,
      kind: 'standard',
      target: `/standards/${standard.slug}/synopse?punkt=${put.publicNumber}`,
    })
    for (const amendmentId of input.amendmentIds) {
      const amendment = await getAmendment(work.tx, amendmentId)
      if (amendment.standardId !== standard.id) throw refuse('not_found')
      await lay(work, putOnAgenda(amendment), put.itemId)
    }
    for (const sectionId of input.sectionIds) {
      const section = await getSection(work.tx, sectionId)
      if (section.standardId !== standard.id) throw refuse('not_found')
      if (sectionStage(await listStanding(work.tx, section.id)) !== 'ready') throw refuse('section_not_ready')
      const laid = await work.tx
        .insertInto('sectionOnAgenda')
        .values({ sectionId: section.id, itemId: put.itemId })
        .onConflict((conflict) => conflict.doNothing())
        .returning('sectionId')
        .executeTakeFirst()
      if (!laid) throw refuse('section_on_agenda')
    }
    await work.record({ type: 'standard.changed', standardId: standard.id })
    return put
  },
)

const itemOfStandard = {
  kind: 'resolution',
  audience: 'public',
  minutes: 20,
  text: '',
  goals: [],
  responsible: '',
  broughtBy: '',
  project: null,
  ideaId: null,
} as const

/** Before the vote any member takes one out of the bundle: it becomes an item of its own in the same meeting. */
export const pullFromBundle = prepared(
  async (platform, input: Pick<Bundle, 'title' | 'noGoalReason'> & { readonly amendmentId: string }) => ({
    ...input,
    ...(await platform.render('')),
  }),
  async (work: Work, { amendmentId, ...words }): Promise<void> => {
    const amendment = await getAmendment(work.tx, amendmentId)
    const standard = await getStandard(work.tx, amendment.standardId)
    work.require('amendment.pull', standardSubject(standard, amendment.authorId))
    const itemId = await unvoted(work, amendment)
    // Alone on its item it has its own vote already.
    if ((await bundled(work.tx, itemId)) < 2) return
    const meeting = await getMeeting(work.tx, (await getItem(work.tx, itemId)).meetingId)
    const put = await putItem(work, meeting, { ...itemOfStandard, ...words })
    await layLink(work, put.itemId, {
      title: words.title,
      kind: 'standard',
      target: `/standards/${standard.slug}/aenderungen/${amendment.number}`,
    })
    await lay(work, amendment, put.itemId)
  },
)

/** Not to be voted on in that meeting after all; the item itself is the chair's to strike. */
export async function takeAmendmentOff(work: Work, input: { readonly amendmentId: string }): Promise<void> {
  const amendment = await getAmendment(work.tx, input.amendmentId)
  const standard = await getStandard(work.tx, amendment.standardId)
  work.require('standard.steer', standardSubject(standard, amendment.authorId))
  await unvoted(work, amendment)
  await lift(work, amendment)
}

/** A section that was laid before the table is not voted on after all. */
export async function takeSectionOff(work: Work, input: { readonly sectionId: string }): Promise<void> {
  const section = await getSection(work.tx, input.sectionId)
  const standard = await getStandard(work.tx, section.standardId)
  work.require('standard.steer', standardSubject(standard))
  const laid = await work.tx
    .selectFrom('sectionOnAgenda')
    .select('itemId')
    .where('sectionId', '=', section.id)
    .executeTakeFirst()
  if (!laid) throw refuse('section_not_on_agenda')
  await checkUnvoted(work, laid.itemId)
  await work.tx.deleteFrom('sectionOnAgenda').where('sectionId', '=', section.id).execute()
  await work.record({ type: 'standard.changed', standardId: standard.id })
}

/** After items were struck or a meeting was called off: what lay on them is free again. */
export async function liftFromGone(work: Work, input: { readonly meetingId: string }): Promise<void> {
  const gone = await work.tx
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .select('agendaItem.id')
    .where('meeting.id', '=', input.meetingId)
    .where((eb) => eb.or([eb('agendaItem.removedAt', 'is not', null), eb('meeting.state', '=', 'cancelled')]))
    .execute()
  if (gone.length === 0) return
  const itemIds = gone.map(({ id }) => id)
  await work.tx.deleteFrom('sectionOnAgenda').where('itemId', 'in', itemIds).execute()
  const rows = await work.tx
    .selectFrom('amendment')
    .select('id')
    .where('agendaItemId', 'in', itemIds)
    .where('state', '=', 'on_agenda')
    .execute()
  for (const { id } of rows) {
    const amendment = await getAmendment(work.tx, id)
    const standard = await getStandard(work.tx, amendment.standardId)
    work.require('amendment.decide', standardSubject(standard, amendment.authorId))
    await lift(work, amendment)
  }
}

type LaidAmendment = Awaited<ReturnType<typeof getAmendment>>

async function lay(work: Work, amendment: LaidAmendment | ReturnType<typeof putOnAgenda>, itemId: string) {
  await saveAmendment(work, { ...amendment, agendaItemId: itemId })
  const { publicNumber } = await getItem(work.tx, itemId)
  const link = `/runder-tisch/punkte/${publicNumber}`
  const note = await meetingOf(work, itemId)
  await addLifelineStep(work, `amendment:${amendment.id}`, 'on_agenda', { note, link })
  await work.record({ type: 'amendment.put-on-agenda', ...(await namesOf(work.tx, amendment)) })
}

async function meetingOf(work: Work, itemId: string): Promise<string> {
  return (await getMeeting(work.tx, (await getItem(work.tx, itemId)).meetingId)).title
}

async function lift(work: Work, amendment: LaidAmendment): Promise<void> {
  const note = amendment.agendaItemId === null ? '' : await meetingOf(work, amendment.agendaItemId)
  await saveAmendment(work, { ...takeOffAgenda(amendment), agendaItemId: null })
  await addLifelineStep(work, `amendment:${amendment.id}`, 'off_agenda', { note })
  await work.record({ type: 'amendment.taken-off-agenda', ...(await namesOf(work.tx, amendment)) })
}

/** The item it lies on, as long as nobody votes there. */
async function unvoted(work: Work, amendment: LaidAmendment): Promise<string> {
  const { agendaItemId, state } = amendment
  if (state !== 'on_agenda' || agendaItemId === null) throw refuse('amendment_not_on_agenda')
  await checkUnvoted(work, agendaItemId)
  return agendaItemId
}

async function checkUnvoted(work: Work, itemId: string): Promise<void> {
  const vote = await work.tx
    .selectFrom('poll')
    .select('id')
    .where('subject', '=', `agendaItem:${itemId}`)
    .where('label', '=', 'resolution')
    .executeTakeFirst()
  if (vote) throw refuse('bundle_is_voted')
}
