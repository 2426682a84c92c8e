// Walks every address a guest can reach by links, in both languages, and holds each page to the rules of all pages.
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Serving, serve } from '#server/serve.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { fillTown } from './lively-town.ts'

interface Seen {
  readonly path: string
  readonly from: string
  readonly status: number
  readonly cookie: string | null
  readonly html: string
  readonly document: Document
}

/** Pages on which something is live or interactive; all others must send no script. */
const live = /^(\/en)?\/(ideen\/(neu|\d+)|anmelden|beitraege\/\d+)/
const own =
  /^(\/en)?\/?(suche|ziele|herkunft|stadtteile|abstimmungen|standards|mehr|menue|hilfe|regeln|datenschutz|barrierefreiheit|leichte-sprache|gebaerdensprache|so-moderieren-wir|mitmachen|$)/

let town: TestTown
let serving: Serving
let address: string
const seen = new Map<string, Seen>()

beforeAll(async () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('There is no database to test on.')
  town = await openTestTown(sqlite, { TOWN_FILE: 'server/town/hattingen-example.json' })
  await fillTown(town)
  serving = await serve(town.settings, () => town.now)
  address = `http://127.0.0.1:${serving.port}`
  await walk('/')
}, 240_000)

afterAll(async () => {
  await serving.stop()
  await town.close()
})

async function walk(start: string): Promise<void> {
  const waiting: { path: string; from: string }[] = [{ path: start, from: '' }]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (seen.has(next.path)) continue
    const page = await read(next.path, next.from)
    seen.set(next.path, page)
    if (page.status !== 200) continue
    for (const link of page.document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const path = pathOf(link.href)
      if (path !== null && !seen.has(path)) waiting.push({ path, from: next.path })
    }
  }
}

/** The path of a link on this site, without its place on the page; null for anything else. */
function pathOf(href: string): string | null {
  const url = new URL(href)
  if (url.origin !== address || /\.(atom|json|ics|png|svg)$/.test(url.pathname)) return null
  return url.pathname + url.search
}

async function read(path: string, from: string): Promise<Seen> {
  const response = await fetch(address + path, { redirect: 'follow', headers: { accept: 'text/html' } })
  const html = await response.text()
  const { document } = new JSDOM(html, { url: response.url }).window
  return { path, from, status: response.status, cookie: response.headers.get('set-cookie'), html, document }
}

function pages(): readonly Seen[] {
  return [...seen.values()].filter((page) => page.status === 200)
}

/** What of all pages does not hold, told with the page. */
function wrong(check: (page: Seen) => string | null): readonly string[] {
  return pages().flatMap((page) => {
    const problem = check(page)
    return problem === null ? [] : [`${page.path}: ${problem}`]
  })
}

test('every link of a page leads somewhere', () => {
  const lost = [...seen.values()].filter((page) => page.status !== 200 && own.test(page.from || '/'))
  expect(lost.map((page) => `${page.from} → ${page.path}: ${page.status}`)).toEqual([])
  expect(seen.size).toBeGreaterThan(100)
})

test('a page has one h1 and leaves out no level of headings', () => {
  expect(
    wrong(({ document }) => {
      const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => Number(h.tagName[1]))
      if (levels.filter((level) => level === 1).length !== 1) return `levels ${levels.join(' ')}`
      // The foot of every page has a small heading of its own.
      const skipped = levels.some((level, place) => place > 0 && level > (levels[place - 1] ?? 1) + 1)
      return skipped || levels[0] !== 1 ? `levels ${levels.join(' ')}` : null
    }),
  ).toEqual([])
})

test('titles tell pages apart', () => {
  const byTitle = new Map<string, Set<string>>()
  for (const { path, document } of pages()) {
    const plain = path.replace(/\?.*$/, '')
    const paths = byTitle.get(document.title) ?? new Set()
    byTitle.set(document.title, paths.add(plain))
  }
  const twice = [...byTitle]
    .filter(([title, paths]) => title === '' || [...paths].filter((path) => own.test(path)).length > 1)
    .filter(([, paths]) => new Set([...paths].map((path) => path.replace(/^\/en(?=\/|$)/, ''))).size > 1)
  expect(twice.map(([title, paths]) => [title, [...paths]])).toEqual([])
})

test('a page says its language, runs nothing inline, sets no cookie', () => {
  expect(
    wrong(({ path, html, document, cookie }) => {
      const lang = /^\/en(\/|$|\?)/.test(path) ? 'en' : 'de'
      if (document.documentElement.lang !== lang) return `lang ${document.documentElement.lang}`
      if (cookie !== null) return `sets ${cookie}`
      const handler = [...document.querySelectorAll('*')]
        .flatMap((element) => [...element.attributes])
        .find(({ name, value }) => name.startsWith('on') || /^javascript:/i.test(value))
      if (handler) return `${handler.name}=${handler.value}`
      if (own.test(path) && !live.test(path) && /<script\b/i.test(html)) return 'sends a script'
      return null
    }),
  ).toEqual([])
})

test('a first visit weighs at most 60 kB: page, styles and one font', async () => {
  const style = pages()[0]?.document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.href ?? ''
  const font = pages()[0]?.document.querySelector<HTMLLinkElement>('link[as="font"]')?.href ?? ''
  const css = compressed(await (await fetch(style)).text())
  const letters = (await (await fetch(font)).arrayBuffer()).byteLength
  expect(
    wrong(({ path, html }) => {
      if (!own.test(path)) return null
      const weight = compressed(html) + css + letters
      return weight <= 60_000 ? null : `${weight} bytes`
    }),
  ).toEqual([])
})

test('the scripts of a live page weigh at most 170 kB, with the chapters of words it names', async () => {
  const idea = pages().find(({ path }) => /^\/ideen\/\d+$/.test(path))
  const { html, document } = await read(idea?.path ?? '', '')
  const named = document.documentElement.dataset.words?.split(' ') ?? []
  expect(named).toContain('conversations')
  const chapters = ['common', 'components', 'refusals', ...named].map((chapter) =>
    readFileSync(`app/i18n/de/${chapter}.json`, 'utf8'),
  )
  const preloaded = [...html.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map(([, href]) => href)
  expect(preloaded.length).toBeGreaterThan(5)
  const scripts = await Promise.all(preloaded.map(async (href) => (await fetch(`${address}${href}`)).text()))
  const weight = [...chapters, ...scripts].reduce((sum, text) => sum + compressed(text), 0)
  expect(weight).toBeLessThanOrEqual(170_000)
})

function compressed(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length
}

test('what is missing says so in the language of its address and helps on', async () => {
  const german = await read('/gibt-es-nicht/probenraum', '')
  expect(german.status).toBe(404)
  expect(german.document.querySelector('h1')?.textContent).toBe('Diese Seite gibt es nicht (mehr)')
  expect(german.document.querySelector<HTMLInputElement>('input[name="q"]')?.value).toBe(
    'gibt es nicht probenraum',
  )
  expect((await read('/en/nowhere', '')).document.documentElement.lang).toBe('en')
  expect((await read('/ziele/9-9', '')).status).toBe(404)
  expect((await read('/stadtteile/atlantis', '')).status).toBe(404)
})

test('the search leads to numbers, asks for words, and shows nothing hidden', async () => {
  const jump = await fetch(`${address}/en/suche?q=idea+6`, { redirect: 'manual' })
  expect([jump.status, jump.headers.get('location')]).toEqual([303, '/en/ideen/6'])
  const text = async (query: string) =>
    (await read(`/suche?q=${encodeURIComponent(query)}`, '')).document.body.textContent
  expect(await text('')).toContain('Bitte schreiben Sie ein Wort in das Feld.')
  expect(await text('a')).toContain('mindestens 2 Buchstaben')
  expect(await text('Nebelkrähe')).toContain('haben wir nichts gefunden')
  expect(await text('Idee 999')).toContain('Eine Idee mit der Nummer 999 gibt es hier nicht.')
  const found = await read('/suche?q=proben', '')
  expect([...found.document.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain(
    'Probenräume',
  )
  const hostile = await read(`/suche?q=${encodeURIComponent('"><script>alert(1)</script>')}`, '')
  expect(hostile.html).not.toContain('<script>alert')
})

test('every goal of the plan has its anchor, and the anchor its page', () => {
  const origin = seen.get('/herkunft')?.document
  const goals = town.platform.town.goals.map((goal) => goal.number.replace('.', '-'))
  expect(goals).toHaveLength(21)
  for (const goal of goals) {
    expect(origin?.getElementById(goal)?.textContent).toContain(
      town.platform.town.goals.find(({ number }) => number === goal.replace('-', '.'))?.text.de,
    )
    expect(seen.get(`/ziele/${goal}`)?.status).toBe(200)
    expect(seen.get(`/en/ziele/${goal}`)?.status).toBe(200)
  }
})

describe('in a browser', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test.each([320, 1280])(
    'axe finds nothing at %i px, and nothing is wider than the page',
    async (width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 } })
      const page = await context.newPage()
      for (const path of looked) {
        await page.goto(address + path)
        await expectNoAxeViolations(page)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
        expect(wide ? path : null).toBeNull()
      }
      await context.close()
    },
    240_000,
  )
})

/** One page of each kind. */
const looked = [
  '/',
  '/en',
  '/suche',
  '/suche?q=proben',
  '/suche?q=nichtsdergleichen',
  '/ziele',
  '/ziele/1-1',
  '/ziele/5-3',
  '/en/ziele/1-1',
  '/herkunft',
  '/en/herkunft',
  '/stadtteile',
  '/stadtteile/welper',
  '/mehr',
  '/menue',
  '/hilfe',
  '/regeln',
  '/datenschutz',
  '/barrierefreiheit',
  '/leichte-sprache',
  '/gebaerdensprache',
  '/so-moderieren-wir',
  '/mitmachen',
  '/abstimmungen',
  '/standards',
  '/gibt-es-nicht',
]
