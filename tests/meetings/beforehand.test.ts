// What surrounds a meeting, through its pages and without scripts: needs, the invitation and who has read it, what changed
// since, questions of citizens until noon, silent signals, the file for a calendar.
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { moveAgendaItem } from '#app/domain/meetings/agenda-order.server.ts'
import { agendaOf } from '#app/domain/meetings/items.server.ts'
import { lead } from '#app/domain/meetings/lead.server.ts'
import { getMeeting } from '#app/domain/meetings/meeting.server.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import { sayPresence } from '#app/domain/meetings/take-part.server.ts'
import { giveTask } from '#app/domain/meetings/tasks.server.ts'
import { countHands, openVote } from '#app/domain/meetings/votes.server.ts'
import { doJobs } from '#server/jobs.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import { itemOn, meetingDay, planned, setTable, startsAt, type Table } from './table.ts'

const sqlite = databases.filter(({ name }) => name === 'sqlite')
const here = '/runder-tisch/sitzungen/1'

describe.each(sqlite)('around a meeting, without scripts, on $name', { timeout: 60_000 }, (database) => {
  let site: Site
  let browser: Browser
  let table: Table
  let meetingId = ''
  let [guest, citizen, member, chair, taker] = [] as unknown as [Page, Page, Page, Page, Page]
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
    table = await setTable(site)
    meetingId = (await planned(site, table.chair)).id
    for (const title of ['Probenraum Winz-Baak', 'Klavier']) {
      await itemOn(site, table.chair, meetingId, { title })
    }
    guest = await visit()
    citizen = await visit(table.citizen)
    member = await visit(table.members[0])
    chair = await visit(table.chair)
    taker = await visit(table.taker)
  })
  afterAll(async () => {
    await site?.close()
    await browser?.close()
  })

  async function visit(as?: Actor) {
    const page = await site.visit(browser, as, {
      viewport: { width: 320, height: 720 },
      javaScriptEnabled: false,
    })
    page.setDefaultTimeout(6_000)
    return page
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click()
  const shows = (page: Page, words: string) => page.getByText(words).first().waitFor()
  const holds = async (page: Page, words: string) => (await page.content()).includes(words)
  const at = async () => {
    const meeting = await getMeeting(site.platform.database.read, meetingId)
    return { meetingId, turn: (await readStand(site.ask(table.chair), meeting)).turn }
  }
  async function expectSound(page: Page) {
    expect(await page.locator('h1').count()).toBe(1)
    // Two fields of one id would share their label, and what is typed lands in the wrong one.
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    await expectNoAxeViolations(page)
  }

  test('what somebody needs is told, kept, and read by those who prepare, by nobody else', async () => {
    await guest.goto(here)
    await guest.getByRole('link', { name: 'Anmelden und sagen, was Sie brauchen' }).waitFor()
    await citizen.goto(here)
    for (const need of ['Zugang ohne Stufen', 'Hörschleife', 'Betreuung für Kinder']) {
      await citizen.getByLabel(need).check()
    }
    await citizen.getByLabel('Noch etwas?').fill('Ich komme mit zwei Kindern.')
    await press(citizen, 'Mitteilen')
    await shows(citizen, 'Wer die Sitzung vorbereitet, weiß Bescheid.')
    expect(await citizen.getByLabel('Hörschleife').isChecked()).toBe(true)
    await expectSound(citizen)
    await taker.goto(here)
    await taker.getByText('1 Person braucht etwas').click()
    await shows(taker, 'Zugang ohne Stufen, Hörschleife, Betreuung für Kinder, Ich komme mit zwei Kindern.')
    for (const page of [guest, member]) {
      await page.goto(here)
      expect(await holds(page, 'Ich komme mit zwei Kindern.')).toBe(false)
    }
    await citizen.goto(here)
    for (const need of ['Zugang ohne Stufen', 'Hörschleife', 'Betreuung für Kinder']) {
      await citizen.getByLabel(need).uncheck()
    }
    await citizen.getByLabel('Noch etwas?').fill('')
    await press(citizen, 'Mitteilen')
    await taker.reload()
    expect(await holds(taker, 'braucht etwas')).toBe(false)
  })

  test('who has read the invitation says so; those who prepare see who has not', async () => {
    await member.goto(here)
    expect(await holds(member, 'Einladung gelesen')).toBe(false)
    const pass = () => {
      site.now = new Date(Date.parse(site.now) + 60_000).toISOString()
    }
    pass()
    await chair.goto(`${here}/bearbeiten`)
    await press(chair, 'Jetzt einladen')
    await shows(chair, 'Die Einladungen gehen jetzt hinaus.')
    pass()
    await member.reload()
    await press(member, 'Einladung gelesen')
    await shows(member, 'Sie haben die Einladung gelesen.')
    await chair.goto(here)
    await chair.getByText('Gelesen haben die Einladung 1 von 8.').click()
    const missing = await chair.getByText(/^Noch nicht: /).innerText()
    expect(missing).toContain('Jonas')
    expect(missing).not.toContain('Walburga')
    expect(await holds(member, 'Gelesen haben die Einladung')).toBe(false)
    await expectSound(chair)
  })

  test('what changes after the invitation is marked for everybody; a project answers five questions', async () => {
    await guest.goto(here)
    expect(await holds(guest, 'seit der Einladung')).toBe(false)
    await chair.goto('/runder-tisch/punkte/1/bearbeiten')
    await chair.getByLabel('Titel', { exact: true }).first().fill('Probenraum in Winz-Baak, mit Rampe')
    await press(chair, 'Speichern')
    await chair.goto(`${here}/punkt-neu`)
    await chair.getByLabel('Titel', { exact: true }).fill('Erzählcafé')
    await chair.getByLabel('Projekt-Vorstellung', { exact: true }).check()
    await chair.getByLabel('Kein Ziel betroffen').fill('Es geht um eine Vorstellung.')
    await press(chair, 'Speichern')
    // A project that answers none of the five comes back with the fields open and the title kept.
    expect(await chair.getByLabel('Titel', { exact: true }).inputValue()).toBe('Erzählcafé')
    const answers = {
      'Was soll entstehen?': 'Ein Nachmittag im Monat.',
      'Für wen ist es?': 'Für alle, die gern erzählen.',
      'Wann und wo?': 'Ab Mai in Welper',
      'Was kostet es, was fehlt noch?': '300 Euro im Jahr',
      'Worum bitten Sie den Runden Tisch?': 'Um einen Raum.',
    }
    for (const [question, answer] of Object.entries(answers)) await chair.getByLabel(question).fill(answer)
    await press(chair, 'Speichern')
    await shows(chair, 'Erzählcafé')
    const piano = (await agendaOf(site.platform.database.read, meetingId)).find(
      ({ title }) => title === 'Klavier',
    )
    await site.does(table.chair, moveAgendaItem, { itemId: piano?.id ?? '', move: 'up' })
    await guest.reload()
    await guest.locator('.agenda-list li', { hasText: 'Klavier' }).getByText('vorher Punkt 2').waitFor()
    await chair.getByRole('button', { name: /Herunternehmen.*Klavier/ }).click()
    await guest.reload()
    const agenda = guest.locator('.agenda-list')
    await agenda.locator('li', { hasText: 'Rampe' }).getByText('geändert seit der Einladung').waitFor()
    await agenda.locator('li', { hasText: 'Erzählcafé' }).getByText('neu seit der Einladung').waitFor()
    await shows(guest, 'heruntergenommen seit der Einladung')
    await expectSound(guest)
    await guest.getByRole('link', { name: 'Erzählcafé' }).first().click()
    for (const [question, answer] of Object.entries(answers)) {
      await shows(guest, question)
      await shows(guest, answer)
    }
    await expectSound(guest)
  })

  test('a paper comes as a file or a link; what is neither is refused, and its name stays typed', async () => {
    const edit = '/runder-tisch/punkte/1/bearbeiten'
    const send = async (name: string, content: string, target = '') => {
      await chair.goto(edit)
      await chair.getByLabel('Wie heißt die Unterlage?').fill(name)
      if (target !== '') await chair.getByLabel('Adresse einer Seite').fill(target)
      else {
        const file = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(content) }
        await chair.getByLabel('Oder eine Datei').setInputFiles(file)
      }
      await press(chair, 'Unterlage hinzufügen')
    }
    await send('Grundriss', '<html>kein Plan</html>')
    await shows(chair, 'Diese Art von Datei geht hier nicht.')
    expect(await chair.getByLabel('Wie heißt die Unterlage?').inputValue()).toBe('Grundriss')
    await send('Grundriss', '%PDF-1.7 Plan')
    await shows(chair, 'Die Unterlage steht jetzt da.')
    await send('Die Ziele der Stadt', '', '/ziele/1')
    await guest.goto('/runder-tisch/punkte/1')
    await guest.getByRole('link', { name: 'Die Ziele der Stadt' }).waitFor()
    const to = await guest.getByRole('link', { name: 'Grundriss' }).getAttribute('href')
    const file = await guest.request.get(to ?? '')
    expect([file.headers()['content-type'], await file.text()]).toEqual(['application/pdf', '%PDF-1.7 Plan'])
    expect(file.headers()['content-disposition']).toContain('attachment')
  })

  test('a calendar gets the day, the place, and a higher number with every change', async () => {
    const file = async () => {
      const answer = await guest.request.get(`${here}/termin.ics`)
      expect(answer.headers()['content-type']).toContain('text/calendar')
      return (await answer.text()).replaceAll('\r\n ', '').split('\r\n')
    }
    const before = await file()
    // Seven in the evening is five o'clock of the world's time: the clocks went forward two days before.
    expect(before).toEqual(
      expect.arrayContaining([
        'DTSTART:20270330T170000Z',
        'DTEND:20270330T190000Z',
        'SUMMARY:Runder Tisch: Zweite Sitzung',
        'LOCATION:Bürgertreff Welper',
        'STATUS:CONFIRMED',
      ]),
    )
    await chair.goto(`${here}/bearbeiten`)
    await chair.getByLabel('Wo?').fill('Altes Rathaus, Saal 2')
    await chair.getByLabel('Beginn').fill('18:30')
    await press(chair, 'Speichern')
    const after = await file()
    // Whoever opens the page, or prints it, reads what the invitation said.
    await guest.goto(here)
    await guest.emulateMedia({ media: 'print' })
    const changed = guest.locator('.alert', { hasText: 'Seit der Einladung hat sich etwas geändert' })
    expect(await changed.isVisible()).toBe(true)
    await changed.getByText('Ort: Altes Rathaus, Saal 2 (vorher: Bürgertreff Welper)').waitFor()
    await changed.getByText('18:30 Uhr (vorher: Dienstag, 30. März 2027, 19 Uhr)').waitFor()
    await guest.emulateMedia({ media: null })
    await expectSound(guest)
    expect(after).toContain('LOCATION:Altes Rathaus\\, Saal 2')
    const number = (lines: readonly string[]) =>
      Number(lines.find((line) => line.startsWith('SEQUENCE:'))?.split(':')[1])
    expect(number(after)).toBeGreaterThan(number(before))
  })

  test('citizens ask until noon of the day and support each other; after noon a form left open is told so', async () => {
    const question = 'Hat der Raum eine Rampe und ein Klavier?'
    await citizen.goto(here)
    await citizen.getByLabel('Ihre Frage').fill(question)
    await citizen.getByLabel('Zu welchem Punkt?').selectOption({ index: 1 })
    await press(citizen, 'Frage stellen')
    await shows(citizen, 'Danke. Ihre Frage steht jetzt da.')
    await shows(citizen, 'zu Punkt 1')
    // Nobody supports a question of one's own.
    expect(await citizen.getByRole('button', { name: 'Das will ich auch wissen' }).count()).toBe(0)
    await member.goto(here)
    await press(member, 'Das will ich auch wissen')
    await shows(member, '1 Person will das auch wissen')
    await press(member, 'Doch nicht')
    await press(member, 'Das will ich auch wissen')
    await guest.goto(here)
    await shows(guest, '1 Person will das auch wissen')
    site.now = `${meetingDay}T09:59:00.000Z`
    await member.goto(here)
    await member.getByLabel('Ihre Frage').fill('Gibt es auch einen Aufzug?')
    site.now = `${meetingDay}T10:00:00.000Z`
    await press(member, 'Frage stellen')
    await shows(member, 'Für Fragen zu dieser Sitzung ist es zu spät.')
    await member.goto(here)
    await shows(member, 'Die Zeit für Fragen ist vorbei.')
    expect(await member.getByLabel('Ihre Frage').count()).toBe(0)
  })

  test('in the meeting a question is answered by a function; silent signals show from five up and name nobody', async () => {
    site.now = startsAt
    await site.does(table.chair, lead, { ...(await at()), step: { type: 'opened' } })
    await chair.goto(here)
    await chair.getByText('Beantworten', { exact: true }).click()
    await chair.getByLabel('Ihre Antwort').fill('Ja, beides.')
    await press(chair, 'Antwort zeigen')
    await guest.goto(here)
    await shows(guest, 'Ja, beides.')
    await expectSound(guest)

    const five = [member, citizen, ...(await Promise.all(table.members.slice(1, 4).map((one) => visit(one))))]
    for (const page of five.slice(0, 4)) {
      await page.goto(here)
      await press(page, 'Bitte langsamer')
      await shows(page, 'Zeichen')
    }
    await member.goto(here)
    expect(await holds(member, 'Bitte langsamer (')).toBe(false)
    // The same person at once again: not counted, and told so.
    await press(member, 'Bitte langsamer')
    await shows(member, 'Das nächste geht in einer Minute.')
    await five[4]?.goto(here)
    await press(five[4] as Page, 'Bitte langsamer')
    await member.goto(here)
    await shows(member, 'Bitte langsamer (5)')
    const told = await site.platform.database.read
      .selectFrom('event')
      .select('actorId')
      .where('type', '=', 'meeting.signalled')
      .execute()
    expect(told.map(({ actorId }) => actorId)).toEqual([null, null, null, null, null])
  })

  test('the register takes the day to look at it again, and the task that is done', async () => {
    const item = (await agendaOf(site.platform.database.read, meetingId))[0]?.id ?? ''
    await site.does(table.chair, lead, { ...(await at()), step: { type: 'item-called', itemId: item } })
    for (const one of table.members) await site.does(one, sayPresence, { meetingId, as: 'room' })
    const vote = {
      question: 'Wird der Raum gemietet?',
      label: 'resolution',
      way: 'hands',
      motionId: null,
    } as const
    await site.does(table.chair, openVote, { ...(await at()), ...vote })
    // Where hands are counted nobody is asked to press anything.
    await member.goto(here)
    await shows(member, 'Heben Sie die Hand. Die Leitung zählt.')
    expect(await member.getByRole('button', { name: 'Stimme abgeben' }).count()).toBe(0)
    await site.does(table.chair, countHands, { ...(await at()), yes: 5, no: 1, abstain: 0 })
    site.now = new Date(Date.parse(site.now) + 11_000).toISOString()
    while (await doJobs(site.platform)) {}
    const task = { text: 'Schlüssel besorgen', owner: 'Kulturbüro', ownerId: null, dueOn: '2027-04-20' }
    await site.does(table.taker, giveTask, { ...task, itemId: item })
    await taker.goto('/runder-tisch/beschluesse')
    await taker
      .getByText(/^Neu prüfen/)
      .first()
      .click()
    await taker.locator('input[name=reviewOn]').fill(meetingDay)
    await taker.locator('form:has(input[name=reviewOn]) button').click()
    await shows(taker, 'Der Tag muss nach dem heutigen liegen.')
    await taker.goto('/runder-tisch/beschluesse')
    await taker
      .getByText(/^Neu prüfen/)
      .first()
      .click()
    await taker.locator('input[name=reviewOn]').fill('2027-12-01')
    await taker.locator('form:has(input[name=reviewOn]) button').click()
    await expectSound(taker)
    await taker.getByText('Erledigt melden').first().click()
    await taker.getByLabel('Was ist daraus geworden?').fill('Liegt im Kulturbüro.')
    await press(taker, 'Erledigt')
    await guest.goto('/runder-tisch/beschluesse')
    await shows(guest, '1. Dezember 2027')
    await shows(guest, 'Liegt im Kulturbüro.')
    await expectSound(guest)
  })

  test('the rules of procedure stand on a page for everybody, and the one who changes them keeps what was typed', async () => {
    await chair.goto('/runder-tisch/geschaeftsordnung')
    await chair.getByText('Regeln ändern').click()
    await chair.getByLabel('Redezeit in Minuten').first().fill('99')
    await press(chair, 'Regeln speichern')
    expect(await chair.getByLabel('Redezeit in Minuten').first().inputValue()).toBe('99')
    await chair.getByLabel('Redezeit in Minuten').first().fill('5')
    await press(chair, 'Regeln speichern')
    await shows(chair, 'Die Geschäftsordnung ist geändert.')
    await guest.goto('/runder-tisch/geschaeftsordnung')
    expect(await holds(guest, 'Regeln ändern')).toBe(false)
    await expectSound(guest)
  })
})
