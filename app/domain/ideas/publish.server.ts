// What the moderation decides about an idea: publish it, refuse it, hide it, bring it back. Each measure stands in its room.
import { addLifelineStep } from '../lifelines.server.ts'
import type { Work } from '../run.server.ts'
import { firstPromise, getIdea, ideaSubject, saveIdea } from './idea.server.ts'
import { hide, publish, refusePublication, restore } from './idea.ts'
import { writeReminders } from './reminders.server.ts'

export async function publishIdea(work: Work, input: { readonly ideaId: string }): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.publish', ideaSubject(idea))
  const { promise } = await firstPromise(work)
  const published = publish(idea, promise, work.now)
  await saveIdea(work, published)
  await writeReminders(work, published)
  await addLifelineStep(work, `idea:${idea.id}`, 'published')
  await work.record({ type: 'idea.published', ideaId: idea.id })
}

export async function refuseIdea(
  work: Work,
  input: { readonly ideaId: string; readonly measureId: string },
): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.publish', ideaSubject(idea))
  await saveIdea(work, refusePublication(idea, work.now))
  await addLifelineStep(work, `idea:${idea.id}`, 'refused')
  await work.record({ type: 'idea.refused', ideaId: idea.id, measureId: input.measureId })
}

export async function hideIdea(
  work: Work,
  input: { readonly ideaId: string; readonly measureId: string },
): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('moderation.decide', ideaSubject(idea))
  await saveIdea(work, hide(idea))
  await work.record({ type: 'idea.hidden', ideaId: idea.id, measureId: input.measureId })
}

/** Lifts a hiding or a refusal, mostly after an objection. A refused idea goes back to be read once more. */
export async function restoreIdea(
  work: Work,
  input: { readonly ideaId: string; readonly measureId: string },
): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('moderation.decide', ideaSubject(idea))
  await saveIdea(work, restore(idea))
  await work.record({ type: 'idea.restored', ideaId: idea.id, measureId: input.measureId })
}
