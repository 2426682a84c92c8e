// Lists by a key, and long lists in pieces.

export function groupedBy<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** Pieces of at most so many, in their order: a statement takes only so many values, and one with few is soon read. */
export function batchesOf<T>(all: readonly T[], most = 50): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, place) =>
    all.slice(place * most, (place + 1) * most),
  )
}
