// An election as people live it, from page to page without scripts on a narrow phone: declared, set up, stood for, voted, counted, begun.
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { listRunOffs } from '#app/domain/elections/run-off.server.ts'
import { getPoll } from '#app/domain/polls/poll.server.ts'
import { doJobs } from '#server/jobs.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import { type CouncilTown, seatCouncil } from './council-town.ts'

const here = '/sprecherrat/wahlen/1'
const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 720 } }
const wide = { ...plain, viewport: { width: 1280, height: 800 } }
const sqlite = databases.filter(({ name }) => name === 'sqlite')

describe.each(sqlite)('an election through its pages on $name', { timeout: 60_000 }, (database) => {
  let site: Site
  let browser: Browser
  let house: CouncilTown
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
    site.now = '2027-03-10T09:00:00.000Z'
    house = await seatCouncil(site, ['Amina', 'Ruben', 'Wolf', 'Vera', 'Tom', 'Kim', 'Udo'], ['Kim'])
  })
  afterAll(async () => {
    await site?.close()
    await browser?.close()
  })

  /** Looked at on the way: nothing shuts anybody out, nothing is wider than the phone. */
  async function sound(page: Page) {
    expect(await page.locator('h1').count()).toBe(1)
    const over = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(over, `${page.url()} is wider than its window`).toBe(0)
    await expectNoAxeViolations(page)
  }
  const opened = async (as: Actor | undefined, path: string, how = plain) => {
    const page = await site.visit(browser, as, how)
    page.setDefaultTimeout(8_000)
    await page.goto(path)
    return page
  }
  /** By keyboard alone: the focus goes to the button, and Enter presses it. */
  const press = async (page: Page, name: string | RegExp) => {
    await page.getByRole('button', { name, exact: true }).focus()
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }
  const says = (page: Page) => page.locator('main').innerText()
  const pollId = async () => (await house.election()).pollId ?? ''

  test('who makes culture says so; the Council confirms it, and from then on they may stand', async () => {
    const kim = await opened(house.actor('Kim'), '/konto')
    await kim.getByLabel('Sparte').fill('Musik')
    await kim.getByLabel('Was machen Sie, und wo').fill('Spielt Akkordeon auf Festen in Welper.')
    await press(kim, 'Angeben')
    expect(await says(kim)).toContain('Der Sprecherrat hat es noch nicht bestätigt.')
    await sound(kim)
    const amina = await opened(house.actor('Amina'), '/sprecherrat/kulturschaffende')
    await sound(amina)
    await press(amina, /^Bestätigen ?: Kim$/)
    expect(await says(amina)).toContain('Niemand wartet.')
    await kim.reload()
    expect(await says(kim)).toContain('Bestätigt vom Sprecherrat am')
    for (const page of [kim, amina]) await page.context().close()
    await house.again('Kim')
  })

  test('the wizard asks everything and keeps what was typed; nobody announces an election with a gap', async () => {
    const page = await opened(house.actor('Amina'), '/sprecherrat/wahlen')
    await press(page, 'Neue Wahl vorbereiten')
    await page.goto(`${page.url().split('?')[0]}?schritt=pruefen`)
    expect(await says(page)).toContain('Es fehlt noch: Rahmen, Tage, Sitze, Stimmen, Amtszeit.')
    await page.goto(`${page.url().split('?')[0]}?schritt=frame`)
    await page.getByLabel('Wie heißt die Wahl?').fill('Wahl der Zwei')
    await page.getByLabel('Alle Kulturschaffenden').check()
    await page.getByLabel('ab 16 Jahren').check()
    await sound(page)
    await press(page, 'Speichern und weiter')
    const days = {
      Stichtag: '2027-03-12',
      'Letzter Tag für Kandidaturen': '2027-03-12',
      'Die Wahl beginnt am': '2027-03-11',
      'Die Wahl endet am': '2027-03-20',
    }
    for (const [label, day] of Object.entries(days)) await page.getByLabel(label).fill(day)
    await page.getByLabel('Tage für Einsprüche').fill('7')
    await press(page, 'Speichern und weiter')
    expect(await says(page)).toContain('Die Tage passen nicht zusammen.')
    expect(await page.getByLabel('Die Wahl endet am').inputValue()).toBe('2027-03-20')
    await sound(page)
    await page.getByLabel('Die Wahl beginnt am').fill('2027-03-16')
    await press(page, 'Speichern und weiter')
    await page.getByLabel('Wie viele Sitze?').fill('2')
    await page.getByLabel('Sparten mit Mindestsitzen').fill('Musik: 0')
    await press(page, 'Speichern und weiter')
    await page.getByLabel('Die meisten Stimmen').check()
    await page.getByLabel('Wie viele Stimmen hat jede Person?').fill('2')
    await page.getByLabel('Das Los entscheidet, mit öffentlicher Zahl.').check()
    await page.getByLabel('Ja, auch auf Papier. Zwei Personen geben ein.').check()
    await sound(page)
    await press(page, 'Speichern und weiter')
    await page.getByLabel('Die Amtszeit beginnt am').fill('2027-04-01')
    await press(page, 'Speichern und weiter')
    await sound(page)
    // Played through beforehand, by its own rules, with nothing kept.
    await page.getByRole('link', { name: 'Probelauf ansehen' }).click()
    expect(await says(page)).toContain('Nichts davon wird gespeichert.')
    await page.getByLabel('Mit Gleichstand am letzten Platz').check()
    await press(page, 'Durchspielen')
    const trial = await says(page)
    expect(trial).toContain('Gelost mit: 1.')
    expect(trial).toContain('Gewählt sind Testperson')
    await sound(page)
    await page.goBack()
    await page.goBack()
    await press(page, 'Wahl ankündigen')
    expect(page.url()).toContain(here)
    expect(await says(page)).toContain('Noch können sich Menschen aus dem Verzeichnis zur Wahl stellen.')
    await sound(page)
    await page.context().close()
  })

  test('four stand in equal words; the roll closes, an objection is decided, the order is drawn', async () => {
    for (const name of ['Wolf', 'Vera', 'Tom', 'Kim']) {
      const page = await opened(house.actor(name), `${here}/kandidieren`)
      await page.getByLabel('Sparte').selectOption('Musik')
      await page.getByLabel('Was machen Sie, und wo in der Stadt?').fill('Leitet einen Chor in Winz-Baak.')
      await page
        .getByLabel('Was wollen Sie im Sprecherrat erreichen?')
        .fill('Mehr Räume für alle, die proben.')
      await page.getByLabel('Wie viel Zeit haben Sie dafür?').fill('Ein Abend')
      await page.getByLabel('Mein Name und diese Angaben').check()
      await press(page, 'Kandidatur einreichen')
      expect(await says(page)).toContain('Ihre Kandidatur ist da.')
      if (name === 'Wolf') await sound(page)
      await page.context().close()
    }
    await house.at('2027-03-12T23:00:00.000Z')
    const udo = await opened(house.actor('Udo'), `${here}/verzeichnis`)
    await udo.getByLabel('Jemand gehört nicht hinein').check()
    await udo.getByLabel('Wer? Name oder Kurzname').fill('Kim')
    await udo.getByLabel('Begründung').fill('Kim ist doch weggezogen.')
    await press(udo, 'Einwand senden')
    await sound(udo)
    await udo.context().close()
    const amina = await opened(house.actor('Amina'), `${here}/leiten`, wide)
    await amina.getByLabel('nicht berechtigt', { exact: true }).check()
    await amina.getByLabel('Begründung').fill('Kim wohnt weiter hier in der Stadt.')
    await sound(amina)
    await press(amina, 'Entscheiden')
    expect(await says(amina)).toContain('Kim wohnt weiter hier in der Stadt.')
    await amina.context().close()
    await house.at('2027-03-15T19:00:00.000Z')
    const guest = await opened(undefined, here, wide)
    expect(await says(guest)).toContain('Gelost mit der Zahl')
    expect(await says(guest)).not.toContain('weggezogen')
    await sound(guest)
    await guest.context().close()
  })

  test('votes on the screen and on paper are counted once; paper is entered twice, a lot ends the tie', async () => {
    await house.at('2027-03-16T07:00:00.000Z')
    const { number } = await getPoll(site.platform.database.read, await pollId())
    for (const [name, ...marks] of [
      ['Amina', 'Wolf', 'Vera'],
      ['Ruben', 'Wolf', 'Tom'],
      ['Wolf', 'Wolf', 'Kim'],
      ['Vera', 'Vera'],
      ['Tom', 'Tom'],
    ] as const) {
      const page = await opened(house.actor(name), `/abstimmungen/${number}/stimmzettel`)
      for (const mark of marks) await page.getByLabel(mark, { exact: false }).first().check()
      await press(page, 'Weiter zum Prüfen')
      await press(page, 'Stimme abgeben')
      expect(await says(page)).toContain('Ihre Stimme ist angekommen.')
      await page.context().close()
    }
    const desk = await opened(house.actor('Amina'), `${here}/leiten`)
    const who = desk.getByLabel('Person aus dem Verzeichnis')
    // Nobody is chosen until somebody chooses.
    expect(await who.inputValue()).toBe('')
    await who.selectOption({ label: 'Kim' })
    await sound(desk)
    await press(desk, 'Papierstimme vermerken')
    expect(await says(desk)).toContain('Vermerkt.')
    await desk.context().close()
    await house.at('2027-03-20T17:00:00.000Z')
    const wolf = (await house.onBallot((await house.election()).id)).find(({ name }) => name === 'Wolf')?.key
    // The second one slips, is told which sheet differs, and looks again.
    for (const [name, line, told] of [
      ['Amina', wolf, 'zweite Person'],
      ['Ruben', '-', 'verschieden gelesen'],
      ['Ruben', wolf, 'gezählt'],
    ] as const) {
      const page = await opened(house.actor(name), `${here}/leiten`)
      await page.getByRole('link', { name: 'Papier eingeben' }).click()
      await page.getByRole('textbox').fill(line ?? '')
      await press(page, 'Eintragen und vergleichen')
      expect(await says(page), name).toContain(told)
      await sound(page)
      await page.context().close()
    }
    await house.at('2027-03-20T17:05:00.000Z')
    const amina = await opened(house.actor('Amina'), `${here}/leiten`)
    expect(await says(amina)).toContain('Am letzten Sitz herrscht Gleichstand.')
    await amina.getByLabel('Was ist gefallen?').fill('4-2-6')
    await sound(amina)
    await press(amina, 'Los festhalten')
    expect(await says(amina)).toContain('Das Los ist gezogen.')
    await amina.context().close()
  })

  test('the result sheet tells count and lot; an objection is decided; then terms begin by themselves', async () => {
    const guest = await opened(undefined, `${here}/ergebnis`, wide)
    const sheet = await says(guest)
    expect(sheet).toContain('6 von 7 haben gewählt.')
    expect(sheet).toContain('davon auf Papier: 1')
    expect(sheet).toContain('Gelost mit: 4-2-6.')
    await sound(guest)
    await guest.emulateMedia({ media: 'print' })
    expect(await guest.getByText('Für die Wahlleitung').isVisible()).toBe(true)
    expect(await guest.getByText('Selbst prüfen').isVisible()).toBe(false)
    const udo = await opened(house.actor('Udo'), here)
    await udo.getByLabel('Was ist falsch gelaufen?').fill('Mein Brief kam zu spät an.')
    await press(udo, 'Einspruch einlegen')
    expect(await says(udo)).toContain('Darüber ist noch nicht entschieden.')
    await sound(udo)
    const ruben = await opened(house.actor('Ruben'), `${here}/leiten`)
    await ruben.getByLabel('nicht berechtigt', { exact: true }).check()
    await ruben.getByLabel('Begründung').fill('Der Brief ging zehn Tage vorher hinaus.')
    await press(ruben, 'Entscheiden')
    await house.at('2027-03-27T17:06:00.000Z')
    await house.at('2027-03-31T22:00:00.000Z')
    await udo.goto(here)
    expect(await says(udo)).toContain('Der Brief ging zehn Tage vorher hinaus.')
    await guest.emulateMedia({ media: 'screen' })
    await guest.goto('/sprecherrat')
    const wolfIsIn = await guest.locator('table').first().innerText()
    expect(wolfIsIn).toContain('Wolf')
    expect(wolfIsIn).not.toContain('Amina')
    await sound(guest)
  })

  test('a second vote is told in each of its phases, and a lot ends it where it is tied again', async () => {
    for (const name of ['Amina', 'Ruben', 'Wolf', 'Vera', 'Tom', 'Kim', 'Udo']) await house.again(name)
    const days = { cutOffOn: '2027-05-03', candidatesUntil: '2027-05-03', opensOn: '2027-05-06' }
    const hours = { opensHour: 8, closesOn: '2027-05-08', closesHour: 18, termFrom: '2027-06-01' }
    const number = await house.announced(
      {
        ...{ title: 'Wahl einer Person', about: '', electorate: 'creators', minimumAge: '16' },
        ...{ ...days, ...hours, objectionDays: 3, seats: 1, branches: [{ name: 'Musik', minimum: 0 }] },
        ...{
          method: 'multiple-choice',
          votes: 1,
          runOff: 'vote',
          runOffDays: 1,
          paper: 'no',
          termMonths: 12,
        },
      },
      { Tom: 'Musik', Vera: 'Musik' },
      'Wolf',
    )
    const equally = async (pollId: string) => {
      for (const name of ['Amina', 'Ruben', 'Wolf']) await house.vote(pollId, name, ['Tom'])
      for (const name of ['Vera', 'Kim', 'Udo']) await house.vote(pollId, name, ['Vera'])
    }
    const there = `/sprecherrat/wahlen/${number}`
    for (const moment of ['2027-05-03T22:00:00.000Z', '2027-05-05T21:00:00.000Z', '2027-05-06T06:00:00.000Z'])
      await house.at(moment)
    const guest = await opened(undefined, there)
    const wolf = await opened(house.actor('Wolf'), `${there}/leiten`)
    const told = async (sentence: string) => {
      for (const [page, path] of [
        [guest, there],
        [guest, `${there}/ergebnis`],
        [wolf, `${there}/leiten`],
      ] as const) {
        await page.goto(path)
        expect(await says(page), path).toContain(sentence)
        await sound(page)
      }
    }
    await equally((await house.election(number)).pollId ?? '')
    await house.at('2027-05-08T16:00:00.000Z')
    await told('Es gibt eine Stichwahl.')
    await house.at('2027-05-09T06:00:00.000Z')
    await told('Die Stichwahl läuft.')
    const [second] = await listRunOffs(site.platform.database.read, (await house.election(number)).id)
    await equally(second?.pollId ?? '')
    await house.at('2027-05-10T16:00:00.000Z')
    await told('Jetzt entscheidet das Los, öffentlich.')
    await wolf.getByLabel('Was ist gefallen?').fill('1-2-3')
    await press(wolf, 'Los festhalten')
    while (await doJobs(site.platform)) {}
    await told('Das Ergebnis steht.')
    expect(await says(guest)).toContain('Gelost mit: 1-2-3.')
  })
})
