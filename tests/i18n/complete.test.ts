import { describe, expect, test } from 'vitest'
import { headingAnchor, pageGaps, pageNames } from '#app/i18n/pages.ts'
import {
  listChapters,
  listPages,
  listPlaceholders,
  readChapter,
  readPageText,
  type Said,
} from '#tests/i18n/catalogues.ts'

const languages = ['de', 'en'] as const
const plural = /_(zero|one|two|few|many|other)$/

describe('the chapters', () => {
  test('are the same in every language, and each stands in the index', async () => {
    expect(listChapters('en')).toEqual(listChapters('de'))
    for (const language of languages) {
      const index = await import(`../../app/i18n/${language}/index.ts`)
      const open = listChapters(language).map((file) => file.replace('.json', ''))
      expect(Object.keys(index.default).sort()).toEqual(open.filter((chapter) => chapter !== 'mails').sort())
    }
  })

  describe.each(listChapters('de'))('%s', (chapter) => {
    const german = readChapter('de', chapter)
    const english = readChapter('en', chapter)

    test('has every word in both languages', () => {
      expect(missing(german, english)).toEqual([])
      expect(missing(english, german)).toEqual([])
      expect([...german, ...english].filter(({ text }) => text.trim() === '').map(place)).toEqual([])
    })

    test('has every plural form its language needs', () => {
      expect([...missingForms('de', german), ...missingForms('en', english)]).toEqual([])
    })

    test('fills the same gaps in both languages', () => {
      const inGerman = gapsByKey(german)
      const inEnglish = gapsByKey(english)
      const differing = [...inGerman].filter(
        ([key, gaps]) => inEnglish.has(key) && inEnglish.get(key) !== gaps,
      )
      expect(
        differing.map(([key, gaps]) => `${chapter} ${key}: de ${gaps} / en ${inEnglish.get(key)}`),
      ).toEqual([])
      const broken = [...german, ...english].filter(({ text }) =>
        /[{}]/.test(text.replace(/\{\{[^{}]+\}\}/g, '')),
      )
      expect(broken.map(place)).toEqual([])
    })

    test('is translated, not copied', () => {
      const words = new Map(german.map(({ key, text }) => [key, text]))
      const copied = english.filter(({ key, text }) => {
        const bare = text.replace(/\{\{[^}]*\}\}/g, '')
        return words.get(key) === text && (bare.match(/\p{L}{2,}/gu) ?? []).length >= 4
      })
      expect(copied.map(place)).toEqual([])
    })
  })
})

describe('the fixed pages', () => {
  test('are the same in every language', () => {
    for (const language of languages) {
      expect(listPages(language).map((file) => file.replace('.md', ''))).toEqual([...pageNames].sort())
    }
  })

  test.each(pageNames)('%s has the same gaps, links and parts in both languages', (name) => {
    const german = readPageText('de', `${name}.md`)
    const english = readPageText('en', `${name}.md`)
    const gaps = listPlaceholders(german)
    expect(listPlaceholders(english).sort()).toEqual(gaps.sort())
    expect(gaps.filter((gap) => !pageGaps.some((known) => known === gap))).toEqual([])
    expect(links(english).map((link) => link.replace(/^\/en(?=\/|$)/, '') || '/')).toEqual(links(german))
    expect(links(english).filter((link) => link.startsWith('/') && !/^\/en(\/|$)/.test(link))).toEqual([])
    expect(headings(english)).toHaveLength(headings(german).length)
    for (const text of [german, english]) {
      const anchors = headings(text).map(headingAnchor)
      expect(new Set(anchors).size).toBe(anchors.length)
    }
  })
})

function place(said: Said): string {
  return `${said.file} ${said.key}`
}

function missing(from: readonly Said[], into: readonly Said[]): string[] {
  const known = new Set(into.map((said) => said.key.replace(plural, '')))
  return from
    .filter((said) => !known.has(said.key.replace(plural, '')))
    .map((said) => `${said.key} (in ${said.file}) is missing in ${into[0]?.file ?? 'the other language'}`)
}

function missingForms(language: string, chapter: readonly Said[]): string[] {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const keys = new Set(chapter.map((said) => said.key))
  return chapter
    .filter((said) => plural.test(said.key))
    .flatMap((said) => needed.map((form) => ({ said, form, key: said.key.replace(plural, `_${form}`) })))
    .filter(({ key }) => !keys.has(key))
    .map(({ said, key }) => `${place(said)}: ${key} is missing`)
}

/** The gaps of each key; the forms of a plural count together, since "eine Idee" needs no number. */
function gapsByKey(chapter: readonly Said[]): Map<string, string> {
  const gaps = new Map<string, Set<string>>()
  for (const { key, text } of chapter) {
    const base = key.replace(plural, '')
    gaps.set(base, new Set([...(gaps.get(base) ?? []), ...listPlaceholders(text)]))
  }
  return new Map([...gaps].map(([key, names]) => [key, [...names].sort().join(', ')]))
}

function links(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1] as string)
}

function headings(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map((match) => match[1] as string)
}
