// Starts, pauses and reads the clock of a standard's programme. Every step rests on a decision, which is kept with it.
import type { StandardTable } from '#db/tables.ts'
import { dayIn } from '../meetings/clear-days.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import type { ClauseStage } from './clause.ts'
import { sectionStage } from './clause.ts'
import {
  type Clock,
  type Course,
  type Milestone,
  type MilestoneNeed,
  type MilestoneState,
  type Pause,
  type Programme,
  readClock,
  readCourse,
  readMilestones,
  type SectionStage,
} from './programme.ts'
import { getStandard, saveStandard, standardSubject } from './standard.server.ts'

export async function startProgramme(
  work: Work,
  input: { readonly standardId: string; readonly on: string; readonly decision: string },
): Promise<void> {
  const standard = await getStandard(work.tx, input.standardId)
  work.require('programme.steer', standardSubject(standard))
  if (standard.startedOn !== null) throw refuse('programme_already_started')
  await saveStandard(work, { ...standard, startedOn: input.on, startDecision: input.decision })
  await work.record({ type: 'programme.started', standardId: standard.id })
}

/** From this day on the clock stands still. */
export async function pauseProgramme(
  work: Work,
  input: { readonly standardId: string; readonly from: string; readonly decision: string },
): Promise<void> {
  const standard = await started(work, input.standardId)
  if (await openPause(work, standard.id)) throw refuse('programme_already_paused')
  if (input.from < (standard.startedOn ?? '')) throw refuse('pause_before_start')
  await work.tx
    .insertInto('programmePause')
    .values({
      id: work.newId(),
      standardId: standard.id,
      fromDay: input.from,
      untilDay: null,
      decision: input.decision,
    })
    .execute()
  await work.record({ type: 'programme.paused', standardId: standard.id })
}

/** The last day of the pause; on the next the clock runs again. */
export async function resumeProgramme(
  work: Work,
  input: { readonly standardId: string; readonly until: string },
): Promise<void> {
  const standard = await started(work, input.standardId)
  const pause = await openPause(work, standard.id)
  if (!pause) throw refuse('programme_not_paused')
  if (input.until < pause.fromDay) throw refuse('consultation_backwards')
  await work.tx
    .updateTable('programmePause')
    .set({ untilDay: input.until })
    .where('id', '=', pause.id)
    .execute()
  await work.record({ type: 'programme.resumed', standardId: standard.id })
}

/** A milestone that no count can tell was reached: the survey, the trial, the second reading. */
export async function reachMilestone(
  work: Work,
  input: { readonly standardId: string; readonly slug: string; readonly on: string },
): Promise<void> {
  const standard = await started(work, input.standardId)
  const reached = await work.tx
    .updateTable('milestone')
    .set({ reachedOn: input.on })
    .where('standardId', '=', standard.id)
    .where('slug', '=', input.slug)
    .where('needs', '=', 'decision')
    .returning('slug')
    .executeTakeFirst()
  if (!reached) throw refuse('not_found')
  await work.record({ type: 'programme.reached', standardId: standard.id, milestone: input.slug })
}

export interface ReadProgramme {
  readonly startedOn: string
  readonly decision: string
  readonly months: number
  readonly clock: Clock
  readonly course: Course
  readonly milestones: readonly MilestoneState[]
  readonly pauses: readonly (Pause & { readonly decision: string })[]
  readonly sections: { readonly adopted: number; readonly all: number }
}

/** Where the programme stands today; null before the clock has started. Ask for the standard first. */
export async function readProgramme(ask: Ask, standard: StandardTable): Promise<ReadProgramme | null> {
  if (standard.startedOn === null) return null
  const today = dayIn(ask.now, ask.town.timeZone)
  const rows = await ask.db
    .selectFrom('programmePause')
    .selectAll()
    .where('standardId', '=', standard.id)
    .orderBy('fromDay')
    .execute()
  const pauses = rows.map(({ fromDay, untilDay, decision }) => ({ from: fromDay, until: untilDay, decision }))
  const programme: Programme = { startedOn: standard.startedOn, months: standard.months, pauses }
  const milestones = await listMilestones(ask, standard.id)
  const stages = await listSectionStages(ask, standard.id)
  return {
    startedOn: standard.startedOn,
    decision: standard.startDecision ?? '',
    months: standard.months,
    clock: readClock(programme, today),
    course: readCourse(programme, milestones, stages, today),
    milestones: readMilestones(programme, milestones, stages, today),
    pauses,
    sections: { adopted: stages.filter((stage) => stage === 'adopted').length, all: stages.length },
  }
}

/** The public standard whose clock runs, for the start page; null while none does. */
export async function findRunningProgramme(
  ask: Ask,
): Promise<{ readonly slug: string; readonly title: string; readonly programme: ReadProgramme } | null> {
  const standard = await ask.db
    .selectFrom('standard')
    .selectAll()
    .where('startedOn', 'is not', null)
    .where('publishedAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('startedOn')
    .executeTakeFirst()
  const programme = standard ? await readProgramme(ask, standard) : null
  return standard && programme ? { slug: standard.slug, title: standard.title, programme } : null
}

async function listMilestones(ask: Pick<Ask, 'db'>, standardId: string): Promise<readonly Milestone[]> {
  const rows = await ask.db
    .selectFrom('milestone')
    .selectAll()
    .where('standardId', '=', standardId)
    .orderBy('month')
    .execute()
  return rows.map((row) => ({ ...row, needs: row.needs as MilestoneNeed }))
}

/** How far each section has come, in their order. */
export async function listSectionStages(
  ask: Pick<Ask, 'db'>,
  standardId: string,
): Promise<readonly SectionStage[]> {
  const sections = await ask.db
    .selectFrom('section')
    .select('id')
    .where('standardId', '=', standardId)
    .orderBy('place')
    .execute()
  const clauses = await ask.db
    .selectFrom('clause')
    .select(['sectionId', 'stage', 'struckAt'])
    .where('standardId', '=', standardId)
    .execute()
  return sections.map(({ id }) =>
    sectionStage(
      clauses
        .filter(({ sectionId }) => sectionId === id)
        .map(({ stage, struckAt }) => ({ stage: stage as ClauseStage, struckAt })),
    ),
  )
}

async function started(work: Work, standardId: string): Promise<StandardTable> {
  const standard = await getStandard(work.tx, standardId)
  work.require('programme.steer', standardSubject(standard))
  if (standard.startedOn === null) throw refuse('programme_not_started')
  return standard
}

async function openPause(work: Work, standardId: string) {
  return work.tx
    .selectFrom('programmePause')
    .select(['id', 'fromDay'])
    .where('standardId', '=', standardId)
    .where('untilDay', 'is', null)
    .executeTakeFirst()
}
