import type { PollMethod } from '#app/domain/polls/method.ts'
import type { PollOption } from '#app/domain/polls/poll.ts'
import type { Say } from '#app/i18n/words.tsx'

/** Options nobody wrote have their words here; the others keep what was written. */
export function optionName(
  t: Say,
  method: PollMethod,
  option: Pick<PollOption, 'key' | 'title'> | undefined,
): string {
  if (!option) return ''
  if (method === 'yes-no') return t(`polls:answer.${option.key as 'yes' | 'no' | 'abstain'}`)
  if (method === 'consent') return t(`polls:voice.${option.key as 'consent' | 'concern' | 'objection'}`)
  return option.title
}
