// Watches a page being made for a guest: which words differ with each answer, and whether it may be shown to the next
// guest at all. Whoever asks for something that belongs to one visit alone gets it, and the page is not kept.
import type { Visit } from '#app/http/context.ts'

export interface Making {
  readonly visit: Visit
  /** The script nonce first, then each form key handed out. */
  words(): readonly string[]
  /** False as soon as the page leaned on something of this one visit. */
  isForEverybody(): boolean
}

export function watchMaking(visit: Visit): Making {
  const words = [visit.nonce]
  let forEverybody = true
  const own =
    <A extends readonly unknown[], R>(ask: (...args: A) => R) =>
    (...args: A): R => {
      forEverybody = false
      return ask(...args)
    }
  const { platform } = visit
  const watched: Visit = {
    ...visit,
    get peer() {
      forEverybody = false
      return visit.peer
    },
    platform: {
      ...platform,
      newId() {
        const id = platform.newId()
        words.push(id)
        return id
      },
      // Sealed things carry a moment or a secret of their own; limits count this very visitor.
      seal: own((purpose: string, value: unknown) => platform.seal(purpose, value)),
      unseal: own((purpose: string, sealed: string) =>
        platform.unseal(purpose, sealed),
      ) as typeof platform.unseal,
      newSecret: own(() => platform.newSecret()),
      newCode: own(() => platform.newCode()),
      allow: own((limit, who) => platform.allow(limit, who)),
      get demoTown() {
        forEverybody = false
        return platform.demoTown
      },
    },
  }
  return { visit: watched, words: () => words, isForEverybody: () => forEverybody }
}
