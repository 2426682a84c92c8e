// What changes about an idea while it is talked about: its words, its goals, and who answers.
import { findGoal } from '../goals/town.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { getIdea, ideaSubject, keepVersion, saveIdea } from './idea.server.ts'
import { assign, edit } from './idea.ts'

export interface IdeaEdit {
  readonly ideaId: string
  readonly title: string
  readonly text: string
  readonly district: string
  readonly language: string
}

export const editIdea = prepared(
  async (platform, input: IdeaEdit) => ({ ...input, ...(await platform.render(input.text)) }),
  async (work: Work, { ideaId, ...words }): Promise<void> => {
    const idea = await getIdea(work.tx, ideaId)
    work.require('idea.edit', ideaSubject(idea))
    const edited = edit(idea, words)
    await saveIdea(work, edited)
    if (idea.title !== edited.title || idea.text !== edited.text) await keepVersion(work, edited)
    await work.record({ type: 'idea.edited', ideaId: idea.id })
  },
)

/** The goals of the town's plan that an idea serves: all of them at once, so that none is forgotten. */
export async function tagIdea(
  work: Work,
  input: { readonly ideaId: string; readonly goals: readonly string[] },
): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.tag', ideaSubject(idea))
  const goals = [...new Set(input.goals)]
  if (goals.some((goal) => findGoal(work.platform.town, goal) === null)) throw refuse('not_found')
  await work.tx.deleteFrom('ideaGoal').where('ideaId', '=', idea.id).execute()
  if (goals.length > 0) {
    await work.tx
      .insertInto('ideaGoal')
      .values(goals.map((goal) => ({ ideaId: idea.id, goal })))
      .execute()
  }
  await work.record({ type: 'idea.tagged', ideaId: idea.id })
}

export async function assignResponsible(
  work: Work,
  input: { readonly ideaId: string; readonly responsible: string },
): Promise<void> {
  const idea = await getIdea(work.tx, input.ideaId)
  work.require('idea.assign', ideaSubject(idea))
  const role = await work.tx
    .selectFrom('responsibleRole')
    .select('name')
    .where('slug', '=', input.responsible)
    .executeTakeFirst()
  if (!role) throw refuse('not_found')
  await saveIdea(work, assign(idea, input.responsible))
  await addLifelineStep(work, `idea:${idea.id}`, 'assigned', { note: role.name })
  await work.record({ type: 'idea.assigned', ideaId: idea.id })
}
