// Fill – check – done without a script: the same form is posted to be checked, to be changed, and at last to be done.
import { data } from '@remix-run/node'
import type { FormDescription, FormValues } from '#app/domain/form.ts'
import type { Command } from '#app/domain/run.server.ts'
import type { Answer, FormDoor } from '#app/http/door.server.ts'
import { typedOf } from '#app/http/form.ts'

export async function checkThenDo<D extends FormDescription, I, O>(
  door: FormDoor,
  form: D,
  command: Command<I, O>,
  input: (values: FormValues<D>) => I,
  done: string,
) {
  const typed = typedOf(door.posted)
  const shownAgain = data<Answer>({ intent: door.intent, errors: [], refusal: null, typed })
  if (door.intent === 'fill') return shownAgain
  const read = await door.read(form)
  if (!read.ok) return door.invalid(read.problems)
  if (door.intent === 'check') return shownAgain
  if (door.intent === 'do') return door.runAndGo(command, input(read.values), () => done)
  throw door.refuse('not_found')
}
