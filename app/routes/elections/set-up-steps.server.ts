// Reads the answers of one step as they are typed; gives them as the election keeps them.
import { readBranches } from '#app/domain/elections/branches.ts'
import { daysForm, frameForm, seatsForm, termForm, votesForm } from '#app/domain/elections/election.form.ts'
import type { ElectionRules, ElectionStep } from '#app/domain/elections/election.ts'
import type { FieldProblem } from '#app/domain/form.ts'
import type { FormDoor } from '#app/http/door.server.ts'

type Read =
  | { readonly ok: true; readonly answers: Partial<ElectionRules> }
  | { readonly ok: false; readonly problems: Readonly<Record<string, FieldProblem>> }

export async function readStep(door: FormDoor, step: ElectionStep): Promise<Read> {
  switch (step) {
    case 'frame':
      return answersOf(await door.read(frameForm))
    case 'days':
      return answersOf(await door.read(daysForm))
    case 'votes':
      return answersOf(await door.read(votesForm))
    case 'term':
      return answersOf(await door.read(termForm))
    case 'seats': {
      const form = await door.read(seatsForm)
      if (!form.ok) return form
      const branches = readBranches(form.values.branches)
      if (branches === null) return { ok: false, problems: { branches: { error: 'not_a_choice' } } }
      return { ok: true, answers: { seats: form.values.seats, branches } }
    }
  }
}

function answersOf(
  form:
    | { readonly ok: true; readonly values: Partial<ElectionRules> }
    | { readonly ok: false; readonly problems: Readonly<Record<string, FieldProblem>> },
): Read {
  return form.ok ? { ok: true, answers: form.values } : form
}
