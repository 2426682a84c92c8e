// Knows which resolutions and tasks a reader of the register asks for: by words, body, owner, date and state.
import { foldedText } from '../search/words.ts'

export const taskStates = ['open', 'late', 'done'] as const
export type TaskState = (typeof taskStates)[number]

export interface RegisterFilter {
  readonly words: string
  /** The slug of a body; '' for all. */
  readonly body: string
  /** The office or function that has a task; '' for all. */
  readonly owner: string
  /** Due on this day at the latest; '' for any day. */
  readonly dueUntil: string
  readonly state: TaskState | null
}

export const wholeRegister: RegisterFilter = { words: '', body: '', owner: '', dueUntil: '', state: null }

interface FilteredTask {
  readonly text: string
  readonly owner: string
  readonly dueOn: string
  readonly doneAt: string | null
}

export function stateOf(task: Pick<FilteredTask, 'dueOn' | 'doneAt'>, today: string): TaskState {
  if (task.doneAt !== null) return 'done'
  return task.dueOn < today ? 'late' : 'open'
}

/** Late is open, too: whoever looks for what is still to do finds both. */
export function fitsTask(task: FilteredTask, filter: RegisterFilter, today: string): boolean {
  const state = stateOf(task, today)
  const wanted = filter.state === 'open' ? state !== 'done' : filter.state === null || state === filter.state
  return (
    wanted &&
    (filter.owner === '' || task.owner === filter.owner) &&
    (filter.dueUntil === '' || task.dueOn <= filter.dueUntil)
  )
}

/** Asks for a task at all: then a resolution fits by one of its own. */
export function asksForTasks(filter: RegisterFilter): boolean {
  return filter.owner !== '' || filter.dueUntil !== '' || filter.state !== null
}

export function fitsResolution(
  resolution: { readonly text: string; readonly body: string; readonly tasks: readonly FilteredTask[] },
  filter: RegisterFilter,
  today: string,
): boolean {
  if (filter.body !== '' && resolution.body !== filter.body) return false
  if (asksForTasks(filter) && !resolution.tasks.some((task) => fitsTask(task, filter, today))) return false
  return fitsWords([resolution.text, ...resolution.tasks.map(({ text }) => text)].join(' '), filter.words)
}

/** Every word that was typed, somewhere, however it is written. */
export function fitsWords(text: string, typed: string): boolean {
  const folded = foldedText(text)
  return foldedText(typed)
    .split(' ')
    .filter((word) => word !== '')
    .every((word) => folded.includes(word))
}
