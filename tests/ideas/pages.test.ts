// Ideas as people meet them: the built pages, without scripts on a narrow phone, and with them on one page.
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { mergeIdea } from '#app/domain/ideas/merge.server.ts'
import { hideIdea, publishIdea } from '#app/domain/ideas/publish.server.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import { ideaRow, postedBy, postedByGuest } from './people.ts'

const sqlite = databases.filter((database) => database.name === 'sqlite')
const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 720 } }
const scripted = { viewport: { width: 320, height: 720 } }
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe.each(sqlite)('the pages of ideas on $name', { timeout: 120_000 }, (database) => {
  let site: Site
  let browser: Browser
  let dieter: Actor
  let renate: Actor
  let leo: Actor
  let kornfeld: Actor
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
    dieter = await site.person('Dieter', { role: 'moderator' })
    renate = await site.person('Renate')
    leo = await site.person('Leo')
    kornfeld = await site.person('Kornfeld', { role: 'responsible', scope: 'kulturbuero' })
  })
  afterAll(async () => {
    await site?.close()
    await browser?.close()
  })

  /** Waits a few seconds for a thing to press, so that a missing one is named. */
  async function visit(as: Actor | undefined, how: typeof plain | typeof scripted) {
    const page = await site.visit(browser, as, how)
    page.setDefaultTimeout(8_000)
    return page
  }
  const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
  async function expectSound(page: Page) {
    expect(await page.locator('h1').count()).toBe(1)
    const wide = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(wide, `${page.url()} is wider than its window`).toBe(0)
    await expectNoAxeViolations(page)
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

  test('a guest posts in three steps without scripts, gets number and word, and follows the idea', async () => {
    await postedBy(site, renate, 'Probenraum für Chöre')
    const page = await visit(undefined, plain)
    await page.goto('/ideen/neu')
    await expectSound(page)
    await page.getByLabel('Was ist Ihre Idee?').fill('Raum')
    await press(page, 'Weiter')
    expect(await page.getByRole('alert').innerText()).toContain('mindestens 8 Zeichen')
    expect(await page.getByLabel('Was ist Ihre Idee?').inputValue()).toBe('Raum')
    await expectSound(page)

    await page.getByLabel('Was ist Ihre Idee?').fill('Ein Probenraum mit Klavier')
    await press(page, 'Weiter')
    expect(await page.getByText('ähnliche Idee gefunden').count()).toBe(1)
    await expectSound(page)
    await page.getByLabel('Warum ist das gut?').fill('Kurz')
    await press(page, 'Weiter zum Prüfen')
    expect(await page.getByLabel('Warum ist das gut?').inputValue()).toBe('Kurz')
    await page.getByLabel('Warum ist das gut?').fill('Unser Chor hat keinen Raum. <script>alert(1)</script>')
    await page.getByLabel('Um welchen Stadtteil').selectOption('welper')
    await press(page, 'Weiter zum Prüfen')

    expect(await page.getByText('So wird Ihre Idee aussehen').count()).toBe(1)
    await expectSound(page)
    await press(page, 'Noch etwas ändern')
    expect(await page.getByLabel('Um welchen Stadtteil').inputValue()).toBe('welper')
    await press(page, 'Weiter zum Prüfen')
    await press(page, 'Idee absenden')
    await expectSound(page)
    await page.getByLabel('ohne Namen').check()
    await page
      .getByLabel('Ein Bild dazu')
      .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: onePixel })
    await press(page, 'Idee absenden')
    expect(await page.getByRole('alert').innerText()).toContain('2 Angaben')
    await page
      .getByLabel('Ein Bild dazu')
      .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: onePixel })
    await page.getByLabel('Was ist auf dem Bild').fill('Ein leerer Saal')
    await page.getByLabel('Ich habe das Bild selbst').check()
    await press(page, 'Idee absenden')

    expect(await heading(page)).toMatch(/Ihre Idee hat die Nummer \d+/)
    await expectSound(page)
    const number = /\d+/.exec(await heading(page))?.[0] ?? ''
    const secret = await page.locator('.secret').innerText()
    expect(secret.split('-')).toHaveLength(4)
    expect(await page.context().cookies()).toEqual([])
    expect((await page.goto(`/ideen/${number}`))?.status()).toBe(404)

    await page.goto('/ideen/verfolgen')
    await expectSound(page)
    await page.getByLabel('Nummer der Idee').fill(number)
    await page.getByLabel('Geheimwort').fill('linde-linde-linde-linde')
    await press(page, 'Anzeigen')
    expect(await page.getByText('Das Geheimwort passt nicht').count()).toBe(1)
    await page.getByLabel('Geheimwort').fill(secret.toUpperCase().replaceAll('-', ' '))
    await press(page, 'Anzeigen')
    expect(await heading(page)).toBe(`Ihre Idee ${number}`)
    expect(page.url()).not.toContain(secret)
    await expectSound(page)

    const row = await site.platform.database.read
      .selectFrom('idea')
      .select(['id', 'html', 'state', 'pictureId', 'authorName'])
      .where('number', '=', Number(number))
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ state: 'waiting', authorName: null })
    expect(row.html).not.toContain('<script')
    // Its picture is seen by those who may read the idea, and for as long as they may.
    const picture = `/bilder/${row.pictureId}.webp`
    const { request } = await visit(dieter, plain)
    expect((await page.request.get(picture)).status()).toBe(404)
    expect((await request.get(picture)).status()).toBe(200)
    await site.does(dieter, publishIdea, { ideaId: row.id })
    await page.goto(`/ideen/${number}`)
    expect(await page.getByAltText('Ein leerer Saal').count()).toBe(1)
    const shown = await page.request.get(picture)
    expect(shown.status()).toBe(200)
    expect(shown.headers()['cache-control']).toBe('private, no-cache')
    await expectSound(page)
    const headers = { 'If-None-Match': shown.headers().etag ?? '' }
    expect((await page.request.get(picture, { headers })).status()).toBe(304)
    await site.does(dieter, hideIdea, { ideaId: row.id, measureId: 'none' })
    expect((await page.request.get(picture, { headers })).status()).toBe(404)
    expect((await page.request.get(picture.replace('.', '-small.'))).status()).toBe(404)
    expect((await request.get(picture)).status()).toBe(200)
  })

  test('with an account it is public at once: support, follow, new words, and taking it back', async () => {
    const page = await visit(renate, plain)
    await page.goto('/ideen/neu')
    await page.getByLabel('Was ist Ihre Idee?').fill('Offene Ateliers am Sonntag')
    await press(page, 'Weiter')
    await page.getByLabel('Warum ist das gut?').fill('So lernen sich Menschen und **Kunst** kennen.')
    await press(page, 'Weiter zum Prüfen')
    await press(page, 'Idee absenden')
    expect(await page.getByRole('main').innerText()).toContain('Danke. Ihre Idee hat die Nummer')
    await expectSound(page)
    const address = new URL(page.url()).pathname
    const ics = await page.request.get(`${address}/termin.ics`)
    expect(await ics.text()).toContain('DTSTART;VALUE=DATE:20270421')

    const other = await visit(leo, plain)
    await other.goto(address)
    await press(other, 'Das meine ich auch')
    expect(await other.getByText('1 Mensch meint das auch').count()).toBe(1)
    await expectSound(other)
    await press(other, 'Zustimmung zurücknehmen')
    expect(await other.getByText('Noch niemand hat zugestimmt').count()).toBe(1)
    expect((await other.goto(`${address}/bearbeiten`))?.status()).toBe(403)

    await page.goto(`${address}/bearbeiten`)
    await expectSound(page)
    await page.getByLabel('Titel').fill('Offene Ateliers im Herbst')
    await press(page, 'Neue Fassung veröffentlichen')
    expect(await heading(page)).toBe('Offene Ateliers im Herbst')
    await page.getByRole('link', { name: '2 Fassungen' }).click()
    expect(await page.getByText('Offene Ateliers am Sonntag').count()).toBe(1)
    await expectSound(page)
    await page.goto(address)
    await page.getByText('Idee zurückziehen').click()
    await page.getByLabel('Warum wird die Idee').fill('Wir machen es einfach selbst.')
    await press(page, 'Zurückziehen')
    expect(await page.locator('.facts').innerText()).toContain('zurückgezogen')
    await expectSound(page)
  })

  test('the responsible role fills in, checks, and publishes the answer; more time has its reason', async () => {
    const { number } = await postedBy(site, renate, 'Ein Klavier für den Park')
    const stranger = await visit(leo, plain)
    expect((await stranger.goto(`/ideen/${number}/antwort`))?.status()).toBe(403)
    const page = await visit(kornfeld, plain)
    await page.goto(`/ideen/${number}`)
    await page.getByRole('link', { name: 'Antwort schreiben' }).click()
    await expectSound(page)
    await page.getByLabel('Neuer Tag für die Antwort').fill('2027-05-20')
    await page.getByLabel('Warum dauert es länger?').fill('Wir warten auf das Gutachten.')
    await press(page, 'Tag verschieben')
    expect(await page.locator('.facts').innerText()).toContain('20. Mai 2027')
    expect(await page.getByText('Wir warten auf das Gutachten.').count()).toBe(1)

    await page.goto(`/ideen/${number}/antwort`)
    await page.getByLabel('Später', { exact: false }).check()
    await page.getByLabel('Ihre Antwort').fill('Im Sommer kommt ein **Klavier**, das regenfest ist.')
    await press(page, 'Antwort prüfen')
    expect(await page.getByRole('alert').count()).toBe(1)
    await expectSound(page)
    await page.getByLabel('Wann prüfen Sie neu?').fill('2027-09-01')
    await press(page, 'Antwort prüfen')
    await expectSound(page)
    await press(page, 'Noch etwas ändern')
    expect(await page.getByLabel('Wann prüfen Sie neu?').inputValue()).toBe('2027-09-01')
    await press(page, 'Antwort prüfen')
    await press(page, 'Antwort veröffentlichen')
    expect(await page.locator('.official-answer').innerText()).toContain('Kornfeld')
    expect(await page.locator('.facts').innerText()).toContain('Neu geprüft wird am 1. September 2027')
    await expectSound(page)
  })

  test('moderators tag, assign, merge and split with quiet tools; a merged address leads on for good', async () => {
    const first = await postedBy(site, renate, 'Kulturbus am Abend')
    const second = await postedBy(site, leo, 'Ein Bus nach dem Konzert')
    const page = await visit(dieter, plain)
    await page.goto(`/ideen/${second.number}`)
    await expectSound(page)
    await page.getByText('Ziele zuordnen').click()
    await page.getByLabel('1.4', { exact: false }).check()
    await press(page, 'Speichern')
    expect(await page.locator('.facts').getByRole('link', { name: /^1\.4/ }).count()).toBe(1)
    await page.getByText('Mit einer anderen Idee zusammenlegen').click()
    await page.getByLabel('Nummer der Idee, die bleibt').fill(String(second.number))
    await press(page, 'Zusammenlegen')
    expect(await page.getByRole('main').innerText()).toContain('nicht mit sich selbst')
    await expectSound(page)
    await page.getByLabel('Nummer der Idee, die bleibt').fill(String(first.number))
    await press(page, 'Zusammenlegen')
    expect(new URL(page.url()).pathname).toBe(`/ideen/${first.number}`)
    const moved = await fetch(`${site.baseUrl}/en/ideen/${second.number}`, { redirect: 'manual' })
    expect(moved.status).toBe(301)
    expect(moved.headers.get('location')).toBe(`/en/ideen/${first.number}`)
    await page.getByText('Wieder trennen', { exact: true }).click()
    await page.getByRole('button', { name: /wieder trennen/ }).click()
    expect(await heading(page)).toBe('Ein Bus nach dem Konzert')
    await expectSound(page)
  })

  test('the list: filters in the address, its order in a sentence, overdue answers, and nothing there', async () => {
    const page = await visit(undefined, plain)
    await page.goto('/ideen')
    await expectSound(page)
    await page.getByLabel('Stadtteil').selectOption('winz-baak')
    await page.getByLabel('Reihenfolge').selectOption('neu')
    await press(page, 'Anzeigen')
    expect(new URL(page.url()).search).toContain('stadtteil=winz-baak')
    expect(await page.getByText('Oben steht, was zuletzt veröffentlicht wurde.').count()).toBe(1)
    await page.goto('/ideen?stadtteil=oberstueter')
    expect(await page.getByText('Zu dieser Auswahl gibt es keine Idee.').count()).toBe(1)
    await expectSound(page)
    const before = site.now
    site.now = '2027-05-01T09:00:00.000Z'
    await page.goto('/ideen?stand=ueberfaellig')
    expect(await page.getByText('Antwort überfällig seit 10 Tagen').count()).toBeGreaterThan(0)
    await expectSound(page)
    site.now = before
    await page.goto('/en/ideen?stand=unsinn&seite=-3&ziel=%00')
    expect(await heading(page)).toBe('Ideas')
    for (const odd of ['0', '-1', 'abc', '99999999999', '1.5']) {
      expect((await page.goto(`/ideen/${odd}`))?.status(), odd).toBe(404)
    }
  })

  test('the feed holds public ideas only, as escaped text', async () => {
    await postedBy(site, renate, 'Töpfern & <Drehen> für alle')
    const { id } = await postedByGuest(site)
    const feed = await fetch(`${site.baseUrl}/ideen.atom`)
    expect(feed.headers.get('content-type')).toContain('application/atom+xml')
    const text = await feed.text()
    expect(text).toContain('Töpfern &amp; &lt;Drehen&gt; für alle')
    expect(text).not.toContain(`/ideen/${(await ideaRow(site, id)).number}<`)
  })

  test('an author of 15 is not for search engines', async () => {
    const sam = await site.person('Sternchen', { ageBand: '14-15' })
    const { number } = await postedBy(site, sam, 'Jugendbühne ohne Jury')
    const page = await visit(undefined, plain)
    await page.goto(`/ideen/${number}`)
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex')
  })

  test('staff enter an idea from paper and get a letter to hand over', async () => {
    const staff = await site.person('Frau Amt', { role: 'staff', scope: 'Kulturbüro' })
    const page = await visit(staff, plain)
    await page.goto('/ideen/eintragen')
    await expectSound(page)
    await page.getByLabel('auf Papier').check()
    await page.getByLabel('Im Namen von').fill('Herta Musterfrau')
    await page.getByLabel('Titel').fill('Bank vor der Bücherei')
    await page
      .getByLabel('Text', { exact: true })
      .fill('Dort könnte man sitzen und lesen, wenn die Sonne scheint.')
    await page.getByLabel('Ich habe den Text vorgelesen').check()
    await press(page, 'Eintragen')
    expect(await page.locator('.letter').innerText()).toContain('Guten Tag, Herta Musterfrau,')
    await expectSound(page)
    const stranger = await visit(leo, plain)
    expect((await stranger.goto('/ideen/eintragen'))?.status()).toBe(403)
  })

  test('with scripts: one page, similar ideas while typing, a draft on this device until it is sent', async () => {
    await postedBy(site, renate, 'Lesebühne im Schwimmbad')
    const page = await visit(leo, scripted)
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto('/ideen/neu')
    await page.getByLabel('Warum ist das gut?').waitFor()
    expect(await page.evaluate('localStorage.length')).toBe(0)
    await expectSound(page)
    await page.getByLabel('Was ist Ihre Idee?').pressSequentially('Eine Lesebühne im alten Schwimmbad')
    await page.getByText('1 ähnliche Idee gefunden.').waitFor()
    await page.getByText('Entwurf gespeichert – nur auf diesem Gerät.').waitFor()
    await expectSound(page)
    await page.getByRole('button', { name: /^Das meine ich auch/ }).click()
    await page.getByText('Danke. Sie zählen jetzt').waitFor()

    await page.reload()
    await page.getByText('Weiterschreiben?').waitFor()
    await expectSound(page)
    await page.getByRole('button', { name: 'Weiterschreiben' }).click()
    expect(await page.getByLabel('Was ist Ihre Idee?').inputValue()).toBe(
      'Eine Lesebühne im alten Schwimmbad',
    )
    await page.getByLabel('Warum ist das gut?').fill('Das Becken hat einen schönen Klang für Stimmen.')
    await press(page, 'Weiter zum Prüfen')
    await press(page, 'Idee absenden')
    await page.getByText('Danke. Ihre Idee hat die Nummer').waitFor()
    await expect.poll(() => page.evaluate('localStorage.length')).toBe(0)
    expect(faults).toEqual([])
  })

  test('the same last step sent twice is one idea with one word', async () => {
    const form = async (fields: Record<string, string>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      const answer = await fetch(`${site.baseUrl}/ideen/neu`, {
        method: 'POST',
        body,
        headers: { Origin: site.baseUrl },
      })
      return { status: answer.status, text: await answer.text() }
    }
    const hidden = (text: string, name: string) =>
      new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? ''
    const second = await form({ intent: 'title', title: 'Singen im Treppenhaus' })
    const third = await form({
      intent: 'words',
      state: hidden(second.text, 'state'),
      text: 'Dort klingt es wunderbar, und alle hören zu.',
      district: 'ganz',
      language: 'de',
    })
    const last = {
      intent: 'send',
      state: hidden(third.text, 'state'),
      idempotencyKey: hidden(third.text, 'idempotencyKey'),
      naming: 'none',
      name: '',
    }
    const [one, two] = [await form(last), await form(last)]
    const told = (text: string) => [
      /die Nummer (\d+)/.exec(text)?.[1],
      /class="secret">([^<]+)/.exec(text)?.[1],
    ]
    expect(told(one.text)).toEqual(told(two.text))
    expect(told(one.text)[0]).toBeTruthy()
    // What was refused is sealed too, so that nothing typed is lost; sent on, it is still refused.
    const refused = await form({
      intent: 'words',
      ...{ title: 'Zu lang '.repeat(40), text: 'kurz', district: 'nirgends', language: 'xx' },
    })
    expect(refused.status).toBe(400)
    const skipped = await form({ ...last, idempotencyKey: '', state: hidden(refused.text, 'state') })
    expect(skipped.status).toBe(400)
    expect(skipped.text).toContain('Zu lang Zu lang')
    const kept = await site.platform.database.read
      .selectFrom('idea')
      .select('id')
      .where('title', 'like', 'Zu lang%')
      .execute()
    expect(kept).toEqual([])
    const forged = await form({ ...last, state: `${last.state}x` })
    expect(forged.status).toBe(400)
    expect(forged.text).toContain('Bitte beginnen Sie noch einmal')
  })

  test('two merges at once: the second learns that somebody was faster or finds it merged', async () => {
    const first = await postedBy(site, renate, 'Trommeln im Hof')
    const second = await postedBy(site, leo, 'Trommelgruppe sucht Hof')
    const both = { ideaId: second.id, intoId: first.id }
    const outcomes = await Promise.all([
      site.tries(dieter, mergeIdea, both),
      site.tries(dieter, mergeIdea, both),
    ])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })
})
