// Lets those in who come at once, as many in one turn of the event loop as it takes well.

/** Milliseconds of one turn in which others may enter. */
const longestMs = 8
/** Of those who had to wait so many enter in one turn. */
const atOnce = 3

/** Calls `enter` now, or a few turns later where many come. */
export type Turns = (enter: () => void) => void

/**
 * A hundred pages asked for in one moment would be read from the database in one go, and nobody else would be heard until
 * then. Nobody waits here for another one's answer: the next enter with the next turn, whatever the last ones wait for.
 */
export function openTurns(): Turns {
  let waiting: (() => void)[] = []
  /** Those of them who enter in this turn and have not yet. */
  let called = 0
  /** Since when this turn lets in; null where nobody came. */
  let since: number | null = null
  const nextTurn = () => {
    since = waiting.length > 0 ? performance.now() : null
    if (since === null) return
    const next = waiting.slice(0, atOnce)
    waiting = waiting.slice(atOnce)
    called = next.length
    for (const enter of next)
      setImmediate(() => {
        called--
        enter()
      })
    setImmediate(nextTurn)
  }
  return (enter) => {
    if (since === null) {
      since = performance.now()
      setImmediate(nextTurn)
    } else if (called > 0 || waiting.length > 0 || performance.now() - since > longestMs) {
      waiting.push(enter)
      return
    }
    enter()
  }
}

/** One for all who come, since the process has one event loop. */
export const inTurn = openTurns()
