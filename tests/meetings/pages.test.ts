// A whole meeting with nine browsers: chair, minute-taker, five members of whom one has only keys and one no scripts, the
// projector, and a guest. From the plan to the published minutes; every screen keeps in step.
import type { Browser, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { endSeat } from '#app/domain/bodies/body.server.ts'
import { type Jobs, openJobs } from '#server/jobs.ts'
import { type Live, openLive } from '#server/live.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import { itemOn, meetingDay, setTable, startsAt, type Table } from './table.ts'

const sqlite = databases.filter(({ name }) => name === 'sqlite')
const canary = 'KANARIENVOGEL-7391'
const phone = { viewport: { width: 320, height: 720 } }
const laptop = { viewport: { width: 1280, height: 720 } }
const here = '/runder-tisch/sitzungen/1'

describe.each(sqlite)('a meeting with nine browsers on $name', { timeout: 120_000 }, (database) => {
  let site: Site
  let browser: Browser
  let live: Live
  let jobs: Jobs
  let table: Table
  let chair: Page
  let taker: Page
  let projector: Page
  let guest: Page
  /** Walburga, Cem without scripts, Jonas with keys alone, Mira, Kofi. */
  let members: readonly Page[]
  let meetingId: string
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
    live = openLive(site.server, site.platform, site.settings)
    jobs = openJobs(site.platform, site.settings)
    table = await setTable(site)
    const visit = async (as: Actor | undefined, how: object) => {
      const page = await site.visit(browser, as, how)
      page.setDefaultTimeout(8_000)
      return page
    }
    chair = await visit(table.chair, laptop)
    taker = await visit(table.taker, laptop)
    projector = await visit(undefined, laptop)
    guest = await visit(undefined, phone)
    members = await Promise.all(
      table.members.map((member, index) =>
        visit(member, index === 1 ? { ...phone, javaScriptEnabled: false } : phone),
      ),
    )
  })
  afterAll(async () => {
    await jobs?.close()
    await live?.close()
    await site?.close()
    await browser?.close()
  })

  const member = (index: number) => members[index] as Page
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const pass = (seconds: number) => {
    site.now = new Date(Date.parse(site.now) + seconds * 1000).toISOString()
  }
  const shows = (page: Page, words: string) => page.getByText(words).first().waitFor()
  async function expectSound(page: Page) {
    await page.locator('h1').waitFor()
    expect(await page.locator('h1').count()).toBe(1)
    const wide = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(wide, `${page.url()} is wider than its window`).toBe(0)
    await expectNoAxeViolations(page)
  }

  test('the chair plans it, puts items on the agenda and invites', async () => {
    await chair.goto('/runder-tisch/sitzungen/neu')
    await chair.getByLabel('Wie heißt die Sitzung?').fill('Erste Sitzung')
    await chair.getByLabel('An welchem Tag?').fill(meetingDay)
    await chair.getByLabel('Beginn').fill('19:00')
    await chair.getByLabel('Ende').fill('21:00')
    await chair.getByLabel('Wo?').fill('Bürgertreff Welper')
    await press(chair, 'Sitzung anlegen')
    await chair.waitForURL('**/bearbeiten')
    await expectSound(chair)
    meetingId = (
      await site.platform.database.read.selectFrom('meeting').select('id').executeTakeFirstOrThrow()
    ).id
    await itemOn(site, table.chair, meetingId, { title: 'Eröffnung', kind: 'routine', goals: [] })
    await itemOn(site, table.chair, meetingId, { title: `Mietangebot ${canary}`, audience: 'inside' })
    await chair.goto(`${here}/punkt-neu`)
    await chair.getByLabel('Titel', { exact: true }).fill('Probenraum Winz-Baak')
    await chair.getByLabel('Beschluss', { exact: true }).check()
    await press(chair, 'Speichern')
    // Neither a goal nor a reason was given: the form says so and keeps what was typed.
    await shows(chair, 'Bitte wählen Sie ein Ziel')
    expect(await chair.getByLabel('Titel', { exact: true }).inputValue()).toBe('Probenraum Winz-Baak')
    await chair.getByLabel('Kein Ziel betroffen').fill('Es geht um einen Raum.')
    await press(chair, 'Speichern')
    await chair.waitForURL('**/bearbeiten?meldung=added')
    // A member without scripts proposes an item; the chair says why not, and the member reads it.
    const plain = member(1)
    await plain.goto(`${here}/vorschlag`)
    await plain.getByLabel('Worüber soll gesprochen werden?').fill('Bühne am Markt')
    await plain.getByLabel('Warum?').fill('Dort fehlt Strom.')
    await press(plain, 'Vorschlag absenden')
    await shows(plain, 'Bitte wählen Sie ein Ziel')
    await plain.getByLabel('Kein Ziel betroffen').fill('Nur ein Ort.')
    await press(plain, 'Vorschlag absenden')
    await shows(plain, 'Ihr Vorschlag ist angekommen.')
    await expectSound(plain)
    await chair.goto(`${here}/bearbeiten`)
    await chair.getByText('Nicht aufnehmen').first().click()
    await chair.getByLabel('Warum nicht?').fill('Das steht im Juni an.')
    await press(chair, 'Nicht aufnehmen')
    await shows(chair, 'Der Vorschlag ist beantwortet.')
    await plain.reload()
    await shows(plain, 'Das steht im Juni an.')
    await chair.getByRole('button', { name: /höher.*Probenraum/ }).click()
    await shows(chair, 'Verschoben.')
    await press(chair, 'Jetzt einladen')
    await shows(chair, 'Die Einladungen gehen jetzt hinaus.')
    await jobs.settle()
    await member(0).goto(here)
    await press(member(0), 'Einladung gelesen')
    await shows(member(0), 'Sie haben die Einladung gelesen.')
    await guest.goto(here)
    await expectSound(guest)
    expect(await guest.content()).not.toContain(canary)
  })

  test('it opens, members say that they are there, and all screens show the first item', async () => {
    site.now = startsAt
    await chair.goto(`${here}/leitung`)
    await press(chair, 'Sitzung eröffnen')
    await shows(chair, 'Gerade niemand')
    for (const [index, page] of members.entries()) {
      await page.goto(here)
      await press(page, index === 2 ? 'Online' : 'Im Raum')
    }
    await Promise.all([
      guest.goto(here),
      projector.goto(`${here}/leinwand`),
      taker.goto(`${here}/mitschrift`),
    ])
    await shows(chair, 'Beschlussfähig: ja, 6 von 7 sind da.')
    await chair.keyboard.press('n')
    await Promise.all(
      [guest, projector, member(0)].map((page) => page.getByRole('heading', { name: 'Eröffnung' }).waitFor()),
    )
    // A deed one has just done can be taken back with a key.
    await chair.getByRole('button', { name: /^Rückgängig/ }).waitFor()
    await chair.keyboard.press('n')
    await shows(projector, 'Probenraum Winz-Baak')
    for (const page of [chair, guest, projector, taker, member(0)]) await expectSound(page)
  })

  test('with keys alone one asks for the floor and is called; everybody sees who speaks', async () => {
    const keys = member(2)
    await keys.goto(here)
    const button = keys.getByRole('button', { name: 'Ich möchte reden' })
    await button.focus()
    await keys.keyboard.press('Enter')
    await shows(keys, 'Sie stehen auf Platz 1.')
    const plain = member(1)
    await plain.goto(here)
    await press(plain, 'Ich möchte reden')
    await shows(plain, 'Sie stehen auf Platz 2.')
    await chair.getByRole('button', { name: /^Nächste Rede: Jonas/ }).waitFor()
    await chair.keyboard.press('r')
    for (const page of [guest, projector, taker, member(0)])
      await page.locator('.name', { hasText: 'Jonas' }).waitFor()
    await shows(keys, 'Sie haben das Wort.')
    const line = taker.getByLabel('Was geschieht gerade?')
    await line.fill('Jonas beschreibt den Raum.')
    // The chair goes on while the minute-taker types, and takes it back: not a letter is lost.
    await shows(chair, 'Zuletzt: Rede begonnen')
    await chair.keyboard.press('n')
    await shows(taker, 'Punkt 3 von')
    await shows(chair, 'Zuletzt: Punkt aufgerufen')
    await chair.keyboard.press('z')
    await shows(taker, 'Punkt 2 von')
    expect(await line.inputValue()).toBe('Jonas beschreibt den Raum.')
    await press(taker, 'Aufschreiben')
    await shows(guest, 'Jonas beschreibt den Raum.')
  })

  test('a vote is announced once and takes no focus; the result is the same sentence everywhere', async () => {
    await member(0).getByText('Zur Geschäftsordnung').first().focus()
    const focused = () => member(0).evaluate<string>('document.activeElement?.textContent ?? ""')
    const before = await focused()
    await chair.keyboard.press('a')
    await chair.getByLabel('Worüber wird abgestimmt?').fill('Wird der Probenraum gemietet?')
    await press(chair, 'Abstimmung eröffnen')
    for (const page of [guest, projector, member(0)]) await shows(page, 'Wird der Probenraum gemietet?')
    expect(await focused()).toBe(before)
    await expectSound(chair)
    for (const [index, page] of members.entries()) {
      await page.goto(here)
      await page.getByLabel(index === 3 ? 'Nein' : 'Ja', { exact: true }).check()
      if (index === 2) await page.keyboard.press('Enter')
      else await press(page, 'Stimme abgeben')
      await shows(page, 'Ihre Stimme ist angekommen.')
    }
    await shows(projector, '5')
    await shows(guest, '5 von 6 Stimmen sind abgegeben.')
    expect(await guest.getByText('Ja', { exact: true }).count()).toBe(0)
    await expectSound(member(0))
    pass(61)
    await chair.reload()
    await press(chair, 'Abstimmung schließen')
    pass(12)
    await jobs.settle()
    await jobs.settle()
    await chair.reload()
    await shows(chair, 'Ich stelle fest: 4 Ja, 1 Nein, 0 Enthaltungen. Der Antrag ist angenommen.')
    await guest.reload()
    await shows(guest, 'Angenommen.')
    await expectSound(guest)
  })

  test('the line of the chair is lost: the deputy is told and takes over; two consoles never lead at once', async () => {
    const deputy = await site.visit(browser, table.deputy, laptop)
    deputy.setDefaultTimeout(8_000)
    await deputy.goto(`${here}/leitung`)
    await shows(deputy, 'Berghoff leitet gerade die Sitzung.')
    await chair.goto('about:blank')
    await shows(deputy, 'Die Verbindung von Berghoff fehlt.')
    await expectSound(deputy)
    await press(deputy, 'Leitung übernehmen')
    await deputy.getByText('Die Verbindung von Berghoff fehlt.').waitFor({ state: 'detached' })
    await chair.goto(`${here}/leitung`)
    await shows(chair, 'Hannes leitet gerade die Sitzung.')
    await press(chair, 'Pause')
    await shows(chair, 'Übernehmen Sie zuerst die Leitung.')
    await press(chair, 'Leitung übernehmen')
    await shows(deputy, 'Berghoff leitet gerade die Sitzung.')
    // Its keys work once the new page is there and connected.
    await chair.getByText('Übernehmen Sie zuerst die Leitung.').waitFor({ state: 'detached' })
    await shows(chair, 'verbunden')
    await deputy.close()
  })

  test('what is not public stays inside; a member whose seat ends is outside at once', async () => {
    await chair.keyboard.press('n')
    await shows(guest, 'Dieser Teil ist nicht öffentlich.')
    await shows(projector, 'Dieser Teil ist nicht öffentlich.')
    await shows(member(4), canary)
    for (const page of [guest, projector]) expect(await page.content()).not.toContain(canary)
    const seat = await site.platform.database.read
      .selectFrom('membership')
      .select('id')
      .where('accountId', '=', table.members[4].accountId ?? '')
      .executeTakeFirstOrThrow()
    await site.does(table.operator, endSeat, { membershipId: seat.id })
    await shows(member(4), 'Dieser Teil ist nicht öffentlich.')
    expect(await member(4).content()).not.toContain(canary)
  })

  test('the minutes are checked, signed by two, and published; they hold the exact sentences', async () => {
    await chair.getByText('Punkt oder Sitzung beenden').click()
    await press(chair, 'Sitzung schließen')
    await shows(chair, 'beendet')
    await taker.goto(`${here}/niederschrift`)
    await press(taker, 'Entwurf prüfen und auslegen')
    await shows(taker, 'liegt zum Berichtigen aus')
    pass(8 * 86_400)
    for (const page of [chair, taker]) {
      await page.goto(`${here}/niederschrift`)
      await press(page, 'Unterschreiben')
    }
    await press(taker, 'Öffentliche Fassung veröffentlichen')
    await shows(taker, 'Veröffentlicht am')
    await guest.goto(`${here}/niederschrift`)
    await shows(guest, 'Jonas beschreibt den Raum.')
    await shows(
      guest,
      'Beschluss des Runden Tisches: „Wird der Probenraum gemietet?“ Ich stelle fest: 4 Ja, 1 Nein, 0 Enthaltungen. Der Antrag ist angenommen. Nötig waren 3 Ja-Stimmen von 5.',
    )
    expect(await guest.content()).not.toContain(canary)
    expect(await guest.locator('.hash code').innerText()).toMatch(/^[0-9a-f]{64}$/)
    await expectSound(guest)
    const file = await guest.request.get(`${here}/niederschrift.docx`)
    expect(file.status()).toBe(200)
    const written = strFromU8(unzipSync(await file.body())['word/document.xml'] ?? new Uint8Array())
    expect(written).toContain('Der Antrag ist angenommen.')
    expect(written).not.toContain(canary)
  })

  test('what came of it is found, and the body’s pages stand for everybody', async () => {
    await guest.goto('/runder-tisch/beschluesse?wort=probenraum')
    await shows(guest, 'Wird der Probenraum gemietet?')
    await expectSound(guest)
    await guest.goto('/runder-tisch/beschluesse?wort=nirgends')
    await shows(guest, 'Dazu gibt es nichts.')
    await guest.goto('/suche?q=gemietet')
    await shows(guest, 'Wird der Probenraum')
    await expectSound(guest)
    await chair.goto('/runder-tisch/gruppen')
    await chair.getByLabel('Wie heißt sie?').fill('Kultur und Schule')
    await chair.getByLabel('Woran arbeitet sie?').fill('Sie bereitet Regeln vor.')
    await chair.getByLabel('Wer leitet sie?').selectOption({ label: 'Jonas' })
    await press(chair, 'Arbeitsgruppe gründen')
    await chair.waitForURL('**/gruppen/kultur-und-schule')
    await expectSound(chair)
    await member(2).goto('/runder-tisch/gruppen/kultur-und-schule/mitglieder')
    await member(2).getByLabel('Mail-Adresse').fill('neu@beispiel.example')
    await press(member(2), 'Einladen')
    await shows(member(2), 'Die Einladung ist unterwegs.')
    await expectSound(member(2))
    for (const path of ['/runder-tisch', '/runder-tisch/gruppen/kultur-und-schule/geschaeftsordnung']) {
      await guest.goto(path)
      await expectSound(guest)
    }
  })
})
