// Standards as people meet them: the built pages, without scripts on a narrow phone.
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { decideAmendment } from '#app/domain/standards/decide.server.ts'
import { addClause, strikeClause } from '#app/domain/standards/draft.server.ts'
import { startProgramme } from '#app/domain/standards/programme.server.ts'
import { addSection, stageSection } from '#app/domain/standards/section.server.ts'
import { foundStandard, publishStandard } from '#app/domain/standards/standard.server.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import { keyClause, lightClause, together } from './workshop.ts'

const sqlite = databases.filter((database) => database.name === 'sqlite')
const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 720 } }

describe.each(sqlite)('the pages of a standard on $name', { timeout: 120_000 }, (database) => {
  let site: Site
  let browser: Browser
  let chair: Actor
  let editor: Actor
  let leo: Actor
  let renate: Actor
  let struck: string
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
    chair = await site.person('Berghoff', { seat: { body: 'runder-tisch', function: 'chair' } })
    editor = await site.person('Kornfeld', { seat: { body: 'ag-standards', function: 'member' } })
    leo = await site.person('Leo')
    renate = await site.person('Renate')
    const { id: standardId } = await site.does(chair, foundStandard, together)
    const { id: sectionId } = await site.does(editor, addSection, {
      standardId,
      title: 'Räume und Schlüssel',
    })
    await site.does(editor, addClause, { sectionId, text: keyClause })
    await site.does(editor, addClause, { sectionId, text: lightClause })
    struck = (await site.does(editor, addClause, { sectionId, text: 'Das fällt wieder weg.' })).id
    await site.does(editor, strikeClause, { clauseId: struck })
    await site.does(editor, publishStandard, { standardId })
    await site.does(editor, stageSection, { sectionId, stage: 'consulted' })
    await site.does(chair, startProgramme, { standardId, on: '2026-11-01', decision: '13 Ja, 1 Nein.' })
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
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  async function expectSound(page: Page) {
    expect(await page.locator('h1').count()).toBe(1)
    const wide = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(wide, `${page.url()} is wider than its window`).toBe(0)
    await expectNoAxeViolations(page)
  }

  test('a citizen proposes a change in three steps, with what is missing said and what was typed kept', async () => {
    const page = await visit(leo)
    await page.goto('/standards/zusammenarbeit')
    await expectSound(page)
    await page.getByRole('link', { name: /Änderung vorschlagen \(0\).*Absatz 1.1/ }).click()
    await page.getByLabel('Text von Absatz 1.1').fill(keyClause.replace('rechtzeitig', 'drei Tage vorher'))
    await press(page, 'Weiter: prüfen')
    await page.getByRole('alert').waitFor()
    await expectSound(page)
    expect(await page.getByLabel('Text von Absatz 1.1').inputValue()).toContain('drei Tage vorher')
    await page.getByLabel('Warum soll das so sein?').fill('Rechtzeitig heißt für jeden etwas anderes.')
    await page.getByLabel('Welcher Absatz?').selectOption({ index: 1 })
    await page.getByLabel('Was möchten Sie tun?').selectOption('strike')
    await press(page, 'Diesen Absatz dazunehmen')
    await page.getByText('Absatz 1.2 streichen').first().waitFor()
    await press(page, 'Nicht mehr ändern: Absatz 1.2 streichen')
    expect(await page.getByLabel('Text von Absatz 1.1').inputValue()).toContain('drei Tage vorher')
    await press(page, 'Weiter: prüfen')
    expect(await page.locator('del').textContent()).toBe('gestrichen: rechtzeitig')
    expect(await page.locator('ins').textContent()).toBe('neu: drei Tage vorher')
    await expectSound(page)
    await press(page, 'Noch einmal ändern')
    await press(page, 'Weiter: prüfen')
    await press(page, 'Vorschlag einbringen')
    expect(await page.getByRole('status').first().innerText()).toContain('die Nummer 1')
    await expectSound(page)
  })

  test('a second one on the same words is told of the first, and both stand side by side', async () => {
    const page = await visit(renate)
    await page.goto('/standards/zusammenarbeit/aenderungen/neu?absatz=1.1')
    await page.getByLabel('Text von Absatz 1.1').fill(keyClause.replace('rechtzeitig', 'eine Woche vorher'))
    await page.getByLabel('Warum soll das so sein?').fill('Drei Tage reichen nicht.')
    await press(page, 'Weiter: prüfen')
    await page.getByText('Zu diesen Wörtern gibt es schon Vorschläge').waitFor()
    await press(page, 'Vorschlag einbringen')
    await page.getByText('ändert dieselben Wörter wie Ä1').waitFor()
    await page.goto('/standards/zusammenarbeit/synopse')
    expect(await page.locator('.synopsis tbody').count()).toBe(2)
    await expectSound(page)
    await page.goto('/standards/zusammenarbeit/aenderungen/1')
    await press(page, 'Mitunterschreiben')
    await page.getByText('Mit dabei: Renate').waitFor()
  })

  test('the editors recommend other words, the author agrees, the vote changes the text', async () => {
    const page = await visit(editor)
    await page.goto('/standards/zusammenarbeit/aenderungen/1')
    await page.getByText('Empfehlung abgeben').click()
    await page.getByLabel('geändert übernehmen').check()
    await page.getByLabel(/Geänderter Text/).fill(keyClause.replace('rechtzeitig', 'zwei Tage vorher'))
    await page.getByLabel('Warum?').fill('Drei Tage sind zu lang.')
    await press(page, 'Empfehlung veröffentlichen')
    await page.getByText('Empfehlung: geändert übernehmen').waitFor()
    await expectSound(page)
    const author = await visit(leo)
    await author.goto('/standards/zusammenarbeit/aenderungen/1')
    await press(author, 'Ja, mit diesen Wörtern')
    await author.getByText('ist einverstanden').waitFor()
    const row = await site.platform.database.read
      .selectFrom('amendment')
      .select(['id', 'number'])
      .where('number', '<=', 2)
      .orderBy('number')
      .execute()
    for (const { id, number } of row) {
      await site.does(chair, decideAmendment, {
        amendmentId: id,
        outcome: number === 1 ? 'adopted_changed' : 'adopted',
        decision: '12 Ja, 3 Nein.',
      })
    }
    await page.goto('/standards/zusammenarbeit/aenderungen/2')
    await page.getByText('Damals').waitFor()
    await expectSound(page)
    await page.getByLabel(/Text für/).fill(keyClause.replace('rechtzeitig', 'drei bis sieben Tage vorher'))
    await press(page, 'Text übernehmen')
    await page.goto('/standards/zusammenarbeit/absatz/1.1')
    expect(await page.locator('.lead').innerText()).toContain('drei bis sieben Tage vorher')
    await page.getByText('geändert durch Ä1').waitFor()
    await expectSound(page)
  })

  test('a comment stays with its clause through new versions, and with a struck one too', async () => {
    const page = await visit(leo)
    for (const address of ['1.2', struck]) {
      await page.goto(`/standards/zusammenarbeit/absatz/${address}`)
      await page.getByLabel('Ich habe eine Frage').check()
      await page.fill('.composer textarea[name=text]', 'Wer macht das Licht im Keller aus?')
      await press(page, 'Beitrag senden')
      await page.locator('.contribution').getByText('Wer macht das Licht im Keller aus?').waitFor()
    }
    await page.goto('/standards/zusammenarbeit/frueher')
    await page.getByRole('link', { name: 'Das fällt wieder weg.' }).click()
    await page.locator('.contribution').getByText('Wer macht das Licht im Keller aus?').waitFor()
    await expectSound(page)
  })

  test('guests read everything, in plain language and by lines, and sign in to propose', async () => {
    const page = await visit()
    for (const address of [
      '/standards',
      '/standards/zusammenarbeit?sprache=einfach',
      '/standards/zusammenarbeit?zeilen=1',
      '/standards/zusammenarbeit/aenderungen',
      '/standards/zusammenarbeit/fassungen',
      '/en/standards/zusammenarbeit/synopse?alle=1',
    ]) {
      expect((await page.goto(address))?.status(), address).toBe(200)
      await expectSound(page)
    }
    await page.goto('/standards')
    await page.getByText('Monat 5 von 24.').waitFor()
    expect((await page.goto('/standards/zusammenarbeit/aenderungen/neu'))?.status()).toBe(403)
    expect((await page.goto('/standards/zusammenarbeit/absatz/9.9'))?.status()).toBe(404)
    expect((await page.goto('/standards/gibt-es-nicht'))?.status()).toBe(404)
  })
})
