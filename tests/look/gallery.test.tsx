import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Gallery } from '#app/components/gallery/gallery.tsx'
import { SiteFooter } from '#app/components/site-footer.tsx'
import { SiteHeader } from '#app/components/site-header.tsx'
import { wordsIn } from '#app/i18n/words.server.ts'
import { WordsProvider } from '#app/i18n/words.tsx'

const town = { name: 'Stimmtisch', town: 'Musterstadt' }

describe.each(['de', 'en'] as const)('the gallery in %s', (lang) => {
  const page = renderToStaticMarkup(
    <WordsProvider words={wordsIn(lang)}>
      <SiteHeader {...town} demo path="/demo/bausteine" account={null} />
      <main id="inhalt">
        <Gallery />
      </main>
      <SiteFooter {...town} />
    </WordsProvider>,
  )

  it('shows no bare key and no unfilled place', () => {
    expect(page).not.toMatch(/components:|\{\{|undefined|\[object/)
  })

  it('gives every id once, and every label, description and own link leads to one', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((found) => found[1])
    expect(ids).toEqual([...new Set(ids)])
    const pointed = [...page.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)]
      .flatMap((found) => found[1]?.split(' ') ?? [])
      .concat([...page.matchAll(/ href="#([^"]+)"/g)].map((found) => found[1] ?? ''))
    expect(pointed.length).toBeGreaterThan(40)
    for (const id of pointed) expect(ids).toContain(id)
  })

  it('has one h1 and leaves out no level of headings', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map((found) => Number(found[1]))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [place, level] of levels.entries()) {
      expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1)
    }
  })

  it('keeps the reader in the language, save for the one link that changes it', () => {
    const prefixed = [...page.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map((found) =>
      /^\/en(\/|$|[?#])/.test(found[1] ?? ''),
    )
    expect(prefixed.filter((english) => english === (lang === 'de'))).toHaveLength(1)
  })
})

it('a component outside its words says so at once', () => {
  expect(() => renderToStaticMarkup(createElement(Gallery))).toThrow('outside WordsProvider')
})
