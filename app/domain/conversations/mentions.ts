// Who is spoken to in a text: '@handle' or '@Name', as people type it.

export const mentionsAtMost = 5

/** Names have up to this many words. */
const longestName = 4

/**
 * What may be a name behind each '@', the longest reading first: '@Renate Tonwald mag Chöre' gives
 * ['Renate Tonwald mag Chöre', 'Renate Tonwald mag', 'Renate Tonwald', 'Renate']. An '@' inside a word is an address.
 */
export function readMentions(text: string): readonly (readonly string[])[] {
  const places = text.matchAll(/(?<![^\s(„"'*_])@(?=[\p{L}\p{N}])/gu)
  const found: (readonly string[])[] = []
  for (const place of places) {
    const line = text.slice(place.index + 1, place.index + 201).split('\n', 1)[0] ?? ''
    const words = line.split(/ +/).slice(0, longestName)
    const readings = words.flatMap((_, more) => {
      const reading = words.slice(0, words.length - more).join(' ')
      const bare = reading.replace(/[.,;:!?…)“"'*_]+$/u, '')
      return bare === reading ? [reading] : [reading, bare]
    })
    found.push(readings.filter((reading) => reading !== ''))
    // More are read than may be mentioned, since not every '@' names somebody.
    if (found.length >= mentionsAtMost * 4) break
  }
  return found
}
