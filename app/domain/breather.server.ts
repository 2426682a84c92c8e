// Lets others have their turn during long work on many texts or for many people.

/** How long such work keeps everybody else waiting at most, in milliseconds, but for the piece it has in hand. */
const longestMs = 10

/**
 * To be awaited between two pieces of work: goes on at once, or lets others go first when it has worked for long. Within a deed
 * never beside other work of that deed (`Promise.all`): what fails there is taken back while the rest still writes.
 */
export function breather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longestMs) return
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
