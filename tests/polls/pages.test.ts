// Ballots and results as people meet them: every way to vote without scripts and by keyboard alone, on a narrow phone.
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import type { NewPoll } from '#app/domain/polls/announce.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { drawLots } from '#app/domain/polls/count.server.ts'
import { closePoll, invalidatePoll, openPoll } from '#app/domain/polls/life.server.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import { separateTerms } from './ballots/secret-votes.ts'
import { announced, closedAndCounted, one, opened, pollRow, voted } from './votes.ts'

const sqlite = databases.filter((database) => database.name === 'sqlite')
const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 720 } }

/** Each way to vote: what is set up, which keys fill the ballot in, what must lie in the box. */
const ways: readonly {
  readonly name: string
  readonly terms: Partial<NewPoll>
  fill(page: Page): Promise<void>
  readonly line: string
}[] = [
  {
    name: 'yes or no',
    terms: { method: 'yes-no', options: [] },
    fill: (page) => choose(page, 'choice', 'no'),
    line: 'no',
  },
  {
    name: 'consent with an objection',
    terms: { method: 'consent', options: [] },
    async fill(page) {
      await choose(page, 'choice', 'objection')
      await type(page, 'reason', 'Die Kosten fehlen.')
    },
    line: 'objection',
  },
  { name: 'single choice', terms: {}, fill: (page) => choose(page, 'choice', '2'), line: '2' },
  {
    name: 'at most two marks',
    terms: { method: 'multiple-choice', settings: { marks: 2 }, seats: 2 },
    async fill(page) {
      await tick(page, '1')
      await tick(page, '3')
    },
    line: '1,3',
  },
  { name: 'approval', terms: { method: 'approval' }, fill: (page) => tick(page, '2'), line: '2' },
  {
    name: 'ranking',
    terms: { method: 'schulze' },
    async fill(page) {
      await pick(page, 'place-3', '1')
      await pick(page, 'place-1', '2')
    },
    line: '3>1',
  },
  {
    name: 'score',
    terms: { method: 'star' },
    async fill(page) {
      await choose(page, 'mark-1', '5')
      await choose(page, 'mark-2', '0')
    },
    line: '1:5,2:0',
  },
  {
    name: 'grades',
    terms: {
      method: 'majority-judgment',
      settings: { grades: ['schlecht', 'mittel', 'gut'] },
    },
    fill: (page) => choose(page, 'mark-2', '2'),
    line: '2:2',
  },
  {
    name: 'resistance',
    terms: { method: 'consensing', settings: { statusQuo: '3' } },
    fill: (page) => pick(page, 'mark-1', '10'),
    line: '1:10',
  },
  {
    name: 'points',
    terms: { method: 'points', settings: { pointsEach: 10 } },
    async fill(page) {
      await type(page, 'mark-1', '7')
      await type(page, 'mark-2', '3')
    },
    line: '1:7,2:3',
  },
  {
    name: 'dates',
    terms: { method: 'date-finding' },
    fill: (page) => choose(page, 'mark-3', '1'),
    line: '3:1',
  },
]

describe.each(sqlite)('the pages of votes on $name', { timeout: 120_000 }, (database) => {
  let site: Site
  let browser: Browser
  let staff: Actor
  let anna: Actor
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
    staff = await site.person('Herr K.', { role: 'staff', scope: 'Kulturbüro' })
    anna = await site.person('Anna')
  })
  afterAll(async () => {
    await site?.close()
    await browser?.close()
  })

  async function expectSound(page: Page) {
    expect(await page.locator('h1').count()).toBe(1)
    const wide = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(wide, `${page.url()} is wider than its window`).toBe(0)
    await expectNoAxeViolations(page)
  }

  test.each(ways)(
    '$name: filled in, checked and handed in by keyboard, without scripts',
    async ({ terms, fill, line }) => {
      const pollId = await opened(site, staff, terms)
      const { number } = await pollRow(site, pollId)
      const page = await site.visit(browser, anna, plain)
      page.setDefaultTimeout(8_000)
      await page.goto(`/abstimmungen/${number}/stimmzettel`)
      await expectSound(page)
      await fill(page)
      await press(page, 'Weiter zum Prüfen')
      expect(await page.getByRole('heading', { name: 'So stimmen Sie ab' }).count()).toBe(1)
      expect(await page.getByText('Noch nicht abgegeben.').count()).toBe(1)
      await expectSound(page)
      await press(page, 'Stimme abgeben')
      expect(await page.getByRole('status').innerText()).toContain('Ihre Stimme ist angekommen.')
      // This page says nothing of the choice and is the same for every method.
      if (line === 'no') await expectSound(page)
      const ballots = await site.platform.database.read
        .selectFrom('openBallot')
        .select('choice')
        .where('pollId', '=', pollId)
        .execute()
      expect(ballots).toEqual([{ choice: line }])
      await closedAndCounted(site, staff, pollId)
      await page.goto(`/abstimmungen/${number}/ergebnis`)
      await expectSound(page)
      await page.context().close()
    },
  )

  test('what cannot count is told beside what was filled in, and places move without scripts', async () => {
    const pollId = await opened(site, staff, { method: 'irv' })
    const { number } = await pollRow(site, pollId)
    const page = await site.visit(browser, anna, plain)
    page.setDefaultTimeout(8_000)
    await page.goto(`/abstimmungen/${number}/stimmzettel`)
    await press(page, 'Weiter zum Prüfen')
    expect(await page.getByText('Sie haben nichts ausgewählt.').count()).toBe(1)
    await pick(page, 'place-1', '2')
    await pick(page, 'place-2', '2')
    await press(page, 'Weiter zum Prüfen')
    expect(await page.getByText('Platz 2 ist doppelt vergeben.').count()).toBe(1)
    expect(await page.locator('[name="place-1"]').inputValue()).toBe('2')
    await pick(page, 'place-2', '')
    await press(page, 'Weiter zum Prüfen')
    expect(await page.getByText('Platz 1 fehlt.').count()).toBe(1)
    await expectSound(page)
    await press(page, /^höher ?: Samstag$/)
    expect(await page.locator('[name="place-2"]').inputValue()).toBe('2')
    expect(await page.locator('[name="place-1"]').inputValue()).toBe('1')
    await press(page, 'Leer abgeben')
    expect(await page.getByText('Sie geben einen leeren Stimmzettel ab.').count()).toBe(1)
    await press(page, 'Zurück und ändern')
    expect(await page.getByRole('button', { name: 'Weiter zum Prüfen' }).count()).toBeGreaterThan(0)
    await page.context().close()
  })

  test('points are handed out by buttons, without scripts and with them', async () => {
    const pollId = await opened(site, staff, { method: 'points', settings: { pointsEach: 10 } })
    const { number } = await pollRow(site, pollId)
    const address = `/abstimmungen/${number}/stimmzettel`
    const page = await site.visit(browser, anna, plain)
    page.setDefaultTimeout(8_000)
    await page.goto(address)
    await type(page, 'mark-1', '9')
    await press(page, 'ein Punkt mehr: Freitag')
    await press(page, 'ein Punkt mehr: Freitag')
    expect(await page.locator('[name="mark-1"]').inputValue()).toBe('10')
    await press(page, 'ein Punkt weniger: Samstag')
    expect(await page.locator('[name="mark-2"]').inputValue()).toBe('0')
    await expectSound(page)
    await page.context().close()
    const scripted = await site.visit(browser, anna, { viewport: plain.viewport })
    scripted.setDefaultTimeout(8_000)
    await scripted.goto(address)
    await scripted.getByText('Noch 10 von 10 Punkten').waitFor()
    await scripted.getByRole('button', { name: 'ein Punkt mehr: Sonntag' }).press('Enter')
    await scripted.getByText('Noch 9 von 10 Punkten').waitFor()
    expect(await scripted.locator('[name="mark-3"]').inputValue()).toBe('1')
    await scripted.context().close()
  })

  test('with scripts each move is said and the focus stays; too many marks and a lost line are told at once', async () => {
    const ranked = await opened(site, staff, { method: 'irv' })
    const ticks = await opened(site, staff, { method: 'multiple-choice', settings: { marks: 2 } })
    const page = await site.visit(browser, anna, { viewport: plain.viewport })
    page.setDefaultTimeout(8_000)
    await page.goto(`/abstimmungen/${(await pollRow(site, ranked)).number}/stimmzettel`)
    // An option without a place cannot go lower: the scripts are awake.
    await page.locator('#down-2[aria-disabled="true"]').waitFor()
    await page.locator('#up-1').press('Enter')
    await page.getByText('„Freitag“ ist jetzt Platz 1 von 3.').waitFor()
    await page.locator('#up-2').press('Enter')
    await page.getByText('„Samstag“ ist jetzt Platz 2 von 3.').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('„Samstag“ ist jetzt Platz 1 von 3.').waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('up-2')
    expect(await page.locator('[name="place-1"]').inputValue()).toBe('2')
    await page.context().setOffline(true)
    await page.getByText('Keine Verbindung. Ihre Stimme ist noch nicht abgegeben.').waitFor()
    await expectSound(page)
    await page.context().setOffline(false)
    await page.goto(`/abstimmungen/${(await pollRow(site, ticks)).number}/stimmzettel`)
    await page.getByText('0 von 2 Stimmen vergeben').waitFor()
    for (const option of ['1', '2', '3']) await tick(page, option)
    await page.getByText('3 Stimmen sind zu viele. Erlaubt sind 2.').waitFor()
    expect(await page.locator('[name="tick"]:checked').count()).toBe(3)
    await page.context().close()
  })

  test('consent without scripts: an objection is heard, taken back, and another one worked in', async () => {
    const [ben, chair] = [await site.person('Ben'), staff]
    const pollId = await opened(site, chair, {
      method: 'consent',
      options: [],
      about: 'Montags.',
      label: 'recommendation',
      electorate: 'roll',
      roll: [anna, ben].map(({ accountId }) => accountId ?? ''),
    })
    const { number } = await pollRow(site, pollId)
    const here = `/abstimmungen/${number}`
    for (const who of [anna, ben]) {
      await site.does(who, castBallot, {
        pollId,
        choice: one('objection'),
        reason: 'Da ist die Schule im Haus.',
      })
    }
    const page = await site.visit(browser, anna, plain)
    page.setDefaultTimeout(8_000)
    await page.goto(here)
    expect(await page.getByText('Da ist die Schule im Haus.').count()).toBe(2)
    await expectSound(page)
    await press(page, 'Einwand zurücknehmen')
    expect(await page.getByText('Sie haben Ihren Einwand zurückgenommen.').count()).toBe(1)
    await expectSound(page)
    await page.context().close()
    await closedAndCounted(site, chair, pollId)

    const leader = await site.visit(browser, chair, plain)
    leader.setDefaultTimeout(8_000)
    await leader.goto(here)
    await leader.getByRole('link', { name: 'Einwände einarbeiten' }).click()
    await expectSound(leader)
    await press(leader, 'Nächste Runde ankündigen')
    expect(await leader.getByText('Ändern Sie den Vorschlag').count()).toBe(1)
    await leader.getByLabel('Der geänderte Vorschlag').fill('Dienstags.')
    await press(leader, 'Nächste Runde ankündigen')
    expect(await leader.getByText('Dienstags.').count()).toBe(1)
    expect(await leader.getByRole('link', { name: 'Zur Runde davor' }).count()).toBe(1)
    await expectSound(leader)
    await leader.context().close()
  })

  test('every state of a vote is told to voter, stranger and guest, and a close is taken back', async () => {
    const cleo = await site.person('Cleo')
    const onRoll = { electorate: 'roll', label: 'recommendation', roll: [anna.accountId ?? ''] } as const
    const guest = await site.visit(browser, undefined, plain)
    const voter = await site.visit(browser, anna, plain)
    const stranger = await site.visit(browser, cleo, plain)
    const leader = await site.visit(browser, staff, plain)
    const shows = async (page: Page, address: string, sentence: string | RegExp) => {
      await page.goto(address)
      expect(await page.getByText(sentence).count(), `${address}: ${sentence}`).toBeGreaterThan(0)
      await expectSound(page)
    }
    const pollId = await announced(site, staff, onRoll)
    const here = `/abstimmungen/${(await pollRow(site, pollId)).number}`
    await shows(guest, here, 'Noch nicht offen.')
    await shows(voter, here, 'Ja. Sie dürfen abstimmen, sobald die Abstimmung beginnt.')
    await shows(stranger, here, 'Bin ich stimmberechtigt?')
    await shows(guest, `${here}/druck`, 'Mit diesem Blatt bereiten Sie sich vor.')
    await shows(leader, here, 'Wählerverzeichnis')
    await site.does(staff, openPoll, { pollId })
    await shows(guest, here, 'Die Abstimmung läuft.')
    await shows(stranger, here, 'Sie stehen nicht im Wählerverzeichnis.')
    await voted(site, anna, pollId, one('1'))
    await shows(voter, here, 'Ihre Stimme ist angekommen.')
    await site.does(staff, closePoll, { pollId })
    await shows(guest, here, 'Geschlossen, wird ausgezählt.')
    await shows(guest, `${here}/ergebnis`, 'Das Ergebnis kommt nach dem Schluss.')
    await leader.goto(here)
    await press(leader, 'Schluss zurücknehmen')
    expect((await pollRow(site, pollId)).state).toBe('open')
    await expectSound(leader)
    await closedAndCounted(site, staff, pollId)
    await shows(guest, `${here}/ergebnis`, 'Zahlen als Datei für Tabellen (CSV)')
    const csv = await guest.request.get(`${here}/zahlen.csv`)
    expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8')
    expect(await csv.text()).toContain('"Freitag","1","1"\r\n')
    const figures = await (await guest.request.get(`${here}/zahlen.json`)).json()
    expect(figures).toMatchObject({ method: 'single-choice', unit: 'votes', turnout: { cast: 1 } })
    expect(figures.options[0]).toEqual({ key: '1', title: 'Freitag', value: 1, exact: null, won: true })

    const tied = await opened(site, staff, {
      ...onRoll,
      roll: [anna, cleo].map((one) => one.accountId ?? ''),
    })
    await voted(site, anna, tied, one('1'))
    await voted(site, cleo, tied, one('2'))
    await closedAndCounted(site, staff, tied)
    const tie = `/abstimmungen/${(await pollRow(site, tied)).number}`
    await shows(voter, tie, 'Gleichstand')
    await shows(leader, tie, 'Los ziehen')
    await site.does(staff, drawLots, { pollId: tied, seed: '4162' })
    await shows(guest, `${tie}/ergebnis`, /Startzahl: 4162/)

    const objected = await opened(site, staff, { objectionDays: 7 })
    await voted(site, anna, objected, one('3'))
    await closedAndCounted(site, staff, objected)
    await shows(guest, `/abstimmungen/${(await pollRow(site, objected)).number}`, 'Einspruch ist möglich bis')

    const invalid = await opened(site, staff)
    await site.does(staff, invalidatePoll, { pollId: invalid, reason: 'Die Frage war falsch gestellt.' })
    const no = `/abstimmungen/${(await pollRow(site, invalid)).number}`
    await shows(guest, no, /Die Frage war falsch gestellt/)
    expect((await guest.request.get(`${no}/zahlen.csv`)).status()).toBe(404)

    const secret = await opened(site, staff, { ...onRoll, ...separateTerms })
    const few = `/abstimmungen/${(await pollRow(site, secret)).number}`
    await shows(voter, `${few}/stimmzettel`, /Getrennt gespeichert/)
    await voted(site, anna, secret, one('1'))
    await shows(voter, few, 'Ihre Stimme ist angekommen.')
    await closedAndCounted(site, staff, secret)
    await shows(guest, `${few}/ergebnis`, /Zu wenige Stimmen/)
    await shows(guest, `${few}/pruefen`, /Zu wenige Stimmen/)
    for (const page of [guest, voter, stranger, leader]) await page.context().close()
  })

  test('codes for letters are shown once, and only to who leads the vote', async () => {
    const pollId = await announced(site, staff, { electorate: 'codes' })
    const { number } = await pollRow(site, pollId)
    const ask = async (as: Actor) =>
      fetch(`${site.baseUrl}/abstimmungen/${number}/verzeichnis`, {
        method: 'POST',
        headers: { origin: site.baseUrl, cookie: await site.cookie(as) },
        body: new URLSearchParams({ intent: 'codes', count: '3' }),
      })
    const made = await ask(staff)
    expect(made.status).toBe(200)
    const codes = [...(await made.text()).matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => code)
    expect(new Set(codes).size).toBe(3)
    expect((await ask(anna)).status).toBe(403)
  })

  test('a second vote is refused where it may not be changed, and taken where it may', async () => {
    const fixed = await opened(site, staff, { changeable: 'no' })
    await voted(site, anna, fixed, one('1'))
    const { number } = await pollRow(site, fixed)
    const page = await site.visit(browser, anna, plain)
    await page.goto(`/abstimmungen/${number}/stimmzettel`)
    expect(await page.getByText('Ihre Stimme lässt sich nicht mehr ändern.').count()).toBe(1)
    await expectSound(page)
    await page.goto('/abstimmungen')
    await expectSound(page)
    await page.context().close()
  })
})

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).last().focus()
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`[name="${name}"][value="${value}"]`).focus()
  await page.keyboard.press('Space')
}

function tick(page: Page, value: string): Promise<void> {
  return choose(page, 'tick', value)
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await page.locator(`[name="${name}"]`).focus()
  await page.keyboard.type(text)
}

/** A list by keyboard: Home, then down as often as it takes. */
async function pick(page: Page, name: string, value: string): Promise<void> {
  const select = page.locator(`select[name="${name}"]`)
  await select.focus()
  await page.keyboard.press('Home')
  for (let tries = 0; tries < 30 && (await select.inputValue()) !== value; tries += 1) {
    await page.keyboard.press('ArrowDown')
  }
  expect(await select.inputValue()).toBe(value)
}
