// Attacks written wherever people write, in every room that joined: on its pages, in its feeds and calendars, in mails,
// and in a page that is open while they come in. In a browser; needs `npm run build` first.
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contribute } from '#app/domain/conversations/contribute.server.ts'
import { postIdea } from '#app/domain/ideas/idea.server.ts'
import { type Live, openLive } from '#server/live.ts'
import { writeMail } from '#server/mail-texts.ts'
import { launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { isMissing, readReference } from '#tests/reference-data.ts'
import { openSite, type Site } from '#tests/site.ts'
import { known } from './known-attacks.ts'
import { hostileRooms } from './rooms/index.ts'
import { attacksOf } from './rooms/room.ts'
import { readyToRun, walk, watchFor } from './walk.ts'

const file = 'security/xss.json'
const attacks = isMissing(file)
  ? known
  : [
      ...known,
      ...readReference<{ payloads: readonly { context: string; payload: string }[] }>(file)
        .payloads.filter(({ context }) => context !== 'md')
        .map(({ payload }) => payload),
    ]

let site: Site
let live: Live
let browser: Browser
beforeAll(async () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('There is no database to test on.')
  site = await openSite(sqlite)
  live = openLive(site.server, site.platform, site.settings)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await live.close()
  await site.close()
})

const feedElements =
  /^(feed|entry|title|id|updated|published|link|author|name|summary|content|subtitle|generator|category|rights)$/

describe.each(hostileRooms)('in the room $name', { timeout: 120_000 }, (room) => {
  test('no attack runs on a page, and feeds and calendars hold it as words', async () => {
    const { as, pages, files } = await room.write(site, attacksOf(attacks))
    expect(await walk(site, browser, pages, as)).toEqual([])
    const reader = await site.visit(browser, as)
    await reader.goto(`${site.baseUrl}/impressum`)
    for (const path of files) {
      const answer = await fetch(site.baseUrl + path)
      const text = await answer.text()
      expect(answer.status, path).toBe(200)
      if (path.endsWith('.ics')) {
        expect(oddLines(text), path).toEqual([])
        continue
      }
      const names = await reader.evaluate((xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml')
        return [...new Set([...parsed.querySelectorAll('*')].map(({ localName }) => localName))]
      }, text)
      expect(
        names.filter((name) => !feedElements.test(name)),
        path,
      ).toEqual([])
      expect(names).toContain('entry')
    }
  })
})

/** Lines of a calendar that are no property of one event, or longer than 75 bytes. */
function oddLines(ics: string): readonly string[] {
  const lines = ics.split('\r\n')
  const odd = lines.filter(
    (line) => Buffer.byteLength(line) > 75 || !/^(?: |[A-Z-]+[:;]|$)/.test(line) || line.includes('\n'),
  )
  const events = lines.filter((line) => line === 'BEGIN:VEVENT').length
  return events === 1 ? odd : [...odd, `${events} events`]
}

test('no attack runs in a mail, whether as a name, a title or somebody’s words', async () => {
  const bodies = attacks.map((attack) => {
    const { html, subject } = writeMail(site.platform, {
      id: 'm',
      accountId: 'a',
      address: 'x@beispiel.example',
      language: 'de',
      attempts: 1,
      name: attack,
      topic: 'answers',
      text: {
        subject: { say: 'mentioned.subject', with: { person: attack, title: attack } },
        lines: [{ say: 'mentioned.what', with: { person: attack } }, { quote: attack }],
        to: '/beitraege/3',
        why: { say: 'footer.why-account' },
      },
    })
    expect(subject).not.toMatch(/[\r\n]/)
    return html
  })
  const context = await browser.newContext()
  const page = await context.newPage()
  const ran = watchFor(page, site.baseUrl)
  for (let from = 0; from < bodies.length; from += 40) {
    await page.setContent(bodies.slice(from, from + 40).join('\n'))
    ran.push(...(await readyToRun(page)))
  }
  const elements = await page.evaluate(() => [
    ...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName)),
  ])
  await context.close()
  expect(ran).toEqual([])
  expect(elements.filter((name) => !/^(html|head|meta|body|p|br|hr|a)$/.test(name))).toEqual([])
}, 60_000)

test('no attack runs in a page that is open while it comes in', async () => {
  const [author, other] = [await site.person(attacks[1] ?? ''), await site.person('Zweite Person')]
  const { id, number } = await site.does(author, postIdea, {
    title: 'Ein Fest am Bach',
    text: 'Mit Musik und einem langen Tisch für alle, die kommen mögen.',
    district: 'ganz',
    language: 'de',
    authorName: null,
    secret: null,
    source: 'web',
    picture: null,
  })
  const { conversationId } = await site.platform.database.read
    .selectFrom('idea')
    .select('conversationId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const page = await site.visit(browser, other)
  const ran = watchFor(page, site.baseUrl)
  await page.goto(`${site.baseUrl}/ideen/${number}`)
  await page.waitForLoadState('networkidle')
  const words = attacksOf(attacks)
  const said = { conversationId, parentId: null, move: 'question', language: 'de', official: false } as const
  for (let turn = 0; turn * 20 < attacks.length; turn++)
    await site.does(author, contribute, { ...said, text: words.text() })
  await site.does(author, contribute, { ...said, text: 'Das letzte Wort hat der Bach.' })
  // They are told in a few messages, each of which the reader may open.
  await expect
    .poll(
      async () => {
        const told = page.getByText(/neuer? Beitr.+ – anzeigen/).first()
        if (await told.isVisible()) await told.click()
        return page.getByText('Das letzte Wort hat der Bach.').first().isVisible()
      },
      { timeout: 30_000 },
    )
    .toBe(true)
  ran.push(...(await readyToRun(page)))
  expect(ran).toEqual([])
}, 60_000)
