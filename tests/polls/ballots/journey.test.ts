// A blind-signed vote as people walk through it: token, ballot, receipt, and the check by whoever likes; codes without scripts.
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { noteOtherWay } from '#app/domain/polls/ballots/envelope.server.ts'
import { awaitPaper } from '#app/domain/polls/ballots/paper.server.ts'
import { openPoll } from '#app/domain/polls/life.server.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import { announced, later, pollRow } from '../votes.ts'
import { blindTerms, castWith, closed, drawn } from './secret-votes.ts'

const sqlite = databases.filter((database) => database.name === 'sqlite')

describe.each(sqlite)('a vote signed blind, page by page on $name', (database) => {
  let site: Site
  let browser: Browser
  let moderator: Actor
  let second: Actor
  let people: Actor[]
  let pollId: string
  let number: number
  let codes: readonly string[]

  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
    moderator = await site.person('Mechthild', { role: 'moderator' })
    second = await site.person('Dieter', { role: 'moderator' })
    people = []
    for (const name of ['Amina', 'Leo', 'Rosa', 'Kemal', 'Frieda', 'Hanno', 'Ines']) {
      people.push(await site.person(name))
    }
    const roll = people.map((person) => person.accountId ?? '')
    const terms = { ...blindTerms, electorate: 'roll', label: 'recommendation', method: 'irv', roll } as const
    pollId = await announced(site, moderator, { ...terms, question: 'Welcher Raum zuerst?' })
    number = (await pollRow(site, pollId)).number
    const desk = await visit(moderator, plain)
    await desk.goto(`${here()}/codes`)
    await expectNoAxeViolations(desk)
    await desk.getByLabel('Wie viele Blätter?').fill('2')
    await desk.getByRole('button', { name: 'Codes erzeugen' }).press('Enter')
    await desk.getByText('Die Codes sehen Sie nur dieses eine Mal.').waitFor()
    await expectNoAxeViolations(desk)
    codes = await desk.locator('.code-sheet .code').allInnerTexts()
    expect(codes).toHaveLength(2)
    await desk.context().close()
    await site.does(moderator, openPoll, { pollId })
    await site.does(moderator, awaitPaper, { pollId })
  })
  afterAll(async () => {
    await site.close()
    await browser.close()
  })

  const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 720 } }
  const here = () => `/abstimmungen/${number}`
  const visit = async (...who: [Actor?, object?]) => {
    const page = await site.visit(browser, ...who)
    page.setDefaultTimeout(10_000)
    return page
  }

  test('a voter draws a token, casts, keeps the receipt, and is told that a second token does not exist', async () => {
    const page = await visit(people[0])
    await page.goto(`${here()}/stimmzettel`)
    expect(page.url()).toContain('/stimmausweis')
    await page.getByRole('button', { name: 'Stimmausweis holen' }).waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Stimmausweis holen' }).press('Enter')
    await page.locator('#field-place-2').selectOption('1')
    await page.locator('#field-place-1').selectOption('2')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Weiter zum Prüfen' }).last().press('Enter')
    await page.getByRole('heading', { name: 'So stimmen Sie ab' }).waitFor()
    await expectNoAxeViolations(page)
    const sent = page.waitForRequest((request) => request.url().includes('/einwurf/'))
    await page.getByRole('button', { name: 'Stimme abgeben' }).press('Enter')
    expect((await (await sent).allHeaders()).cookie).toBeUndefined()
    await page.getByText('Ihre Stimme ist angekommen.').waitFor()
    await expectNoAxeViolations(page)
    const receipt = await saved(page, 'Beleg sichern')
    expect(receipt).toMatchObject({ format: 'stimmtisch-receipt-1', pollId, turn: 1 })
    expect(JSON.stringify(receipt)).not.toContain('2>1')
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('2>1')

    const elsewhere = await visit(people[0])
    await elsewhere.goto(`${here()}/stimmausweis`)
    await elsewhere.getByText('Für Sie wurde schon ein Stimmausweis ausgegeben.').waitFor()
    await elsewhere.getByRole('button', { name: 'Stimmausweis holen' }).click()
    await elsewhere.getByText('Einen zweiten gibt es nicht.').waitFor()
    await expectNoAxeViolations(elsewhere)
  })

  test('an empty form is answered in a sentence, and a token kept as a file opens on another device', async () => {
    const page = await visit(people[1])
    await page.goto(`${here()}/stimmausweis`)
    await page.getByRole('button', { name: 'Stimmausweis holen' }).click()
    await page.getByRole('button', { name: 'Weiter zum Prüfen' }).last().click()
    await page.getByRole('alert').waitFor()
    await expectNoAxeViolations(page)
    const token = await saved(page, 'Als Datei sichern')
    const other = await visit(people[1])
    await other.goto(`${here()}/stimmausweis`)
    await other.getByText('Ich habe schon einen Stimmausweis').click()
    await expectNoAxeViolations(other)
    await other.getByLabel('Datei mit Ihrem Stimmausweis').setInputFiles({
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(token)),
    })
    await other.getByRole('button', { name: 'Leer abgeben' }).click()
    await other.getByRole('button', { name: 'Stimme abgeben' }).click()
    await other.getByText('Ihre Stimme ist angekommen.').waitFor()
    // The first device knows nothing of it; its ballot takes the next turn and counts instead.
    await page.locator('#field-place-3').selectOption('1')
    await page.getByRole('button', { name: 'Weiter zum Prüfen' }).last().click()
    await page.getByRole('button', { name: 'Stimme abgeben' }).click()
    await page.getByText('Ihre neue Stimme ist angekommen.').waitFor()
  })

  test('signing out forgets what was begun and what was shown, and the token only where that is wanted', async () => {
    const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage).sort())
    const token = `stimmtisch-stimmausweis-${pollId}`
    const page = await visit(people[1])
    await page.goto(`${here()}/stimmausweis`)
    await page.getByText('Ich habe schon einen Stimmausweis').waitFor()
    for (const then of ['bleibt hier', 'und Stimmausweis löschen']) {
      await page.evaluate((key) => localStorage.setItem(key, '{}'), token)
      await page.goto('/ideen/neu')
      await page.getByLabel('Was ist Ihre Idee?').pressSequentially('Ein Stuhl')
      await page.getByText('auf diesem Gerät').first().waitFor()
      expect(await kept(page)).toEqual(['stimmtisch:idea-draft', token].sort())
      await page.goto('/konto')
      await page.getByRole('heading', { level: 1, name: 'Ihr Konto' }).waitFor()
      await page.getByRole('link', { name: 'Abmelden' }).last().click()
      await page.getByRole('link', { name: 'Welcher Raum zuerst?' }).waitFor()
      await expectNoAxeViolations(page)
      await page
        .getByRole('button', { name: `Abmelden${then === 'bleibt hier' ? ', Stimmausweis' : ''} ${then}` })
        .click()
      await page.getByText('Sie sind abgemeldet.').waitFor()
      await expect.poll(() => kept(page), { timeout: 10_000 }).toEqual(then === 'bleibt hier' ? [token] : [])
      // Back to the sign-out page, and further to the account: neither is there any more.
      for (let step = 0; step < 2; step++) {
        await page.goBack()
        await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor()
        expect(await page.content()).not.toContain('Leo')
      }
      const [name, value] = (await site.cookie(people[1] as Actor)).split('=')
      await page
        .context()
        .addCookies([{ name: name ?? '', value: value ?? '', url: site.baseUrl, httpOnly: true }])
    }
  })

  test('without scripts the page names the printed code, and the code votes on a page that knows nobody', async () => {
    await site.does(moderator, noteOtherWay, {
      pollId,
      accountId: people[2]?.accountId ?? '',
      way: 'envelope',
    })
    const signedIn = await visit(people[3], plain)
    await signedIn.goto(`${here()}/stimmausweis`)
    await signedIn.getByRole('link', { name: 'Mit gedrucktem Code abstimmen' }).click()
    expect(await signedIn.content()).toContain('href="/anmelden')
    expect(await signedIn.content()).not.toContain('Kemal')
    await expectNoAxeViolations(signedIn)
    await signedIn.getByLabel('Der Code auf Ihrem Blatt').fill('falsch')
    await signedIn.locator('#field-place-2').selectOption('1')
    await signedIn.getByRole('button', { name: 'Weiter zum Prüfen' }).last().press('Enter')
    await signedIn.getByRole('button', { name: 'Stimme abgeben' }).press('Enter')
    await signedIn.getByText('Diesen Code gibt es nicht.').waitFor()
    await expectNoAxeViolations(signedIn)
    expect(await signedIn.getByLabel('Der Code auf Ihrem Blatt').inputValue()).toBe('falsch')
    expect(await signedIn.locator('#field-place-2').inputValue()).toBe('1')
    await signedIn.getByLabel('Der Code auf Ihrem Blatt').fill(codes[0]?.toLowerCase() ?? '')
    await signedIn.getByRole('button', { name: 'Weiter zum Prüfen' }).last().press('Enter')
    await expectNoAxeViolations(signedIn)
    await signedIn.getByRole('button', { name: 'Stimme abgeben' }).press('Enter')
    await signedIn.getByText('Ihre Stimme ist angekommen.').waitFor()
    await expectNoAxeViolations(signedIn)
  })

  test('paper is crossed off, entered by two people, and everything is checked in a browser afterwards', async () => {
    const leader = await visit(moderator)
    await leader.goto(`${here()}/papier`)
    await leader.getByLabel('Name im Verzeichnis').selectOption({ label: 'Frieda' })
    await leader.getByLabel('auf Papier').check()
    await expectNoAxeViolations(leader)
    await leader.getByRole('button', { name: 'Eintragen', exact: true }).click()
    await leader.getByText('Eingetragen.').waitFor()
    for (const person of people.slice(5)) await castWith(site, await drawn(site, person, pollId), '2>3>1')
    await closed(site, moderator, pollId)
    expect((await pollRow(site, pollId)).state).toBe('closed')

    await leader.goto(`${here()}/papier`)
    await leader.getByLabel('Eine Zeile je Blatt').fill('2>1')
    await leader.getByRole('button', { name: 'Eintragen und vergleichen' }).click()
    await leader.getByText('Nun ist die zweite Person dran.').waitFor()
    await expectNoAxeViolations(leader)
    const other = await visit(second)
    await other.goto(`${here()}/papier`)
    expect(await other.content()).not.toContain('2&gt;1</')
    await other.getByLabel('Eine Zeile je Blatt').fill('1>2')
    await other.getByRole('button', { name: 'Eintragen und vergleichen' }).click()
    await other.getByText('Diese Blätter sind verschieden gelesen: 1.').waitFor()
    await expectNoAxeViolations(other)
    await other.getByLabel('Eine Zeile je Blatt').fill('2>1')
    await other.getByRole('button', { name: 'Eintragen und vergleichen' }).click()
    await other.getByText('Beide Einträge sind gleich.').waitFor()
    await expectNoAxeViolations(other)
    await later(site, 1)
    expect((await pollRow(site, pollId)).state).toBe('final')

    const stranger = await visit()
    await stranger.goto(`${here()}/pruefen`)
    await stranger.getByRole('button', { name: 'Jetzt prüfen und zählen' }).click()
    await stranger.getByText('Alles stimmt.').waitFor()
    await stranger.getByText('Alle 6 Stimmen zeigen').click()
    await expectNoAxeViolations(stranger)
    const download = stranger.waitForEvent('download')
    await stranger.getByRole('link', { name: 'Alle Stimmen als Datei' }).click()
    const file = JSON.parse(await readFile(await (await download).path(), 'utf8'))
    // Few of each kind: which is which, nobody is told.
    expect(file.issued).toMatchObject({ tokens: 4, envelopes: 1, papers: 1, separate: 0 })
    expect(file.issued.covered).toHaveLength(4)
    expect(file.ballots.map(({ way }: { way: string }) => way)).toEqual(Array(6).fill('bare'))
    const program = await stranger.request.get('/pruefen.mjs')
    expect(await program.text()).toContain('stimmtisch-ballots-1')
  })

  test('only who leads the vote sees the pages of the committee', async () => {
    for (const path of ['codes', 'papier']) {
      const page = await visit(people[0])
      expect((await page.goto(`${here()}/${path}`))?.status()).toBe(403)
    }
    // After the close each page says so, and still shuts nobody out.
    for (const [who, path] of [
      [moderator, 'codes'],
      [people[3], 'umschlag'],
      [people[3], 'stimmausweis'],
    ] as const) {
      const page = await visit(who)
      await page.goto(`${here()}/${path}`)
      await expectNoAxeViolations(page)
    }
  })
})

/** What a button hands over as a file. */
async function saved(page: Page, button: string): Promise<unknown> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return JSON.parse(await readFile(await (await download).path(), 'utf8'))
}
