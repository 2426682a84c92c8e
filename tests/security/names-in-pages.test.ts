// Attacks written as names, titles, texts and addresses, shown on every page that shows such things, in a browser.
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { contribute } from '#app/domain/conversations/contribute.server.ts'
import { postIdea } from '#app/domain/ideas/idea.server.ts'
import { launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { isMissing, readReference } from '#tests/reference-data.ts'
import { openSite, type Site } from '#tests/site.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('There is no database to test on.')
  site = await openSite(sqlite)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const known = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<svg onload=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '\u2028alert(1)//',
  '<!--<script>',
  '&lt;img src=x onerror=alert(1)&gt;',
]

/** Writes each attack wherever people write, past the forms' own rules for names. */
async function write(payloads: readonly string[], author: Actor): Promise<readonly number[]> {
  const numbers: number[] = []
  for (const payload of payloads) {
    const { id, number } = await site.does(author, postIdea, {
      title: `Titel ${payload}`.slice(0, 120),
      text: `Ein Text mit genug Wörtern davor.\n\n${payload}`.slice(0, 8000),
      district: 'ganz',
      language: 'de',
      authorName: null,
      secret: null,
      source: 'web',
      picture: null,
    })
    numbers.push(number)
    const { conversationId } = await site.platform.database.read
      .selectFrom('idea')
      .select('conversationId')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await site.does(author, contribute, {
      conversationId,
      parentId: null,
      move: 'question',
      text: `${payload} und weiter im Text.`.slice(0, 4000),
      language: 'de',
      official: false,
    })
  }
  return numbers
}

async function walk(pages: readonly string[], as: Actor): Promise<readonly string[]> {
  const ran: string[] = []
  const page = await site.visit(browser, as)
  page.on('dialog', (dialog) => {
    ran.push(`${page.url()}: ${dialog.type()} ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    // What our own policy stopped would have run without it.
    if (/Content Security Policy/.test(message.text())) ran.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(site.baseUrl) && !request.url().startsWith('data:'))
      ran.push(`${page.url()}: asks for ${request.url()}`)
  })
  for (const path of pages) {
    const answer = await page.goto(site.baseUrl + path)
    if ((answer?.status() ?? 0) >= 500) ran.push(`${path}: ${answer?.status()}`)
    const handlers = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .flatMap((element) => [...element.attributes])
        .filter(
          ({ name, value }) => name.startsWith('on') || (name !== 'value' && /^\s*javascript:/i.test(value)),
        )
        .map(({ name, value }) => `${name}=${value}`),
    )
    ran.push(...handlers.map((handler) => `${path}: ${handler}`))
  }
  await page.context().close()
  return ran
}

const lists = [
  '/',
  '/ideen',
  '/ideen?seite=2',
  '/suche?q=Titel',
  '/suche?q=alert',
  '/fuer-sie',
  '/konto',
  '/konto/export',
  '/moderation',
]

test('a name, a title and a text run nothing on any page that shows them', async () => {
  const author = await site.person('Böser Name', { role: 'moderator' })
  await site.platform.database.write
    .updateTable('account')
    .set({ name: '"><img src=x onerror=alert(2)>', sortName: 'x', handle: 'boese' })
    .where('id', '=', author.accountId ?? '')
    .execute()
  const numbers = await write(known, author)
  const each = numbers.flatMap((number) => [`/ideen/${number}`, `/ideen/${number}/fassungen`])
  const searches = known.map((payload) => `/suche?q=${encodeURIComponent(payload)}`)
  const fields = known.flatMap((payload) => [
    `/melden?adresse=${encodeURIComponent(payload)}`,
    `/anmelden?zurueck=${encodeURIComponent(payload)}`,
  ])
  expect(await walk([...lists, ...each, ...searches], author)).toEqual([])
  expect(await walk(fields, await site.person('Ein Gast'))).toEqual([])
}, 180_000)

const file = 'security/xss.json'
test.skipIf(isMissing(file))(
  `the names and addresses of ${file} run nothing as titles, texts, searches and ways back`,
  async () => {
    const { payloads } = readReference<{ payloads: readonly { context: string; payload: string }[] }>(file)
    const chosen = payloads
      .filter(({ context }) => ['name', 'url', 'meta', 'json'].includes(context))
      .map(({ payload }) => payload)
    expect(chosen.length).toBeGreaterThan(50)
    const author = await site.person('Viele Namen', { role: 'moderator' })
    // Twenty attacks to a page: the title has one, the text all.
    const bundles = Array.from({ length: Math.ceil(chosen.length / 20) }, (_, place) =>
      chosen.slice(place * 20, place * 20 + 20).join('\n\n'),
    )
    const numbers = await write(bundles, author)
    const searches = chosen
      .filter((_, place) => place % 8 === 0)
      .map((payload) => `/suche?q=${encodeURIComponent(payload.slice(0, 200).toWellFormed())}`)
    expect(
      await walk([...numbers.map((number) => `/ideen/${number}`), ...lists, ...searches], author),
    ).toEqual([])
  },
  240_000,
)
