// Reminders of the promised answer: jobs written with the promise, run by the house when they are due.
import { addJob, type Work } from '../run.server.ts'
import { checkReminder, type ReminderStage, remindersOf } from './answer.ts'
import { getIdea, ideaSubject } from './idea.server.ts'
import type { Idea } from './idea.ts'

/** One job a stage: a promise that moves takes its reminders along. */
export async function writeReminders(work: Work, idea: Pick<Idea, 'id' | 'answerDueAt'>): Promise<void> {
  if (idea.answerDueAt === null) return
  for (const { stage, at } of remindersOf(work.now, idea.answerDueAt))
    await writeReminder(work, idea.id, stage, at)
}

/** On the day a 'later' is to be looked at again. */
export async function writeReviewReminder(work: Work, idea: Pick<Idea, 'id' | 'reviewOn'>): Promise<void> {
  if (idea.reviewOn !== null) await writeReminder(work, idea.id, 'review', `${idea.reviewOn}T06:00:00.000Z`)
}

async function writeReminder(work: Work, ideaId: string, stage: ReminderStage, dueAt: string): Promise<void> {
  await addJob(work.tx, work.newId(), {
    kind: 'answer-reminder',
    key: `answer:${ideaId}:${stage}`,
    data: { ideaId, stage },
    dueAt,
  })
}

/** Run by the worker; whom it concerns is decided where notices are. */
export async function remindAnswer(
  work: Work,
  input: { readonly ideaId: string; readonly stage: ReminderStage },
): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.remind', ideaSubject(idea))
  checkReminder(idea, input.stage)
  await work.record({ type: 'idea.answer-reminded', ideaId: idea.id, stage: input.stage })
}
