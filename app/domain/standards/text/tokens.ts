// Knows the pieces a text is compared by: whole words, runs of white space, single signs.

const pieces = /[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{M}\p{N}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu

/** The pieces of a text in their order; joined again they are the text. */
export function tokensOf(text: string): readonly string[] {
  return text.match(pieces) ?? []
}

/** A piece that carries meaning; between two changes that merge by themselves stands at least one of these. */
export function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token)
}
