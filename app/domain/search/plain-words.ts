// Knows how a text reads on one line, without the signs of its Markdown.

/** The words alone. Good enough for a preview; the page itself shows the rendered text. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/^[ \t]*(?:```+|~~~+).*$/gmu, ' ')
    .replace(/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+)+/gmu, '')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/gu, '$1')
    .replace(/(\*\*|__|~~|`+)(?=\S)([^\n]*?\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^\n*_]*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\s+/gu, ' ')
    .trim()
}

/**
 * The first sentences of a text that fit into `length` signs, at least one; a longer first sentence is cut between
 * two words and ends in "…".
 */
export function firstThought(markdown: string, length = 160): string {
  const line = plainWords(markdown)
  if (line.length <= length) return line
  const ends = [...line.matchAll(/[.!?…]["“”»«)]*(?=\s+[\p{Lu}„"»])/gu)].map(
    (end) => end.index + end[0].length,
  )
  const last = ends.findLast((end) => end <= length)
  // "Am 3. Mai" is no sentence: what is very short is not taken for one.
  if (last !== undefined && last >= 40) return line.slice(0, last)
  const cut = line.lastIndexOf(' ', length)
  return `${line.slice(0, cut > 0 ? cut : length).replace(/[\s,;:–-]+$/u, '')} …`
}
