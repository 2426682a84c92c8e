import type { StatusState } from '#app/components/status.tsx'
import type { IdeaState } from '#app/domain/ideas/idea.ts'

/** Which ring an idea's state is drawn with. What is out of sight for others has the ring of what came in. */
export const ringOf: Readonly<Record<IdeaState, StatusState>> = {
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
}
