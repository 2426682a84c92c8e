// Marks: words never used before, by which a write is found again in whatever text it left.

export const markPattern = /\bmk[0-9a-z]+z\b/g

export function newMark(number: number): string {
  return `mk${number.toString(36)}z`
}

/** One mark for each row that carries one. */
export function marksIn(rows: readonly { readonly text: string }[]): readonly string[] {
  return rows.flatMap(({ text }) => text.match(markPattern)?.slice(0, 1) ?? [])
}

/** Each pair of two lists once, the first list turning fastest. */
export function pairs<A, B>(
  first: readonly A[],
  second: readonly B[],
  fits: (a: A, b: B) => boolean,
): { next(): readonly [A, B] | null } {
  let place = 0
  return {
    next() {
      while (place < first.length * second.length) {
        const a = first[place % first.length] as A
        const b = second[Math.floor(place / first.length)] as B
        place++
        if (fits(a, b)) return [a, b]
      }
      return null
    },
  }
}
