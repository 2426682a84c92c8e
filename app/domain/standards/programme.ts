// Knows the clock of the programme: 24 months from a decision, stopped only by decisions, and what is due when.
import { addDays, addMonths, daysBetween } from './calendar.ts'

/** Days such as '2026-11-30'. A pause without `until` still lasts; both its days are outside the running time. */
export interface Pause {
  readonly from: string
  readonly until: string | null
}

export interface Programme {
  readonly startedOn: string
  readonly months: number
  readonly pauses: readonly Pause[]
}

/** How far every section must have come for a milestone, or `decision` where somebody has to say so. */
export const milestoneNeeds = ['start', 'decision', 'written', 'consulted', 'ready', 'adopted'] as const
export type MilestoneNeed = (typeof milestoneNeeds)[number]

export interface Milestone {
  readonly slug: string
  /** Months after the start. */
  readonly month: number
  readonly needs: MilestoneNeed
  /** The day on which it was said to be reached; only for those that need a decision. */
  readonly reachedOn: string | null
}

/** The least advanced states of clauses first. */
export const sectionStages = ['empty', 'written', 'consulted', 'ready', 'adopted'] as const
export type SectionStage = (typeof sectionStages)[number]

export interface Clock {
  /** 1 on the first day; `months` in the last month; never more. */
  readonly month: number
  readonly monthsLeft: number
  readonly daysLeft: number
  /** The last day, moved by the pauses so far. */
  readonly endsOn: string
  readonly pausedSince: string | null
  readonly over: boolean
}

export interface MilestoneState extends Milestone {
  readonly dueOn: string
  readonly reached: boolean
  /** Sections that still keep it from being reached; 0 where a decision does. */
  readonly missing: number
}

export const paces = ['on_time', 'tight', 'late', 'paused', 'over', 'finished'] as const
export type Pace = (typeof paces)[number]

/** The pace and the milestone that explains it: the first one overdue, else the next one due. */
export interface Course {
  readonly pace: Pace
  readonly milestone: MilestoneState | null
}

/** A milestone this near that is not reached yet makes things tight. In days. */
const tightDays = 45

/** Whole days in which the clock stood still, up to and without `today`. Overlapping pauses count once. */
export function pausedDays(programme: Programme, today: string): number {
  let days = 0
  let counted = programme.startedOn
  for (const { from, until } of [...programme.pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const first = from > counted ? from : counted
    const after = until !== null && until < today ? addDays(until, 1) : today
    if (after <= first) continue
    days += daysBetween(first, after)
    counted = after
  }
  return days
}

/**
 * A month begins on the day of the start and ends on the eve of the next; what is due in a month is due by that day.
 * Pauses move it as far as they have come, and only those that began before it was over.
 */
function lastDayOf(programme: Programme, month: number, today: string): string {
  const { startedOn } = programme
  if (month === 0) return startedOn
  const planned = addDays(addMonths(startedOn, month), -1)
  let last = planned
  while (true) {
    const after = addDays(last, 1)
    const moved = addDays(planned, pausedDays(programme, after < today ? after : today))
    if (moved <= last) return last
    last = moved
  }
}

/** Where the clock stands on a day. On a paused day it shows what it showed when the pause began. */
export function readClock(programme: Programme, today: string): Clock {
  const paused = pausedDays(programme, today)
  const endsOn = lastDayOf(programme, programme.months, today)
  const running = addDays(today, -paused)
  let passed = 0
  while (passed < programme.months && addMonths(programme.startedOn, passed + 1) <= running) passed++
  const over = today > endsOn
  const open = programme.pauses.find(({ from, until }) => from <= today && (until === null || until >= today))
  return {
    month: Math.min(passed + 1, programme.months),
    monthsLeft: Math.max(0, programme.months - passed - 1),
    daysLeft: over ? 0 : daysBetween(today, endsOn),
    endsOn,
    pausedSince: open?.from ?? null,
    over,
  }
}

/** When each milestone is due, moved by the pauses so far, and what it still waits for. */
export function readMilestones(
  programme: Programme,
  milestones: readonly Milestone[],
  sections: readonly SectionStage[],
  today: string,
): readonly MilestoneState[] {
  return milestones.map((milestone) => {
    const missing = missingFor(milestone.needs, sections)
    const said = milestone.needs === 'start' || milestone.reachedOn !== null
    return {
      ...milestone,
      dueOn: lastDayOf(programme, milestone.month, today),
      missing,
      reached: milestone.needs === 'start' || milestone.needs === 'decision' ? said : missing === 0,
    }
  })
}

export function readCourse(
  programme: Programme,
  milestones: readonly Milestone[],
  sections: readonly SectionStage[],
  today: string,
): Course {
  const states = readMilestones(programme, milestones, sections, today)
  const clock = readClock(programme, today)
  const open = states.filter(({ reached }) => !reached)
  const next = open[0] ?? null
  if (next === null && sections.every((stage) => stage === 'adopted'))
    return { pace: 'finished', milestone: null }
  if (clock.over) return { pace: 'over', milestone: next }
  if (clock.pausedSince !== null) return { pace: 'paused', milestone: next }
  if (next !== null && next.dueOn < today) return { pace: 'late', milestone: next }
  if (next !== null && daysBetween(today, next.dueOn) <= tightDays) return { pace: 'tight', milestone: next }
  return { pace: 'on_time', milestone: next }
}

function missingFor(needs: MilestoneNeed, sections: readonly SectionStage[]): number {
  if (needs === 'start' || needs === 'decision') return 0
  // A standard without a single section has written nothing yet.
  if (sections.length === 0) return 1
  const least = sectionStages.indexOf(needs)
  return sections.filter((stage) => sectionStages.indexOf(stage) < least).length
}
