// Minutes in the database: the draft that grows, the checked text, corrections, two signatures, the public version.
import { fromJson, toJson } from '#db/columns.ts'
import type { MinutesTable } from '#db/tables.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { type DraftLine, growMinutes } from './draft.ts'
import { addressOf } from './items.server.ts'
import { type BodyMeeting, getMeeting, meetingSubject } from './meeting.server.ts'
import {
  checkCorrectable,
  type Minutes,
  type MinutesState,
  type MinutesText,
  publicPart,
  publish,
  sign,
  withPeople,
} from './minutes.ts'
import { findPersonalData } from './personal-data.ts'
import { functionIn } from './roster.ts'
import { rulesOf } from './rules.server.ts'
import { indexMinutes } from './search.server.ts'
import { notesOf, readStandVotes } from './stand.server.ts'
import { itemIn, readSession, rosterOf } from './steps.server.ts'

/** The draft as it stands now, without words; whoever shows it has asked the policy for each line. */
export async function draftMinutes(ask: Ask, meeting: BodyMeeting): Promise<readonly DraftLine[]> {
  const session = await readSession(ask.db, meeting)
  const roster = await rosterOf(ask.db, meeting.bodyId, ask.now)
  const tasks = await ask.db
    .selectFrom('task')
    .select(['id', 'itemId', 'text', 'owner', 'dueOn'])
    .where('meetingId', '=', meeting.id)
    .orderBy('at')
    .execute()
  return growMinutes({
    steps: session.steps,
    live: session.live,
    items: session.items,
    invitedAt: meeting.invitedAt,
    urgency: meeting.urgency,
    roster,
    rules: session.rules,
    votes: (await readStandVotes(ask, session.live.votes)).map(({ itemId, vote }) => ({
      is: 'vote' as const,
      pollId: vote.pollId,
      itemId,
      question: vote.question,
      label: vote.forMotion ? 'motion' : vote.label,
      secret: vote.secret ? ('yes' as const) : ('no' as const),
      number: vote.number,
      result: vote.result,
    })),
    tasks: tasks.map((task) => ({ is: 'task' as const, ...task })),
    notes: notesOf(session),
  })
}

/** As what everybody of these took part. */
export async function peopleOf(ask: Ask, meeting: BodyMeeting): Promise<MinutesText['people']> {
  const roster = await rosterOf(ask.db, meeting.bodyId, ask.now)
  return Object.fromEntries(
    roster.map(({ accountId, function: held, benchName }) => [
      accountId,
      { function: held, bench: benchName },
    ]),
  )
}

/** Names of accounts that are not erased. */
export async function namesOfPeople(ask: Ask, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ask.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .where('erasedAt', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function findMinutes(
  ask: Pick<Ask, 'db'>,
  meeting: Pick<BodyMeeting, 'id'>,
): Promise<Minutes | null> {
  const row = await ask.db
    .selectFrom('minutes')
    .selectAll()
    .where('meetingId', '=', meeting.id)
    .executeTakeFirst()
  return row ? asMinutes(row) : null
}

/** The draft becomes the text that is corrected and signed; its words come from the page, its people stay ids. */
export async function checkMinutes(
  work: Work,
  input: { readonly meetingId: string; readonly text: MinutesText },
): Promise<void> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('minutes.write', meetingSubject(meeting))
  if (meeting.state !== 'ended') throw refuse('minutes_not_there_yet')
  const { rules } = await rulesOf(work.tx, meeting.bodyId)
  const written = await work.tx
    .insertInto('minutes')
    .values({
      meetingId: meeting.id,
      state: 'checked',
      sentences: toJson(input.text),
      checkedAt: work.now,
      checkedById: work.actor.accountId,
      correctUntil: new Date(Date.parse(work.now) + rules.correctionDays * 86_400_000).toISOString(),
      version: 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('meetingId')
    .executeTakeFirst()
  if (!written) throw refuse('already_decided')
  await work.record({ type: 'minutes.checked', meetingId: meeting.id })
}

/** Marks a sentence and proposes another; after the signatures it is an objection for the next meeting. */
export async function proposeCorrection(
  work: Work,
  input: { readonly meetingId: string; readonly sentence: string; readonly proposed: string },
): Promise<{ correctionId: string }> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('minutes.correct', meetingSubject(meeting))
  const minutes = await getMinutes(work, meeting)
  const sentence = minutes.text.sentences.find(({ key }) => key === input.sentence)
  if (!sentence) throw refuse('correction_not_a_sentence')
  const signed = minutes.state !== 'checked'
  if (!signed) checkCorrectable(minutes, work.now)
  const id = work.newId()
  await work.tx
    .insertInto('correction')
    .values({
      id,
      meetingId: meeting.id,
      kind: signed ? 'objection' : 'correction',
      sentence: sentence.key,
      before: sentence.text,
      proposed: input.proposed,
      byId: work.actor.accountId,
      at: work.now,
      decision: null,
      decidedAt: null,
      reply: '',
    })
    .execute()
  await work.record({ type: 'minutes.corrected', meetingId: meeting.id, correctionId: id })
  return { correctionId: id }
}

/** Taken up word by word, or not, with a reason. */
export async function decideCorrection(
  work: Work,
  input: {
    readonly correctionId: string
    readonly decision: 'taken' | 'not-taken'
    readonly reply: string
  },
): Promise<void> {
  const row = await work.tx
    .selectFrom('correction')
    .selectAll()
    .where('id', '=', input.correctionId)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  const meeting = await getMeeting(work.tx, row.meetingId)
  work.require('minutes.sign', meetingSubject(meeting))
  if (row.decision !== null) throw refuse('already_decided')
  const minutes = await getMinutes(work, meeting)
  if (input.decision === 'taken') {
    if (minutes.state !== 'checked' || minutes.hash !== null) throw refuse('minutes_signed')
    const sentences = minutes.text.sentences.map((one) =>
      one.key === row.sentence ? { ...one, text: row.proposed } : one,
    )
    await saveMinutes(work, { ...minutes, text: { ...minutes.text, sentences } })
  }
  await work.tx
    .updateTable('correction')
    .set({ decision: input.decision, reply: input.reply, decidedAt: work.now })
    .where('id', '=', row.id)
    .execute()
  await work.record({ type: 'minutes.correction-decided', meetingId: meeting.id, correctionId: row.id })
}

export async function signMinutes(work: Work, input: { readonly meetingId: string }): Promise<void> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('minutes.sign', meetingSubject(meeting))
  const minutes = await getMinutes(work, meeting)
  const as = functionIn(work.actor, meeting.body) === 'minute-taker' ? 'minute-taker' : 'chair'
  const open = await work.tx
    .selectFrom('correction')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('meetingId', '=', meeting.id)
    .where('decision', 'is', null)
    .executeTakeFirstOrThrow()
  const by = {
    accountId: work.actor.accountId ?? '',
    now: work.now,
    hash: await hashOf(meeting, minutes.text),
    openCorrections: Number(open.count),
  }
  await saveMinutes(work, sign(minutes, as, by))
  await work.record({ type: 'minutes.signed', meetingId: meeting.id, as })
}

/** SHA-256 over the meeting's number and its text, ids for people: an erased account changes nothing in it. */
export async function hashOf(meeting: Pick<BodyMeeting, 'number'>, text: MinutesText): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([meeting.number, text]))
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The public version. `replaced`: sentences written anew because a name stood in them. What the scanner still finds
 * stops it, unless somebody says that it may stand.
 */
export async function publishMinutes(
  work: Work,
  input: {
    readonly meetingId: string
    readonly replaced: Readonly<Record<string, string>>
    readonly mayStand: 'yes' | 'no'
  },
): Promise<void> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('minutes.sign', meetingSubject(meeting))
  const minutes = await getMinutes(work, meeting)
  const open = publicPart(minutes.text)
  const sentences = open.sentences.map((one) => ({ ...one, text: input.replaced[one.key] ?? one.text }))
  const publicText = { ...open, sentences }
  if (input.mayStand === 'no' && (await scan(work, publicText)).length > 0)
    throw refuse('minutes_name_people')
  await saveMinutes(work, publish(minutes, publicText, work.now))
  await indexMinutes(work, meeting, publicText)
  const session = await readSession(work.tx, meeting)
  for (const item of session.items) {
    if (item.audience === 'inside' || session.live.items[item.id] === undefined) continue
    const more = {
      note: `${meeting.title}, Punkt ${item.number}`,
      link: `${addressOf(meeting)}/niederschrift`,
      byFunction: meeting.bodyName,
    }
    await addLifelineStep(work, `agendaItem:${item.id}`, 'minuted', more)
    if (item.ideaId !== null) await addLifelineStep(work, `idea:${item.ideaId}`, 'minuted', more)
  }
  await work.record({ type: 'minutes.published', meetingId: meeting.id })
}

export interface ScannedSentence {
  readonly key: string
  readonly found: readonly string[]
}

/** Names, addresses and numbers in sentences that would become public. */
export async function scan(work: Pick<Work, 'tx'>, text: MinutesText): Promise<readonly ScannedSentence[]> {
  const accounts = await work.tx
    .selectFrom('account')
    .select(['id', 'name'])
    .where('erasedAt', 'is', null)
    .execute()
  const seated = new Set(Object.keys(text.people))
  const allowed = accounts.filter(({ id }) => seated.has(id)).map(({ name }) => name)
  const names = accounts.filter(({ id }) => !seated.has(id)).map(({ name }) => name)
  return text.sentences
    .map(({ key, text: words }) => ({
      key,
      found: findPersonalData(
        withPeople(words, () => ''),
        names,
        allowed,
      ).map(({ found }) => found),
    }))
    .filter(({ found }) => found.length > 0)
}

/** The next meeting approves them under one of its items. */
export async function approveMinutes(
  work: Work,
  input: { readonly meetingId: string; readonly byMeetingId: string },
): Promise<void> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  const next = await getMeeting(work.tx, input.byMeetingId)
  work.require('meeting.lead', meetingSubject(next))
  if (next.bodyId !== meeting.bodyId || next.id === meeting.id) throw refuse('not_found')
  const session = await readSession(work.tx, next)
  if (session.live.currentId === null) throw refuse('no_item_current')
  const item = itemIn(session, session.live.currentId)
  const minutes = await getMinutes(work, meeting)
  if (minutes.approvedItemId !== null) throw refuse('already_decided')
  if (minutes.state === 'checked') throw refuse('minutes_not_there_yet')
  await saveMinutes(work, { ...minutes, approvedItemId: item.id })
  await work.record({ type: 'minutes.approved', meetingId: meeting.id, itemId: item.id })
}

export interface ReadCorrection {
  readonly id: string
  readonly kind: 'correction' | 'objection'
  readonly sentence: string
  readonly before: string
  readonly proposed: string
  readonly by: string | null
  readonly at: string
  readonly decision: 'taken' | 'not-taken' | null
  readonly reply: string
}

/** For those inside: what was proposed and what became of it. */
export async function listCorrections(ask: Ask, meeting: BodyMeeting): Promise<readonly ReadCorrection[]> {
  if (!may(ask.actor, 'minutes.correct', meetingSubject(meeting))) return []
  const rows = await ask.db
    .selectFrom('correction')
    .leftJoin('account', 'account.id', 'correction.byId')
    .selectAll('correction')
    .select(['account.name', 'account.erasedAt'])
    .where('meetingId', '=', meeting.id)
    .orderBy('correction.at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ReadCorrection['kind'],
    sentence: row.sentence,
    before: row.before,
    proposed: row.proposed,
    by: row.erasedAt === null ? row.name : null,
    at: row.at,
    decision: row.decision as ReadCorrection['decision'],
    reply: row.reply,
  }))
}

async function getMinutes(work: Work, meeting: Pick<BodyMeeting, 'id'>): Promise<Minutes> {
  const minutes = await findMinutes({ db: work.tx }, meeting)
  if (minutes === null) throw refuse('minutes_not_there_yet')
  return minutes
}

async function saveMinutes(work: Work, minutes: Minutes): Promise<void> {
  const { meetingId, version, text, publicText, ...rest } = minutes
  const saved = await work.tx
    .updateTable('minutes')
    .set({
      ...rest,
      sentences: toJson(text),
      publicSentences: publicText === null ? null : toJson(publicText),
      version: version + 1,
    })
    .where('meetingId', '=', meetingId)
    .where('version', '=', version)
    .returning('meetingId')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}

function asMinutes(row: MinutesTable): Minutes {
  const { sentences, publicSentences, checkedById: _, ...rest } = row
  return {
    ...rest,
    state: row.state as MinutesState,
    text: fromJson<MinutesText>(sentences),
    publicText: publicSentences === null ? null : fromJson<MinutesText>(publicSentences),
  }
}
