// Amendments on their way to the table, without scripts: bundled by an editor, one pulled out by a member.
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addClause } from '#app/domain/standards/draft.server.ts'
import { proposeAmendment } from '#app/domain/standards/propose.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { foundStandard, publishStandard } from '#app/domain/standards/standard.server.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { planned, setTable } from '#tests/meetings/table.ts'
import { openSite, type Site } from '#tests/site.ts'
import { keyClause } from './workshop.ts'

const sqlite = databases.filter((database) => database.name === 'sqlite')
const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 720 } }

describe.each(sqlite)('the way to the table on $name', { timeout: 120_000 }, (database) => {
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

  test('two amendments become one item, and one of them an item of its own', async () => {
    const table = await setTable(site)
    const editor = await site.person('Kornfeld', { seat: { body: 'ag-standards', function: 'member' } })
    const standard = { slug: 'zusammenarbeit', title: 'Gut zusammenarbeiten', about: 'Wie wir arbeiten.' }
    const { id: standardId } = await site.does(table.chair, foundStandard, {
      ...standard,
      bodySlug: 'ag-standards',
    })
    const { id: sectionId } = await site.does(editor, addSection, { standardId, title: 'Räume' })
    const { id: clauseId } = await site.does(editor, addClause, { sectionId, text: keyClause })
    await site.does(editor, publishStandard, { standardId })
    const part = { kind: 'change', clauseId, sectionId: null, afterClauseId: null, baseVersion: 1 } as const
    for (const word of ['vorher', 'früh']) {
      await site.does(table.citizen, proposeAmendment, {
        standardId,
        reason: 'Damit sich alle darauf verlassen.',
        parts: [{ ...part, text: keyClause.replace('rechtzeitig', word) }],
      })
    }
    const page = await site.visit(browser, editor, plain)
    page.setDefaultTimeout(8_000)
    await page.goto('/standards/zusammenarbeit/aenderungen')
    await page.getByRole('link', { name: 'Auf die Tagesordnung' }).click()
    await page.getByText('Es ist keine Sitzung des Runden Tisches geplant.').waitFor()
    await expectNoAxeViolations(page)
    await planned(site, table.chair)
    await page.reload()
    await page.getByLabel('In welcher Sitzung?').selectOption({ index: 0 })
    await page.getByRole('button', { name: 'Auf die Tagesordnung setzen' }).click()
    await page.getByText('Bitte wählen Sie mindestens einen').first().waitFor()
    await expectNoAxeViolations(page)
    for (const number of [1, 2]) await page.getByLabel(new RegExp(`^Ä${number}:`)).check()
    await page.getByRole('button', { name: 'Auf die Tagesordnung setzen' }).click()
    await page.waitForURL(/runder-tisch\/punkte\/\d+$/)
    await page.getByRole('link', { name: 'Gegenüberstellung' }).click()
    expect(await page.locator('.synopsis tbody').count()).toBe(2)
    const member = await site.visit(browser, table.members[0], plain)
    member.setDefaultTimeout(8_000)
    await member.goto('/standards/zusammenarbeit/aenderungen/2')
    await expectNoAxeViolations(member)
    await member.getByRole('button', { name: 'Einzeln abstimmen lassen' }).click()
    await member.getByRole('link', { name: 'Änderungsvorschlag 2: Gut zusammenarbeiten' }).waitFor()
    await page.reload()
    expect(await page.locator('.synopsis tbody').count()).toBe(1)
  })
})
