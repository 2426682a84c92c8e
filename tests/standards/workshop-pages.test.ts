// The drafting group at its desk: without scripts, two at once, and nobody else comes in.
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptSections } from '#app/domain/standards/adoption.server.ts'
import { addClause } from '#app/domain/standards/draft.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { foundStandard } from '#app/domain/standards/standard.server.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import { keyClause, lightClause, together } from './workshop.ts'

const sqlite = databases.filter((database) => database.name === 'sqlite')
const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 720 } }

describe.each(sqlite)('the workshop on $name', { timeout: 120_000 }, (database) => {
  let site: Site
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
  })
  afterAll(async () => {
    await site?.close()
    await browser?.close()
  })

  test('from the first section to a card and a declaration; two editors at once lose nothing', async () => {
    const chair = await site.person('Berghoff', { seat: { body: 'runder-tisch', function: 'chair' } })
    const kornfeld = await site.person('Kornfeld', { seat: { body: 'ag-standards', function: 'member' } })
    const jonas = await site.person('Jonas', { seat: { body: 'ag-standards', function: 'member' } })
    const leo = await site.person('Leo')
    const { id: standardId } = await site.does(chair, foundStandard, together)
    const page = await site.visit(browser, kornfeld, plain)
    page.setDefaultTimeout(8_000)
    const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
    await page.goto('/standards/zusammenarbeit/werkstatt')
    await page.getByLabel('Titel des Abschnitts').fill('Räume und Schlüssel')
    await press('Abschnitt anlegen')
    for (const text of [keyClause, lightClause]) {
      await page.getByLabel('Text des neuen Absatzes').fill(text)
      await press('Absatz hinzufügen')
      await page.getByText(text.slice(0, 30)).first().waitFor()
    }
    await expectNoAxeViolations(page)

    const other = await site.visit(browser, jonas, plain)
    await other.goto('/standards/zusammenarbeit/werkstatt/1')
    await page
      .getByRole('textbox', { name: 'Absatz 1.1', exact: true })
      .fill(keyClause.replace('rechtzeitig', 'einen Tag vorher'))
    await press('Absatz speichern Absatz 1.1')
    await other
      .getByRole('textbox', { name: 'Absatz 1.1', exact: true })
      .fill(keyClause.replace('am Tag danach', 'am selben Abend'))
    await other.getByRole('button', { name: 'Absatz speichern Absatz 1.1' }).click()
    await other.getByText('Beide Änderungen passen zusammen.').waitFor()
    await expectNoAxeViolations(other)
    const merged = keyClause
      .replace('rechtzeitig', 'einen Tag vorher')
      .replace('am Tag danach', 'am selben Abend')
    expect(await other.getByRole('textbox', { name: 'Absatz 1.1', exact: true }).inputValue()).toBe(merged)
    await other.getByRole('button', { name: 'Absatz speichern Absatz 1.1' }).click()
    await page.goto('/standards/zusammenarbeit/absatz/1.1')
    await page.getByText(merged).first().waitFor()

    await page.goto('/standards/zusammenarbeit/werkstatt/1')
    await page.getByLabel('Aufgabe').fill('Merkblatt verlinken')
    await page.locator('select[name=owner]').selectOption({ index: 0 })
    await page.getByLabel('Bis wann?').fill('2027-04-01')
    await press('Aufgabe vergeben')
    await press('Erledigt Merkblatt verlinken')
    await page.getByText('erledigt am').waitFor()
    await page.goto('/standards/zusammenarbeit/werkstatt')
    await press('Für alle sichtbar machen')
    await page.getByText('Der Text ist für alle sichtbar.').waitFor()
    await expectNoAxeViolations(page)

    const section = await site.platform.database.read
      .selectFrom('section')
      .select('id')
      .executeTakeFirstOrThrow()
    await site.does(chair, adoptSections, {
      standardId,
      sectionIds: [section.id],
      decision: '14 Ja, 2 Nein.',
      link: null,
      reviewOn: null,
    })
    await page.goto('/standards/zusammenarbeit/werkstatt/1')
    await page.getByText('Mehr zu Absatz 1.1').click()
    await page.getByLabel('Wer zahlt?').first().fill('Die Stadt.')
    await press('Karte speichern Absatz 1.1')
    await page.goto('/standards/zusammenarbeit/karten')
    await page.getByText('Die Stadt.').waitFor()
    await expectNoAxeViolations(page)

    const citizen = await site.visit(browser, leo, plain)
    citizen.setDefaultTimeout(8_000)
    expect((await citizen.goto('/standards/zusammenarbeit/werkstatt'))?.status()).toBe(403)
    await citizen.goto('/standards/zusammenarbeit/wir-arbeiten-danach')
    await citizen.getByLabel('Name der Gruppe').fill('Farbwerkstatt Leo')
    await citizen.getByRole('button', { name: 'Öffentlich eintragen' }).click()
    await citizen.getByRole('alert').waitFor()
    await citizen.getByLabel('Ansprechperson').fill('Leo, 02324 0000')
    await citizen.getByRole('button', { name: 'Öffentlich eintragen' }).click()
    await citizen.getByText('Farbwerkstatt Leo').first().waitFor()
    await expectNoAxeViolations(citizen)
    await citizen.getByRole('button', { name: /Eintrag zurücknehmen/ }).click()
    await citizen.getByText('Noch hat sich niemand eingetragen.').waitFor()
  })

  test('new sections and clauses keep their numbers when two are added at once', async () => {
    const standard = await site.platform.database.read
      .selectFrom('standard')
      .selectAll()
      .executeTakeFirstOrThrow()
    const editor = await site.person('Amina', { seat: { body: 'ag-standards', function: 'member' } })
    const made = await Promise.all(
      ['Geld', 'Zugang'].map((title) => site.does(editor, addSection, { standardId: standard.id, title })),
    )
    expect(made.map(({ place }) => place).sort()).toEqual([2, 3])
    const sectionId = made[0]?.id ?? ''
    await Promise.all(
      ['Eins zwei drei.', 'Vier fünf sechs.'].map((text) =>
        site.does(editor, addClause, { sectionId, text }),
      ),
    )
    const places = await site.platform.database.read
      .selectFrom('clause')
      .select('place')
      .where('sectionId', '=', sectionId)
      .orderBy('place')
      .execute()
    expect(places.map(({ place }) => place)).toEqual([1, 2])
  })
})
