// Knows how people took part in a secret vote, kept as a sorted set: it remembers nobody's turn, only that they are in it.

/** 'separate': voted through the form; a token with the hash of what was signed; an envelope with a code; on paper. `told`: by mail. */
export type Part = { readonly told?: true } & (
  | { readonly way: 'separate' | 'envelope' | 'paper' }
  | { readonly way: 'token'; readonly blinded: string }
)

/** Sorted by account, so that equal sets are equal texts however they came about. */
export function writeDrawer(people: ReadonlyMap<string, Part>): string {
  return JSON.stringify([...people].sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function readDrawer(text: string): Map<string, Part> {
  return new Map(JSON.parse(text) as readonly (readonly [string, Part])[])
}
