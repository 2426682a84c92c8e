// A memory with a limit: what nobody asked for longest goes first.

export interface Memory<T> {
  find(name: string): T | undefined
  /** @param weight of the value in the unit of the limit */
  keep(name: string, value: T, weight: number): void
  forget(name: string): void
}

/** @param most how much all values may weigh together */
export function openMemory<T>(most: number): Memory<T> {
  const kept = new Map<string, { readonly value: T; readonly weight: number }>()
  let all = 0
  function forget(name: string): void {
    all -= kept.get(name)?.weight ?? 0
    kept.delete(name)
  }
  return {
    find(name) {
      const found = kept.get(name)
      if (!found) return undefined
      // A map gives its keys in the order in which they came.
      kept.delete(name)
      kept.set(name, found)
      return found.value
    },
    keep(name, value, weight) {
      forget(name)
      kept.set(name, { value, weight })
      all += weight
      for (const oldest of kept.keys()) {
        if (all <= most) break
        forget(oldest)
      }
    },
    forget,
  }
}
