import type { Voice } from '#app/components/voice-badge.tsx'
import type { PollSpace } from '#app/domain/polls/poll.ts'

/** Whose house a vote stands in gives its colour. */
export function voiceOf(space: PollSpace): Voice {
  return ({ town: 'citizens', 'round-table': 'table', council: 'council' } as const)[space]
}
