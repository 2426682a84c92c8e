// Which ring an idea's state is drawn with; the word beside it comes from the catalogue.
import type { StatusState } from '#app/components/status.tsx'
import type { IdeaState } from '#app/domain/ideas/idea.ts'

const rings = {
  waiting: 'received',
  talk: 'talk',
  will_be_done: 'yes',
  partly: 'partly',
  later: 'later',
  no: 'no',
  done: 'done',
  withdrawn: 'withdrawn',
  merged: 'withdrawn',
  refused: 'withdrawn',
  hidden: 'withdrawn',
} as const satisfies Record<IdeaState, StatusState>

export function ringOf(state: IdeaState, daysLate = 0): StatusState {
  return daysLate > 0 ? 'overdue' : rings[state]
}
