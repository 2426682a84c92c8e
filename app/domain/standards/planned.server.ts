// Plans what falls due later: each in a job of its own, told in the morning of its day.
import { momentAt } from '../meetings/clear-days.ts'
import { addJob, type Work } from '../run.server.ts'
import { addDays } from './calendar.ts'
import { type ConsultationTurn, consultationTurns } from './standard.ts'

/** The first day, a week before the last one, and the day after it. */
export async function planConsultation(
  work: Work,
  standard: { readonly id: string; readonly consultFrom: string; readonly consultUntil: string },
): Promise<void> {
  const { id: standardId, consultFrom, consultUntil } = standard
  const days: Readonly<Record<ConsultationTurn, string>> = {
    open: consultFrom,
    closing: addDays(consultUntil, -6),
    closed: addDays(consultUntil, 1),
  }
  for (const to of consultationTurns) {
    // A consultation of a few days is closing from its first day on; that is said once.
    if (to === 'closing' && days.closing <= consultFrom) continue
    const data = { standardId, to, consultFrom, consultUntil }
    await plan(work, 'standard-consultation', `${standardId}:${to}`, days[to], data)
  }
}

export async function planTaskReminders(
  work: Work,
  task: { readonly id: string; readonly dueOn: string },
): Promise<void> {
  for (const days of [3, -1]) {
    const key = `${task.id}:${days}`
    await plan(work, 'section-task-reminder', key, addDays(task.dueOn, -days), { taskId: task.id })
  }
}

export async function planDeclarationReview(
  work: Work,
  declaration: { readonly id: string; readonly reviewOn: string },
): Promise<void> {
  const { id: declarationId, reviewOn } = declaration
  await plan(work, 'declaration-review', declarationId, reviewOn, { declarationId })
}

export async function planStandardReview(work: Work, standardId: string, reviewOn: string): Promise<void> {
  await plan(work, 'standard-review', standardId, reviewOn, { standardId, reviewOn })
}

/** What is planned for a day that is over is due now. */
async function plan(work: Work, kind: string, key: string, day: string, data: object): Promise<void> {
  const at = momentAt(day, '09:00', work.platform.town.timeZone)
  await addJob(work.tx, work.newId(), {
    kind,
    key: `${kind}:${key}`,
    data,
    dueAt: at > work.now ? at : work.now,
  })
}
