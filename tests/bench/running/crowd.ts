// Many people at once, each doing their deed as soon as somebody before them is done.

/** Gives the seconds it took, and how long each waited. */
export async function crowd(
  count: number,
  atOnce: number,
  deed: (index: number) => Promise<void>,
): Promise<{ readonly seconds: number; readonly waits: readonly number[] }> {
  let next = 0
  const waits: number[] = []
  const one = async () => {
    while (next < count) {
      const began = performance.now()
      await deed(next++)
      waits.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: atOnce }, one))
  return { seconds: (performance.now() - began) / 1000, waits }
}
