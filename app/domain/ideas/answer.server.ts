// The official answer: by a named person with an office, told to everybody around the idea, and never taken back in silence.
import { staffFunction } from '../actor.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import { prepared, type Work } from '../run.server.ts'
import { answer, extend, finish } from './answer.ts'
import { getIdea, ideaSubject, saveIdea } from './idea.server.ts'
import type { AnswerKind, Idea } from './idea.ts'
import { writeReminders, writeReviewReminder } from './reminders.server.ts'

export interface NewAnswer {
  readonly ideaId: string
  readonly kind: AnswerKind
  readonly text: string
  /** The day on which 'later' is looked at again, as 2027-06-01. */
  readonly reviewOn: string | null
}

export const answerOfficially = prepared(
  async (platform, input: NewAnswer) => ({ ...input, ...(await platform.render(input.text)) }),
  async (work: Work, input): Promise<{ answerId: string }> => {
    const idea = await getIdea(work.tx, input.ideaId)
    work.require('idea.answer', ideaSubject(idea))
    const answered = answer(idea, input, work.now)
    const byFunction = await officeOf(work, idea)
    const answerId = work.newId()
    await work.tx
      .insertInto('officialAnswer')
      .values({
        id: answerId,
        ideaId: idea.id,
        kind: input.kind,
        text: input.text,
        html: input.html,
        reviewOn: answered.reviewOn,
        byId: work.actor.accountId ?? '',
        byFunction,
        at: work.now,
      })
      .execute()
    await saveIdea(work, answered)
    await writeReviewReminder(work, answered)
    await addLifelineStep(work, `idea:${idea.id}`, input.kind, { byFunction })
    await work.record({ type: 'idea.answered', ideaId: idea.id, answerId })
    return { answerId }
  },
)

export async function extendAnswer(
  work: Work,
  input: { readonly ideaId: string; readonly dueAt: string; readonly reason: string },
): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.answer', ideaSubject(idea))
  const extended = extend(idea, input.dueAt, work.now)
  await saveIdea(work, extended)
  await writeReminders(work, extended)
  await addLifelineStep(work, `idea:${idea.id}`, 'extended', {
    byFunction: await officeOf(work, idea),
    note: input.reason,
  })
  await work.record({ type: 'idea.answer-extended', ideaId: idea.id })
}

export async function finishIdea(
  work: Work,
  input: { readonly ideaId: string; readonly note: string },
): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.finish', ideaSubject(idea))
  await saveIdea(work, finish(idea, work.now))
  await addLifelineStep(work, `idea:${idea.id}`, 'done', {
    byFunction: await officeOf(work, idea),
    note: input.note === '' ? null : input.note,
  })
  await work.record({ type: 'idea.done', ideaId: idea.id })
}

/** For which office one speaks: the own label, else the name of the role that has the idea. */
async function officeOf(work: Work, idea: Idea): Promise<string> {
  const own = staffFunction(work.actor)
  if (own !== null) return own
  const role = await work.tx
    .selectFrom('responsibleRole')
    .select('name')
    .where('slug', '=', idea.responsible ?? '')
    .executeTakeFirst()
  return role?.name ?? idea.responsible ?? ''
}
