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
import { known } from './known-attacks.ts'
import { walk } from './walk.ts'

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
  expect(await walk(site, browser, [...lists, ...each, ...searches], author)).toEqual([])
  expect(await walk(site, browser, fields, await site.person('Ein Gast'))).toEqual([])
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
      await walk(
        site,
        browser,
        [...numbers.map((number) => `/ideen/${number}`), ...lists, ...searches],
        author,
      ),
    ).toEqual([])
  },
  240_000,
)
