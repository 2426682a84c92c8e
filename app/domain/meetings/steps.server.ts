// Takes one step of a meeting: the meeting is locked, the steps so far are folded, the rule asked, the step kept.
import type { Kysely } from 'kysely'
import { fromJson, toJson } from '#db/columns.ts'
import type { Tables } from '#db/tables.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import type { Hearers } from './events.ts'
import { applyStep, foldSteps } from './fold.ts'
import { agendaOf, hearersOf, type NumberedItem } from './items.server.ts'
import type { LiveMeeting, LiveRules } from './live.ts'
import { type BodyMeeting, getMeeting, saveMeeting } from './meeting.server.ts'
import type { MeetingState } from './meeting.ts'
import type { RosterSeat } from './roster.ts'
import { rulesOf } from './rules.server.ts'
import { liveRulesOf, type RulesOfProcedure } from './rules-of-procedure.ts'
import type { NewStep, Step } from './steps.ts'

/** A meeting with everything its rules ask for. */
export interface Session {
  readonly meeting: BodyMeeting
  readonly items: readonly NumberedItem[]
  readonly steps: readonly Step[]
  readonly live: LiveMeeting
  readonly rules: RulesOfProcedure
  readonly liveRules: LiveRules
  /** How many steps were ever taken, those taken back included. */
  readonly taken: number
}

/** Two deeds on one meeting come one after the other: on PostgreSQL its row is held, SQLite has one writer. */
export async function enterSession(work: Work, meetingId: string): Promise<Session> {
  await work.tx
    .selectFrom('meeting')
    .select('id')
    .where('id', '=', meetingId)
    .$if(work.platform.database.kind === 'postgres', (q) => q.forUpdate())
    .execute()
  return readSession(work.tx, await getMeeting(work.tx, meetingId))
}

/** `upTo`: how it stood after that step, for a projector that was frozen there. */
export async function readSession(
  db: Kysely<Tables>,
  meeting: BodyMeeting,
  upTo: number | null = null,
): Promise<Session> {
  const { rules } = await rulesOf(db, meeting.bodyId)
  const liveRules = liveRulesOf(rules)
  const rows = await db
    .selectFrom('meetingStep')
    .selectAll()
    .where('meetingId', '=', meeting.id)
    .orderBy('number')
    .execute()
  const steps = rows
    .filter((row) => row.undoneAt === null && (upTo === null || Number(row.number) <= upTo))
    .map(({ number, at, byId, type, data }) => {
      const kept = { ...fromJson<object>(data), type, at, byId, number: Number(number) }
      return kept as unknown as Step
    })
  return {
    meeting,
    items: await agendaOf(db, meeting.id),
    steps,
    live: foldSteps(steps, liveRules),
    rules,
    liveRules,
    taken: rows.length,
  }
}

/** Keeps the step, or throws the refusal of its rule. Gives the meeting as it stands after it. */
export async function takeStep(work: Work, session: Session, newStep: NewStep): Promise<Session> {
  const step = { ...newStep, number: session.taken + 1, at: work.now, byId: work.actor.accountId } as Step
  const live = applyStep(session.live, step, session.liveRules)
  const { type, number, at, byId, ...data } = step
  await work.tx
    .insertInto('meetingStep')
    .values({
      meetingId: session.meeting.id,
      number,
      at,
      byId,
      type,
      data: toJson(data),
      undoneAt: null,
    })
    .execute()
  const after = { ...session, live, steps: [...session.steps, step], taken: session.taken + 1 }
  await keepState(work, after)
  await work.record({
    type: 'meeting.step',
    meetingId: session.meeting.id,
    step: type,
    hearers: hearersOfStep(session, newStep),
  })
  return after
}

/** What lists and pages sort by stands in the meeting's own row, in step with its steps. */
export async function keepState(work: Work, { meeting, live }: Session): Promise<void> {
  const states: Readonly<Record<LiveMeeting['phase'], MeetingState>> = {
    before: meeting.invitedAt === null ? 'planned' : 'invited',
    running: 'running',
    paused: 'paused',
    ended: 'ended',
  }
  const state = states[live.phase]
  if (state !== meeting.state) await saveMeeting(work, { ...meeting, state })
}

/**
 * While an item that is not public is current, only those inside are told of what goes on. That it begins and ends
 * is no secret: people wait outside the door for it.
 */
export function hearersOfStep(session: Session, step: NewStep): Hearers {
  const doors = [
    'item-called',
    'item-closed',
    'opened',
    'ended',
    'paused',
    'resumed',
    'presence',
    'stood-in',
    'lead-taken',
  ]
  if (doors.includes(step.type)) return 'everybody'
  const itemId = 'itemId' in step ? step.itemId : session.live.currentId
  const item = session.items.find(({ id }) => id === itemId)
  return item ? hearersOf(item) : 'everybody'
}

export function itemIn(session: Session, itemId: string): NumberedItem {
  const item = session.items.find(({ id }) => id === itemId)
  if (!item) throw refuse('not_found')
  return item
}

/** Who has a seat at this moment, with a vote or without. */
export async function rosterOf(
  db: Kysely<Tables>,
  bodyId: string,
  now: string,
): Promise<readonly (RosterSeat & { readonly name: string | null; readonly benchName: string | null })[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .leftJoin('bench', 'bench.id', 'membership.benchId')
    .select(['membership.accountId', 'membership.function', 'bench.slug as bench', 'bench.name as benchName'])
    .select(['account.name', 'account.erasedAt'])
    .where('membership.bodyId', '=', bodyId)
    .where('membership.fromAt', '<=', now)
    .where((eb) => eb.or([eb('membership.untilAt', 'is', null), eb('membership.untilAt', '>', now)]))
    .orderBy('account.sortName')
    .execute()
  return rows.map(({ erasedAt, ...row }) => ({
    ...row,
    function: row.function as RosterSeat['function'],
    name: erasedAt === null ? row.name : null,
  }))
}
