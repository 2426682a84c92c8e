// Looks words up in catalogues as translators' tools know them: a JSON file a room, plurals as `count_one` and `count_other`,
// gaps as `{{name}}`. Each sentence is cut at its gaps once.

export type Values = Readonly<Record<string, string | number | undefined>>
export type Chapters = Readonly<Record<string, unknown>>

/** What stands before each gap, and the gap's name; what stands behind the last one. */
interface Sentence {
  readonly gaps: readonly { readonly before: string; readonly name: string }[]
  readonly end: string
}

/** Gives the sentence for 'chapter:key.path'; the path itself where there is none. */
export function openBook(lang: string, chapters: Chapters): (key: string, values?: Values) => string {
  const cut = new Map<string, Sentence>()
  const rules = new Intl.PluralRules(lang)

  function find(key: string, count: number | null): Sentence {
    const form = count === null ? '' : count === 0 ? 'none' : rules.select(count)
    const name = form === '' ? key : `${key} ${form}`
    const known = cut.get(name)
    if (known) return known
    const [chapter = '', path = ''] = key.split(':', 2)
    const ends = count === null ? [''] : [...(count === 0 ? ['_zero'] : []), `_${rules.select(count)}`, '']
    const found = ends.map((end) => leafAt(chapters[chapter], path + end)).find((leaf) => leaf !== null)
    const sentence = cutAtGaps(found ?? path)
    cut.set(name, sentence)
    return sentence
  }

  return (key, values = {}) => {
    const { gaps, end } = find(key, typeof values.count === 'number' ? values.count : null)
    let text = ''
    for (const { before, name } of gaps) text += before + (values[name] ?? '')
    return text + end
  }
}

function leafAt(chapter: unknown, path: string): string | null {
  let at = chapter
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null) return null
    at = (at as Record<string, unknown>)[step]
  }
  return typeof at === 'string' ? at : null
}

function cutAtGaps(sentence: string): Sentence {
  const pieces = sentence.split(/\{\{(\w+)\}\}/)
  const gaps = []
  for (let index = 0; index + 1 < pieces.length; index += 2) {
    gaps.push({ before: pieces[index] ?? '', name: pieces[index + 1] ?? '' })
  }
  return { gaps, end: pieces.at(-1) ?? '' }
}
