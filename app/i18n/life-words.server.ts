// The way of an item as it is told: written on the server, so that no page brings the words of every hop along.
import type { LifelineStep } from '#app/domain/lifelines.ts'
import { shortDay, townZone } from './dates.ts'
import type { WordKey, Words } from './words.tsx'

export interface ToldLife {
  readonly title: string
  readonly steps: readonly {
    readonly title: string
    /** The day, and the function that made the hop. */
    readonly when: string
    readonly state: 'past' | 'now'
    readonly to?: string
  }[]
}

/** null where nothing has happened yet. */
export function lifeInWords(
  words: Words,
  steps: readonly LifelineStep[],
  title: WordKey = 'meetings:life.title',
): ToldLife | null {
  const { t } = words
  if (steps.length === 0) return null
  return {
    title: t(title),
    steps: steps.map((step, index) => ({
      title: t(`ideas:life.step.${step.kind}`, { note: step.note ?? '', office: step.byFunction ?? '' }),
      when: [shortDay(words, step.at, townZone, step.at), step.byFunction].filter(Boolean).join(', '),
      state: index === steps.length - 1 ? 'now' : 'past',
      ...(step.link ? { to: step.link } : {}),
    })),
  }
}
