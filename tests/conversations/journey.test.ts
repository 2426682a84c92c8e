// Two people at the real pages, side by side: live, without scripts, without sockets. Needs `npm run build` first.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '#app/domain/actor.ts'
import { postIdea } from '#app/domain/ideas/post.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { startSession } from '#app/domain/people/session.server.ts'
import { type Command, run } from '#app/domain/run.server.ts'
import { toJson } from '#db/columns.ts'
import { type Serving, serve } from '#server/serve.ts'
import { readSettings } from '#server/settings.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'

let serving: Serving
let browser: Browser
let base: string
let dataDir: string
let idea: string
const tokens: Record<'renate' | 'leo', string> = { renate: '', leo: '' }

beforeAll(async () => {
  const port = await freePort()
  base = `http://127.0.0.1:${port}`
  dataDir = await mkdtemp(path.join(tmpdir(), 'stimmtisch-talk-'))
  serving = await serve(
    readSettings({
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      BASE_URL: base,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
    }),
  )
  await openTown()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

test('what one writes waits at the other behind a bar; opening it moves the focus there', async () => {
  const [renate, leo] = [await visit('renate'), await visit('leo')]
  await renate.waitForSelector('.connection .icon')
  await leo.waitForSelector('.connection .icon')
  await renate.waitForSelector('text=2 Personen sind gerade hier.')

  await write(leo, 'for', 'Ich bin dafür, weil unser Chor im Keller singt.')
  await leo.waitForSelector('text=Ihr Beitrag ist da.')
  await leo.waitForFunction(() => document.activeElement?.id === 'b1-head')
  expect(await leo.inputValue('textarea[name=text]')).toBe('')

  await renate.waitForSelector('text=1 neuer Beitrag – anzeigen', { timeout: 1500 })
  expect(await renate.locator('#b1').count()).toBe(0)
  await expectNoAxeViolations(renate)
  await renate.click('.news-bar a')
  await renate.waitForSelector('#b1')
  await renate.waitForFunction(() => document.activeElement?.id === 'b1-head')
  expect(await renate.locator('.news-bar').count()).toBe(0)
  await expectNoAxeViolations(renate)
  await close(renate, leo)
})

test('who was cut off misses nothing and sees nothing twice', async () => {
  const [renate, leo] = [await visit('renate'), await visit('leo')]
  await renate.waitForSelector('.connection .icon')
  await renate.context().setOffline(true)
  await renate.waitForSelector('text=Die Live-Verbindung fehlt.', { timeout: 40_000 })
  await write(leo, 'question', 'Was kostet der Raum im Jahr?')
  await leo.waitForSelector('text=Was kostet der Raum im Jahr?')
  await renate.context().setOffline(false)
  await renate.waitForSelector('.news-bar a', { timeout: 20_000 })
  await renate.click('.news-bar a')
  await renate.waitForSelector('#b2')
  expect(await renate.locator('text=Was kostet der Raum im Jahr?').count()).toBe(1)
  await close(renate, leo)
}, 90_000)

test('without a connection the text stays, and sending again counts once', async () => {
  const leo = await visit('leo')
  await leo.waitForSelector('.connection .icon')
  await leo.click('.composer button[type=submit]')
  await leo.waitForSelector('.composer .error-summary')
  await expectNoAxeViolations(leo)
  const before = await leo.locator('article.contribution').count()
  await leo.route('**/gespraech/**', (route) => route.abort())
  await write(leo, 'experience', 'Ich habe erlebt, dass wir im Regen standen.')
  await leo.waitForSelector('text=Noch nicht gesendet')
  expect(await leo.inputValue('textarea[name=text]')).toContain('im Regen')
  await leo.reload()
  await leo.waitForSelector('text=Ihr Entwurf liegt nur auf diesem Gerät.')
  expect(await leo.inputValue('textarea[name=text]')).toContain('im Regen')
  await leo.unroute('**/gespraech/**')
  await leo.check('input[value=experience]')
  await leo.click('.composer button[type=submit]')
  await leo.waitForSelector('article.contribution >> text=im Regen')
  expect(await leo.locator('article.contribution').count()).toBe(before + 1)
  expect(await leo.evaluate(() => localStorage.length)).toBe(0)
  await close(leo)
})

test('without sockets the page says how old it is, and posting works', async () => {
  const leo = await visit('leo', { sockets: false })
  await write(leo, 'proposal', 'Ich schlage einen Plan am Schwarzen Brett vor.')
  await leo.waitForSelector('article.contribution >> text=Plan am Schwarzen Brett')
  await leo.waitForSelector('text=Die Live-Verbindung fehlt.', { timeout: 40_000 })
  await close(leo)
}, 60_000)

test('without scripts: write, reply, react, change, take back, read on pages and all at once', async () => {
  const leo = await visit('leo', { scripts: false })
  await leo.click('.composer button[type=submit]')
  expect(await leo.locator('.composer .error-summary a').count()).toBe(2)
  expect(await leo.locator('.error-summary').count()).toBe(1)
  await write(leo, 'against', 'Ich bin dagegen, weil das Geld fehlt. <script>alert(1)</script>')
  expect(new URL(leo.url()).search).toBe('?ansicht=zeit&seite=1')
  const own = leo.locator('article.contribution').last()
  expect(await own.textContent()).toContain('weil das Geld fehlt')
  expect(await own.getByText('Nachvollziehbar').count()).toBe(0)

  await own.getByText('Ändern oder löschen').first().click()
  await leo.fill('textarea[name=text]', 'Ich bin dagegen, solange das Geld fehlt.')
  await leo.click('main form button')
  expect(await leo.locator('article.contribution').last().textContent()).toContain('solange das Geld fehlt')

  const renate = await visit('renate', { scripts: false })
  const theirs = renate.locator('article.contribution', { hasText: 'solange das Geld fehlt' })
  await theirs.getByText('Nachvollziehbar').click()
  expect(await theirs.locator('[aria-pressed=true]').count()).toBe(1)
  await theirs.locator('a', { hasText: 'Antworten' }).click()
  expect(await renate.isChecked('input[value=answer]')).toBe(true)
  await renate.fill('textarea[name=text]', 'Das Geld steht im Haushalt.')
  await renate.click('.composer button[type=submit]')
  const reply = renate.locator('article.contribution', { hasText: 'steht im Haushalt' })
  expect(await reply.textContent()).toMatch(/antwortet auf Beitrag \d/)

  await leo.goto(await linkOf(own, leo))
  await leo.getByText('Ändern oder löschen').last().click()
  await leo.locator('main form button').last().click()
  await leo.waitForSelector('text=Beitrag gelöscht, von der Person selbst.')
  await leo.goto(`${base}${idea}?alles=1`)
  expect(await leo.locator('text=Das Geld steht im Haushalt.').count()).toBe(1)
  await close(leo, renate)
})

test('guests read everything and are asked to sign in; the English page is English', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(base + idea)
  expect(await page.locator('.composer').count()).toBe(0)
  expect(await page.textContent('#gespraech ~ *, section[aria-labelledby=gespraech]')).toContain(
    'Zum Mitreden brauchen Sie ein Konto.',
  )
  await page.goto(`${base}/en${idea}`)
  expect(await page.textContent('main')).toContain('To take part you need an account.')
  expect(await page.textContent('#gespraech')).toBe('The conversation')
  await context.close()
})

async function write(page: Page, move: string, text: string): Promise<void> {
  await page.check(`.composer input[value=${move}]`)
  await page.fill('.composer textarea[name=text]', text)
  await page.click('.composer button[type=submit]')
}

/** The permalink of a contribution, from the time in its line. */
async function linkOf(own: ReturnType<Page['locator']>, page: Page): Promise<string> {
  const link = await own.locator('.byline a').first().getAttribute('href')
  return new URL(link ?? '', page.url()).href
}

async function visit(
  who: 'renate' | 'leo',
  { scripts = true, sockets = true }: { scripts?: boolean; sockets?: boolean } = {},
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ javaScriptEnabled: scripts })
  await context.addCookies([{ name: 'stimmtisch', value: tokens[who], url: base }])
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('console', (line) => {
    if (line.type() === 'error' && /hydrat|Minified React/i.test(line.text())) throw new Error(line.text())
  })
  if (!sockets) {
    await page.routeWebSocket(/\/live/, (socket) => socket.close())
    await page.route('**/live/**', (route) => route.abort())
  }
  await page.goto(`${base}${idea}?ansicht=zeit`)
  return page
}

async function close(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) await page.context().close()
}

async function openTown(): Promise<void> {
  const { platform } = serving
  const db = platform.database.write
  const imprint = {
    provider: 'Stadt',
    address: 'Markt 1',
    represented: 'B',
    mail: 'a@b.de',
    phone: '1',
    responsible: 'K',
  }
  await db
    .insertInto('setting')
    .values([
      { name: 'town', value: 'Hattingen' },
      { name: 'imprint', value: toJson(imprint) },
    ])
    .execute()
  await db.insertInto('responsibleRole').values({ slug: 'kulturbuero', name: 'Kulturbüro' }).execute()
  for (const who of ['renate', 'leo'] as const) {
    const id = platform.newId()
    const account = {
      id,
      handle: who,
      name: who === 'leo' ? 'Leo Farbholz' : 'Renate Tonwald',
      sortName: who,
    }
    await db
      .insertInto('account')
      .values({
        ...account,
        mail: null,
        district: null,
        language: 'de',
        ageBand: '16+',
        createdAt: platform.now(),
        pausedUntil: null,
        erasedAt: null,
        version: 1,
      })
      .execute()
    const { token } = await does(system, startSession, { accountId: id, device: 'Test', replaces: null })
    tokens[who] = token
    if (who === 'leo') continue
    const { number } = await does((await findActor(db, id, platform.now())) ?? system, postIdea, {
      title: 'Probenraum für Chöre',
      text: 'Ein Raum mit Klavier und Rampe hilft allen Chören der Stadt.',
      district: 'winz-baak',
      language: 'de',
      authorName: null,
      secret: null,
      source: 'web',
      picture: null,
    })
    idea = `/ideen/${number}`
  }
}

async function does<I, O>(actor: Parameters<typeof run>[1], command: Command<I, O>, input: I): Promise<O> {
  const outcome = await run(serving.platform, actor, command, input)
  if (!outcome.ok) throw new Error(outcome.refusal.reason)
  return outcome.value
}

function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((resolve) =>
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    }),
  )
}
