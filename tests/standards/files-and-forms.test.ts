// The less walked pages of a standard, without scripts on a phone and a wide screen, and the files that leave the house.
import type { Browser, Page } from '@playwright/test'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { adoptSections } from '#app/domain/standards/adoption.server.ts'
import { declareToWorkBy } from '#app/domain/standards/declarations.server.ts'
import { addClause } from '#app/domain/standards/draft.server.ts'
import { proposeAmendment } from '#app/domain/standards/propose.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { foundStandard, publishStandard } from '#app/domain/standards/standard.server.ts'
import { outlineOf } from '#app/domain/standards/text/outline.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import { readStrictly } from './office.ts'
import { keyClause, lightClause, together } from './workshop.ts'

const sqlite = databases.filter((database) => database.name === 'sqlite')
const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 720 } }
const home = '/standards/zusammenarbeit'
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const threeDays = keyClause.replace('rechtzeitig', 'drei Tage vorher')

describe.each(sqlite)('forms and files of a standard on $name', { timeout: 120_000 }, (database) => {
  let site: Site
  let browser: Browser
  let chair: Actor
  let editor: Actor
  let leo: Actor
  let standardId: string
  let sectionId: string
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
    chair = await site.person('Berghoff', { seat: { body: 'runder-tisch', function: 'chair' } })
    editor = await site.person('Kornfeld', { seat: { body: 'ag-standards', function: 'member' } })
    leo = await site.person('Leo')
    standardId = (await site.does(chair, foundStandard, together)).id
    sectionId = (await site.does(editor, addSection, { standardId, title: 'Räume und Schlüssel' })).id
    await site.does(editor, addSection, { standardId, title: 'Geld' })
    const { id: clauseId } = await site.does(editor, addClause, { sectionId, text: keyClause })
    await site.does(editor, addClause, { sectionId, text: lightClause })
    await site.does(editor, publishStandard, { standardId })
    await site.does(leo, proposeAmendment, {
      standardId,
      reason: 'Rechtzeitig heißt für jeden etwas anderes.',
      parts: [
        {
          ...{ kind: 'change', clauseId, sectionId: null, afterClauseId: null },
          ...{ baseVersion: 1, text: threeDays },
        },
      ],
    })
  })
  afterAll(async () => {
    await site?.close()
    await browser?.close()
  })
  const visit = async (as?: Actor) => {
    const page = await site.visit(browser, as, plain)
    page.setDefaultTimeout(8_000)
    return page
  }
  const press = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name, exact: true }).first().click()
  async function expectSound(page: Page) {
    expect(await page.locator('h1').count()).toBe(1)
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 720 })
      const wide = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect(wide, `${page.url()} is wider than ${width} px`).toBe(0)
      await expectNoAxeViolations(page)
    }
  }
  async function download(address: string, type: string): Promise<Uint8Array> {
    const answer = await fetch(new URL(address, site.baseUrl))
    expect(answer.status, address).toBe(200)
    expect(answer.headers.get('content-type')).toContain(type)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="zusammenarbeit/)
    return new Uint8Array(await answer.arrayBuffer())
  }
  const wordsIn = async (file: Uint8Array) =>
    (await mammoth.extractRawText({ buffer: Buffer.from(file) })).value

  test('what leaves the house opens elsewhere and says the same', async () => {
    const file = await download(`${home}/text.docx`, docx)
    readStrictly(file)
    const text = await wordsIn(file)
    expect(text).toContain('Gut zusammenarbeiten in der Kultur')
    expect(text).toContain(`1.1 ${keyClause}`)
    // Given back in, it is the text again; the line that says from when it is stays behind.
    expect(text).toContain('Stand: ')
    const read = await site.platform.readDocument(file)
    if (!('markdown' in read)) throw new Error(read.refused)
    expect(outlineOf(read.markdown)).toEqual({
      problems: [],
      sections: [
        { title: 'Räume und Schlüssel', clauses: [keyClause, lightClause] },
        { title: 'Geld', clauses: [] },
      ],
    })
    const synopsis = await download(`${home}/synopse.docx`, docx)
    const { page, changed } = readStrictly(synopsis)
    // Whoever accepts every change has the proposed words, and whoever refuses them has the old ones.
    expect(changed).toEqual([{ before: keyClause, after: threeDays }])
    expect(page).toMatch(/<w:ins [^>]*w:author="Leo"[^>]*>/)
    expect(page).toMatch(/<w:del [^>]*w:author="Leo"[^>]*>.*rechtzeitig/s)
    expect(page).toMatch(/<w:pgSz w:w="16838" w:h="11906"[^>]*w:orient="landscape"/)
    const markdown = new TextDecoder().decode(await download(`${home}/synopse.md`, 'text/markdown'))
    expect(markdown).toContain('~~rechtzeitig~~**drei Tage vorher**')
    expect(markdown).toContain('Rechtzeitig heißt für jeden etwas anderes.')
    expect(new TextDecoder().decode(await download(`${home}/text.md`, 'text/markdown'))).toContain(keyClause)
    for (const file of ['text.docx', 'synopse.docx', 'synopse.md', 'text.md']) {
      expect((await fetch(new URL(`/standards/gibt-es-nicht/${file}`, site.baseUrl))).status, file).toBe(404)
    }
    expect((await fetch(new URL(`${home}/text.docx?fassung=9`, site.baseUrl))).status).toBe(404)
  })

  test('one hears of a standard, a clause and an amendment at a press, and no more at the next', async () => {
    const page = await visit(leo)
    for (const address of [home, `${home}/absatz/1.2`, `${home}/aenderungen/1`]) {
      await page.goto(address)
      const before = page.getByRole('button', { name: 'Nicht mehr davon hören' })
      if ((await before.count()) > 0) await before.click()
      await press(page, 'Ich möchte davon hören')
      expect(new URL(page.url()).pathname).toBe(address)
      await press(page, 'Nicht mehr davon hören')
      await page.getByRole('button', { name: 'Ich möchte davon hören' }).waitFor()
    }
    const guest = await visit()
    await guest.goto(home)
    expect(await guest.getByRole('button', { name: 'Ich möchte davon hören' }).count()).toBe(0)
  })

  test('the synopsis is of the whole, a section, a clause or one amendment', async () => {
    const page = await visit()
    const rows = page.locator('.synopsis tbody')
    await page.goto(home)
    await page.getByRole('link', { name: 'Die Änderung zu diesem Abschnitt neben dem Text' }).click()
    expect(await page.locator('h1').innerText()).toBe('Gegenüberstellung: Abschnitt 1')
    expect(await page.locator('.tabs [aria-current=page]').innerText()).toBe('Abschnitt 1')
    expect(await rows.count()).toBe(1)
    await expectSound(page)
    await page.getByRole('link', { name: 'Abschnitt 2', exact: true }).click()
    await page.getByText('Zu Abschnitt 2 ist keine Änderung offen.').waitFor()
    await page.getByRole('link', { name: 'Ganzer Standard' }).click()
    expect(await rows.count()).toBe(1)
    await page.goto(`${home}/aenderungen/1`)
    await page.getByRole('link', { name: 'Als Gegenüberstellung, zum Drucken A4 quer' }).click()
    expect(await page.locator('h1').innerText()).toBe('Gegenüberstellung: Änderungsvorschlag 1')
    expect(await rows.count()).toBe(1)
    await page.goto(`${home}/absatz/1.1`)
    await page.getByRole('link', { name: 'Alle Änderungen nebeneinander' }).click()
    expect(await rows.count()).toBe(1)
    await page.goto(`${home}/synopse?absatz=1.2`)
    expect(await rows.count()).toBe(0)
  })

  test('the chair enters what was counted on paper, and two versions stand side by side', async () => {
    const adopt = (decision: string) =>
      site.does(chair, adoptSections, {
        ...{ standardId, sectionIds: [sectionId] },
        ...{ decision, link: null, reviewOn: null },
      })
    await adopt('14 Ja, 2 Nein.')
    const citizen = await visit(leo)
    await citizen.goto(`${home}/absatz/1.1`)
    await citizen.getByLabel('Ich habe eine Frage').check()
    await citizen.fill('.composer textarea[name=text]', 'Was heißt rechtzeitig genau?')
    await press(citizen, 'Beitrag senden')
    await citizen.locator('.contribution').getByText('Was heißt rechtzeitig genau?').waitFor()
    expect(await citizen.getByRole('link', { name: 'zu Fassung 1' }).count()).toBe(0)
    site.now = '2027-04-10T09:00:00.000Z'
    expect((await citizen.goto(`${home}/aenderungen/1/entscheiden`))?.status()).toBe(403)
    const page = await visit(chair)
    await page.goto(`${home}/aenderungen/1`)
    await page.getByRole('link', { name: 'Ergebnis eintragen' }).click()
    await expectSound(page)
    await page.getByLabel('beschlossen', { exact: true }).check()
    await press(page, 'Ergebnis eintragen')
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('beschlossen', { exact: true }).isChecked()).toBe(true)
    await page.getByLabel('Das Ergebnis in einem Satz').fill('12 Ja, 3 Nein, Sitzung vom 10. April.')
    await press(page, 'Ergebnis eintragen')
    await page.getByText('12 Ja, 3 Nein, Sitzung vom 10. April.').first().waitFor()
    await page.goto(`${home}/aenderungen/1/entscheiden`)
    await page.getByText('Über diesen Vorschlag ist schon entschieden.').waitFor()
    site.now = '2027-05-10T09:00:00.000Z'
    await adopt('15 Ja, 1 Nein.')

    const guest = await visit()
    await guest.goto(`${home}/absatz/1.1`)
    await guest.locator('.contribution').getByRole('link', { name: 'zu Fassung 1' }).click()
    expect(new URL(guest.url()).hash).toBe('#fassung-1')
    await guest.goto(`${home}/fassungen`)
    await guest.getByRole('link', { name: 'Zwei Fassungen vergleichen' }).click()
    await guest.getByText('Diese beiden Fassungen sind gleich.').waitFor()
    await guest.getByLabel('Von', { exact: true }).selectOption('2')
    await guest.getByLabel('Bis', { exact: true }).selectOption('1')
    await press(guest, 'Vergleichen')
    const table = guest.locator('.synopsis')
    expect(await table.locator('tbody').count()).toBe(1)
    expect(await table.locator('del').innerText()).toContain('rechtzeitig')
    expect(await table.locator('ins').innerText()).toContain('drei Tage vorher')
    await table.getByText('12 Ja, 3 Nein, Sitzung vom 10. April.').waitFor()
    await expectSound(guest)
    expect((await guest.goto(`${home}/fassungen/vergleich?von=7`))?.status()).toBe(404)
    const old = await wordsIn(await download(`${home}/text.docx?fassung=1`, docx))
    expect(old).toContain(keyClause)
    expect(old).toContain('14 Ja, 2 Nein.')
  })

  test('after a year a group says that it still works by the standard, or takes its entry back', async () => {
    await site.does(leo, declareToWorkBy, {
      ...{ sectionId, organisation: 'Chor Montagsklang', contact: 'Leo, 02324 0000' },
    })
    const page = await visit(leo)
    await page.goto(`${home}/wir-arbeiten-danach`)
    expect(await page.getByRole('button', { name: /Ja, wir arbeiten noch danach/ }).count()).toBe(0)
    site.now = '2028-05-11T09:00:00.000Z'
    const later = await visit(leo)
    await later.goto(`${home}/wir-arbeiten-danach`)
    await later.getByText('Die Nachfrage steht an.').waitFor()
    await expectSound(later)
    await later.getByRole('button', { name: 'Ja, wir arbeiten noch danach Chor Montagsklang' }).click()
    await later.getByText('Nachfrage am 11. Mai 2029').waitFor()
    expect(await later.getByText('Die Nachfrage steht an.').count()).toBe(0)
  })

  test('a draft is shown as sections and clauses, mended, and only then taken in', async () => {
    const citizen = await visit(leo)
    expect((await citizen.goto(`${home}/werkstatt/einlesen`))?.status()).toBe(403)
    const page = await visit(editor)
    await page.goto(`${home}/werkstatt`)
    await page.getByRole('link', { name: 'Entwurf aus einer Datei einlesen' }).click()
    await expectSound(page)
    await press(page, 'Vorschau ansehen')
    await page.getByText('Wir haben keinen Text gefunden.').first().waitFor()
    await page.getByLabel('Datei von Word').setInputFiles({
      ...{ name: 'kaputt.docx', mimeType: docx, buffer: Buffer.from('PK\u0003\u0004 kaputt') },
    })
    await press(page, 'Vorschau ansehen')
    await page.getByText('Diese Datei können wir nicht lesen.').first().waitFor()
    await page
      .getByLabel('Oder den Text hier einfügen')
      .fill('Ohne Überschrift.\n\n# Geld\n\nHonorare kommen pünktlich.')
    await press(page, 'Vorschau ansehen')
    await page.getByText('So kann der Entwurf noch nicht übernommen werden').waitFor()
    await expectSound(page)
    expect(await page.getByRole('button', { name: 'So übernehmen' }).count()).toBe(0)
    await page.getByLabel('Der Text als Markdown').fill('# Geld\n\nHonorare kommen pünktlich.')
    await press(page, 'Vorschau neu')
    await page.getByText('Gefunden: einen Abschnitt mit einem Absatz').waitFor()
    await page.getByRole('link', { name: 'Eine andere Datei wählen' }).click()
    await page.getByLabel('Datei von Word').setInputFiles({
      ...{ name: 'text.docx', mimeType: docx },
      buffer: Buffer.from(await download(`${home}/text.docx`, docx)),
    })
    await press(page, 'Vorschau ansehen')
    await page.getByRole('heading', { name: '3 Räume und Schlüssel' }).waitFor()
    await page.getByText(threeDays, { exact: true }).first().waitFor()
    await expectSound(page)
    await press(page, 'So übernehmen')
    await page.getByText('Der Entwurf ist übernommen.').waitFor()
    await page.goto(`${home}/absatz/3.1`)
    expect(await page.locator('.lead').innerText()).toBe(threeDays)
  })
})
