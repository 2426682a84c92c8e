// Reads the form of an item; a project brings five more fields, and only then are they asked.
import type { FieldProblem } from '#app/domain/form.ts'
import type { ItemWords } from '#app/domain/meetings/agenda.server.ts'
import { itemForm, projectForm } from '#app/domain/meetings/meeting.form.ts'
import type { FormDoor } from '#app/http/door.server.ts'

type Read =
  | { readonly ok: true; readonly values: ItemWords }
  | { readonly ok: false; readonly answer: ReturnType<FormDoor['invalid']> }

export async function readItem(door: FormDoor): Promise<Read> {
  const options = door.ask.town.goals.map(({ number }) => number)
  const form = await door.read({ ...itemForm, goals: { type: 'choices', options } })
  const isProject = door.posted.get('kind') === 'project'
  const project = isProject ? await door.read(projectForm) : null
  const problems: Readonly<Record<string, FieldProblem>> = {
    ...(form.ok ? {} : form.problems),
    ...(project && !project.ok ? project.problems : {}),
  }
  if (!form.ok || (project && !project.ok)) return { ok: false, answer: door.invalid(problems) }
  return { ok: true, values: { ...form.values, project: project ? project.values : null } }
}
