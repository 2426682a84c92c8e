// Clause 3.2 from raw text to adopted, with five browsers: an editor and a co-editor without scripts, a citizen, the chair
// at the console, and a guest before the projector. What each page says agrees with all others.
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { sayPresence } from '#app/domain/meetings/take-part.server.ts'
import { addClause } from '#app/domain/standards/draft.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { foundStandard, publishStandard } from '#app/domain/standards/standard.server.ts'
import { type Jobs, openJobs } from '#server/jobs.ts'
import { type Live, openLive } from '#server/live.ts'
import { launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { planned, setTable, startsAt, type Table } from '#tests/meetings/table.ts'
import { openSite, type Site } from '#tests/site.ts'
import { lightClause } from './workshop.ts'

const sqlite = databases.filter(({ name }) => name === 'sqlite')
const plain = { javaScriptEnabled: false, viewport: { width: 768, height: 900 } }
const home = '/standards/zusammenarbeit'
const raw = 'Wer absagt, sagt es rechtzeitig.'
const drafted = 'Wer einen Termin absagt, sagt es rechtzeitig.'
const adopted = 'Wer einen Termin absagt, sagt es spätestens drei Tage vorher.'

describe.each(sqlite)('a clause from raw text to adopted on $name', { timeout: 120_000 }, (database) => {
  let site: Site
  let browser: Browser
  let live: Live
  let jobs: Jobs
  let table: Table
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
    live = openLive(site.server, site.platform, site.settings)
    jobs = openJobs(site.platform, site.settings)
    table = await setTable(site)
  })
  afterAll(async () => {
    await jobs?.close()
    await live?.close()
    await site?.close()
    await browser?.close()
  })

  const visit = async (as: Actor | undefined, how: object) => {
    const page = await site.visit(browser, as, how)
    page.setDefaultTimeout(8_000)
    return page
  }
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const shows = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()

  test('synopsis, version, minutes and card hold the same words, and the comment is still there', async () => {
    const kornfeld = await site.person('Kornfeld', { seat: { body: 'ag-standards', function: 'member' } })
    const amina = await site.person('Amina', { seat: { body: 'ag-standards', function: 'member' } })
    const { id: standardId } = await site.does(table.chair, foundStandard, {
      slug: 'zusammenarbeit',
      title: 'Gut zusammenarbeiten',
      about: 'Wie wir arbeiten.',
      bodySlug: 'ag-standards',
    })
    let sectionId = ''
    for (const title of ['Wofür', 'Wer', 'Räume und Schlüssel']) {
      sectionId = (await site.does(kornfeld, addSection, { standardId, title })).id
    }
    await site.does(kornfeld, addClause, { sectionId, text: lightClause })
    await site.does(kornfeld, publishStandard, { standardId })
    await planned(site, table.chair)
    const editor = await visit(kornfeld, plain)
    const coEditor = await visit(amina, plain)
    const citizen = await visit(table.citizen, plain)
    const chair = await visit(table.chair, {})
    const guest = await visit(undefined, {})

    await editor.goto(`${home}/werkstatt/3`)
    await editor.getByLabel('Text des neuen Absatzes').fill(raw)
    await press(editor, 'Absatz hinzufügen')
    await shows(editor, raw)
    await citizen.goto(`${home}/absatz/3.2`)
    await citizen.getByLabel('Ich habe eine Frage').check()
    await citizen.fill('.composer textarea[name=text]', 'Was heißt rechtzeitig genau?')
    await press(citizen, 'Beitrag senden')
    await coEditor.goto(`${home}/werkstatt/3`)
    await coEditor.getByRole('textbox', { name: 'Absatz 3.2', exact: true }).fill(drafted)
    await press(coEditor, 'Absatz speichern Absatz 3.2')
    await coEditor.getByLabel('in Beratung', { exact: true }).check()
    await press(coEditor, 'Stand setzen')

    await citizen.goto(`${home}/aenderungen/neu?absatz=3.2`)
    await citizen
      .getByLabel('Text von Absatz 3.2')
      .fill(drafted.replace('rechtzeitig', 'spätestens fünf Tage vorher'))
    await citizen.getByLabel('Warum soll das so sein?').fill('Rechtzeitig heißt für jeden etwas anderes.')
    await press(citizen, 'Weiter: prüfen')
    await press(citizen, 'Vorschlag einbringen')
    await shows(citizen, 'die Nummer 1')
    await editor.goto(`${home}/aenderungen/1`)
    await editor.getByText('Empfehlung abgeben').click()
    await editor.getByLabel('geändert übernehmen').check()
    await editor.getByLabel(/Geänderter Text/).fill(adopted)
    await editor.getByLabel('Warum?').fill('Fünf Tage schaffen kleine Gruppen nicht.')
    await press(editor, 'Empfehlung veröffentlichen')
    await citizen.goto(`${home}/aenderungen/1`)
    await press(citizen, 'Ja, mit diesen Wörtern')
    await shows(citizen, 'ist einverstanden')

    await coEditor.goto(`${home}/werkstatt/3`)
    await coEditor.getByLabel('abstimmungsreif', { exact: true }).check()
    await press(coEditor, 'Stand setzen')
    await editor.goto(`${home}/tagesordnung`)
    await editor.getByLabel(/^Ä1:/).check()
    await editor.getByLabel('3 Räume und Schlüssel').check()
    await editor.getByLabel('In welcher Sitzung?').selectOption({ index: 0 })
    await press(editor, 'Auf die Tagesordnung setzen')
    await editor.waitForURL(/runder-tisch\/punkte\/\d+$/)
    const item = new URL(editor.url()).pathname

    site.now = startsAt
    await chair.goto('/runder-tisch/sitzungen/1/leitung')
    await press(chair, 'Sitzung eröffnen')
    const meeting = await site.platform.database.read
      .selectFrom('meeting')
      .select('id')
      .executeTakeFirstOrThrow()
    for (const one of table.members) await site.does(one, sayPresence, { meetingId: meeting.id, as: 'room' })
    await guest.goto('/runder-tisch/sitzungen/1/leinwand')
    await chair.reload()
    // Its keys work once the page is connected.
    await shows(chair, 'verbunden')
    await chair.keyboard.press('n')
    await shows(guest, /Gut zusammenarbeiten/)
    // A key pressed while the next state of the meeting comes in may find the form of before.
    const asked = chair.getByLabel('Worüber wird abgestimmt?')
    await expect
      .poll(async () => {
        if (!(await asked.isVisible())) await chair.keyboard.press('a')
        return asked.isVisible()
      })
      .toBe(true)
    await asked.fill('Wird Abschnitt 3 beschlossen?')
    await chair.getByLabel('Wie wird abgestimmt?').selectOption('hands')
    await press(chair, 'Abstimmung eröffnen')
    await shows(guest, 'Wird Abschnitt 3 beschlossen?')
    for (const [name, count] of [
      ['Ja', 5],
      ['Nein', 1],
      ['Enthaltung', 0],
      ['Davon Ja von: Bank des Ausschusses', 1],
      ['Davon Ja von: Bank der Kulturschaffenden', 3],
    ] as const) {
      await chair.getByLabel(name, { exact: true }).fill(String(count))
    }
    await press(chair, 'Zahlen eintragen und schließen')
    const sentence =
      'Ich stelle fest: 5 Ja, 1 Nein, 0 Enthaltungen. Von jeder Bank kam mindestens ein Ja. Der Antrag ist angenommen.'
    await shows(guest, sentence)
    // For ten seconds the figures can be taken back; then they decide.
    site.now = new Date(Date.parse(site.now) + 11_000).toISOString()
    await jobs.settle()
    await jobs.settle()

    const decision =
      'Wird Abschnitt 3 beschlossen? 5:1:0 · Bank der Kulturschaffenden 3 · Bank des Ausschusses 1'
    await guest.goto(`${home}/absatz/3.2`)
    await shows(guest, adopted)
    expect(await guest.locator('.lead').innerText()).toBe(adopted)
    await guest.locator('.contribution').getByText('Was heißt rechtzeitig genau?').waitFor()
    await guest.locator('#fassung-3').getByText(decision).waitFor()
    await guest.goto(`${home}/synopse?punkt=${item.split('/').at(-1)}`)
    expect(await guest.locator('.synopsis ins').last().innerText()).toContain('spätestens drei Tage vorher')
    await shows(guest, decision)
    await guest.goto(`${home}/fassungen/1`)
    await shows(guest, decision)
    await shows(guest, adopted)
    expect(await guest.locator('.hash').innerText()).toMatch(/^[0-9a-f]{64}$/)
    await guest.goto(`${home}/karten`)
    await shows(guest, adopted)
    await guest.goto(home)
    await guest.locator('#absatz-3\\.2').getByText('beschlossen').waitFor()
    await chair.goto('/runder-tisch/sitzungen/1/niederschrift')
    await shows(chair, `„Wird Abschnitt 3 beschlossen?“ ${sentence}`)
  })
})
