// The chair sets the clock by decisions; everybody reads how it stands, also when it is paused or run out.
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { addClause } from '#app/domain/standards/draft.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { foundStandard, publishStandard } from '#app/domain/standards/standard.server.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import { keyClause, together } from './workshop.ts'

const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 720 } }

describe.each(databases)('the programme’s clock on $name', { timeout: 120_000 }, (database) => {
  let site: Site
  let browser: Browser
  let chair: Actor
  let editor: Actor
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
    chair = await site.person('Berghoff', { seat: { body: 'runder-tisch', function: 'chair' } })
    editor = await site.person('Kornfeld', { seat: { body: 'ag-standards', function: 'member' } })
    const { id: standardId } = await site.does(chair, foundStandard, together)
    const { id: sectionId } = await site.does(editor, addSection, { standardId, title: 'Räume' })
    await site.does(editor, addClause, { sectionId, text: keyClause })
    await site.does(editor, publishStandard, { standardId })
  })
  afterAll(async () => {
    await site?.close()
    await browser?.close()
  })
  const address = '/standards/zusammenarbeit/uhr'
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  async function expectSound(page: Page) {
    const wide = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(wide, `${page.url()} is wider than its window`).toBe(0)
    await expectNoAxeViolations(page)
  }

  test('started, stopped and let run on by the chair alone, each with its decision', async () => {
    const other = await site.visit(browser, editor, plain)
    expect((await other.goto(address))?.status()).toBe(403)
    const page = await site.visit(browser, chair, plain)
    page.setDefaultTimeout(8_000)
    await page.goto('/standards/zusammenarbeit')
    await page.getByRole('link', { name: 'Die Uhr stellen' }).click()
    await page.getByLabel('Erster Tag').fill('2026-11-01')
    await press(page, 'Uhr starten')
    await page.getByRole('alert').waitFor()
    await expectSound(page)
    expect(await page.getByLabel('Erster Tag').inputValue()).toBe('2026-11-01')
    await page.getByLabel('Beschluss').fill('Runder Tisch, 1. November: 13 Ja, 1 Nein.')
    await press(page, 'Uhr starten')
    await page.getByText('Monat 5 von 24.').waitFor()
    const home = await site.visit(browser, undefined, plain)
    await home.goto('/')
    const told = home.getByText('Monat 5 von 24.').locator('..')
    expect(await told.innerText()).toContain('0 von 1 Abschnitten beschlossen.')
    await page.getByLabel('Welcher Schritt?').selectOption('Bestandsaufnahme')
    await page.getByLabel('An welchem Tag?').fill('2027-01-20')
    await press(page, 'Als erreicht eintragen')
    await page.getByText('erreicht am 20. Januar 2027').waitFor()
    await page.getByLabel('Erster Tag der Pause').fill('2026-10-01')
    await page.getByLabel('Beschluss').fill('Runder Tisch, 1. März: Pause bis zum Sommer.')
    await press(page, 'Uhr anhalten')
    await page.getByText('Die Pause kann nicht vor dem Start der Uhr beginnen.').waitFor()
    expect(await page.getByLabel('Beschluss').inputValue()).toContain('Pause bis zum Sommer')
    await expectSound(page)
    await page.getByLabel('Erster Tag der Pause').fill('2027-03-01')
    await page.getByLabel('Beschluss').fill('Runder Tisch, 1. März: Pause bis zum Sommer.')
    await press(page, 'Uhr anhalten')
    await page.getByText('Die Uhr steht seit 1. März 2027 still.').first().waitFor()
    await expectSound(page)
    await page.getByLabel('Letzter Tag der Pause').fill('2027-02-28')
    await press(page, 'Uhr weiterlaufen lassen')
    await page.getByText('Der letzte Tag muss nach dem ersten kommen.').waitFor()
    await page.getByLabel('Letzter Tag der Pause').fill('2027-03-08')
    await press(page, 'Uhr weiterlaufen lassen')
    await page.getByText('Pause vom 1. März 2027 bis 8. März 2027').waitFor()
    await expectSound(page)
  })

  test('when the months are over, the page says so and what is missing', async () => {
    site.now = '2028-12-01T09:00:00.000Z'
    const page = await site.visit(browser, undefined, plain)
    await page.goto('/standards')
    await page.getByText('Die 24 Monate sind vorbei. Es fehlt noch 1 Abschnitt.').waitFor()
    await expectSound(page)
  })

  test('the text leaves the house as Markdown, word for word', async () => {
    const answer = await fetch(new URL('/standards/zusammenarbeit/text.md', site.baseUrl))
    expect(answer.headers.get('content-type')).toContain('text/markdown')
    expect(await answer.text()).toBe(
      `# Gut zusammenarbeiten in der Kultur\n\n## 1 Räume\n\n**1.1** ${keyClause}\n`,
    )
    const missing = await fetch(new URL('/standards/gibt-es-nicht/text.md', site.baseUrl))
    expect(missing.status).toBe(404)
  })
})
