import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OneContribution, type OnPage } from '#app/components/conversations/one-contribution.tsx'
import { Drawing, Remembered } from '#app/components/remembered.tsx'
import { SiteHeader } from '#app/components/site-header.tsx'
import type { ReadContribution } from '#app/domain/conversations/conversation.server.ts'
import { drawIn } from '#app/http/drawn-pieces.server.tsx'
import { wordsIn } from '#app/i18n/words.server.ts'
import { WordsProvider } from '#app/i18n/words.tsx'

const reply: ReadContribution = {
  number: 2,
  publicNumber: 12,
  move: 'answer',
  author: { name: 'Bo', voice: 'council', seat: null },
  official: null,
  at: '2026-03-12T18:00:00.000Z',
  edited: true,
  answers: 1,
  html: '<p>Ja, „gerne“ &amp; oft.</p>',
  language: 'de',
  gone: null,
  rule: null,
  isNew: true,
  replies: [],
  moreReplies: 0,
  reactions: { understandable: { own: true, count: 1 }, connects: { own: false, count: null } },
  may: { reply: true, edit: false, react: true, hide: false },
}
const page: OnPage = {
  one: { ...reply, number: 1, publicNumber: 11, move: 'question', answers: null, replies: [reply] },
  here: '/ideen/7?ansicht=zeit',
  address: '/ideen/7',
  now: '2026-03-12T19:00:00.000Z',
}

function draw(properties: OnPage, formKey: string, lang: 'de' | 'en', remembering: boolean): string {
  const piece = <Remembered piece={OneContribution} properties={properties} late={{ formKey }} />
  return html(piece, lang, remembering)
}

function html(piece: ReactNode, lang: 'de' | 'en', remembering: boolean): string {
  const words = wordsIn(lang)
  return renderToString(
    <WordsProvider words={words}>
      <Drawing.Provider value={remembering ? drawIn(words) : null}>{piece}</Drawing.Provider>
    </WordsProvider>,
  )
}

test('a contribution from memory is what a browser draws, letter for letter, with its own form key', () => {
  for (const formKey of ['the first reader', 'the second reader']) {
    const drawn = draw(page, formKey, 'de', true)
    expect(drawn).toBe(draw(page, formKey, 'de', false))
    expect(drawn.split(formKey)).toHaveLength(5)
  }
})

test('whatever is different about a contribution is drawn anew', () => {
  const own = { ...page, one: { ...page.one, isNew: false } }
  const elsewhere = { ...page, here: '/ideen/7' }
  const nextDay = { ...page, now: '2026-03-13T19:00:00.000Z' }
  const drawn = [page, own, elsewhere, nextDay].map((properties) => draw(properties, 'key', 'de', true))
  drawn.push(draw(page, 'key', 'en', true))
  expect(new Set(drawn).size).toBe(5)
  expect(drawn[3]).toBe(draw(nextDay, 'key', 'de', false))
})

test('the head of a page from memory is what a browser draws, whoever it greets and wherever they are', () => {
  const house = { name: 'Stimmtisch', town: 'Hattingen', demo: true, current: 'ideas' } as const
  const people = [
    null,
    { name: `Ada "<b>" & O'Neil $& $$ $'`, news: 0 },
    { name: 'Bo', news: 3 },
    { name: 'Bo', news: 1 },
  ]
  for (const lang of ['de', 'en'] as const)
    for (const account of people)
      for (const path of ['/', '/en/ideen?seite=2&sortierung="neu"', "/suche?q='%3Cscript%3E"]) {
        const head = <SiteHeader {...house} path={path} account={account} />
        expect(html(head, lang, true)).toBe(html(head, lang, false))
      }
})
