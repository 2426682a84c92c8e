// Two browsers and somebody without scripts at one section: what each writes stands on all screens and is stored once.
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addClause } from '#app/domain/standards/draft.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { foundStandard } from '#app/domain/standards/standard.server.ts'
import { type Live, openLive } from '#server/live.ts'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import { keyClause, lightClause } from '../workshop.ts'

const sqlite = databases.filter((database) => database.name === 'sqlite')
const seat = { seat: { body: 'ag-standards', function: 'member' as const } }
const address = '/standards/zusammenarbeit/werkstatt/1'

describe.each(sqlite)('the live workshop on $name', { timeout: 120_000 }, (database) => {
  let site: Site
  let live: Live
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
    live = openLive(site.server, site.platform, site.settings, { saveDraftsEveryMs: 300 })
  })
  afterAll(async () => {
    await live?.close()
    await site?.close()
    await browser?.close()
  })
  const box = (page: Page, number = '1.1') =>
    page.getByRole('textbox', { name: `Absatz ${number}`, exact: true })
  const says = (page: Page, text: string, number?: string) =>
    expect.poll(() => box(page, number).innerText(), { timeout: 8000 }).toContain(text)

  test('letters, names and saves reach everybody; without scripts the text box joins in; a lost line loses nothing', async () => {
    const chair = await site.person('Berghoff', { seat: { body: 'runder-tisch', function: 'chair' } })
    const [kornfeld, jonas, amina] = await Promise.all(
      ['Hanna Kornfeld', 'Jonas Weber', 'Amina'].map((name) => site.person(name, seat)),
    )
    const { id: standardId } = await site.does(chair, foundStandard, {
      ...{ slug: 'zusammenarbeit', title: 'Gut zusammenarbeiten' },
      ...{ about: 'Wie wir zusammenarbeiten.', bodySlug: 'ag-standards' },
    })
    const { id: sectionId } = await site.does(kornfeld as never, addSection, { standardId, title: 'Räume' })
    for (const text of [keyClause, lightClause])
      await site.does(kornfeld as never, addClause, { sectionId, text })

    const one = await site.visit(browser, kornfeld, { viewport: { width: 320, height: 800 } })
    const two = await site.visit(browser, jonas)
    const plain = await site.visit(browser, amina, { javaScriptEnabled: false })
    const refusedByPolicy: string[] = []
    for (const page of [one, two]) {
      page.setDefaultTimeout(10_000)
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) refusedByPolicy.push(message.text())
      })
      await page.goto(address)
      await page.getByText('Alles gespeichert.').waitFor()
    }
    await one.getByText('Mit Ihnen hier: Jonas Weber.').waitFor()
    await expectNoAxeViolations(one)

    await box(one).click()
    await one.keyboard.press('Control+Home')
    await one.keyboard.type('Immer gilt: ')
    await says(two, 'Immer gilt: Wer einen Raum')
    await two.locator('.caret[data-name="Hanna Kornfeld"]').waitFor({ state: 'attached' })
    await one.keyboard.press('Escape')
    expect(await one.evaluate(() => document.activeElement?.className)).toContain('live-clause')
    await one.keyboard.press('Tab')
    expect(await one.evaluate(() => document.activeElement?.closest('.live-clause') ?? null)).toBeNull()
    await two.locator('.caret').waitFor({ state: 'detached' })

    await plain.goto(address)
    expect(await box(plain).inputValue()).toBe(`Immer gilt: ${keyClause}`)
    await two.keyboard.press('Tab')
    await box(two).click()
    await two.keyboard.press('Control+End')
    await two.keyboard.type(' Danke!')
    await box(plain).fill(`Immer gilt: ${keyClause.replace('rechtzeitig', 'einen Tag vorher')}`)
    await plain.getByRole('button', { name: 'Absatz speichern Absatz 1.1' }).click()
    await plain.getByText('Beide Änderungen passen zusammen.').waitFor()
    await plain.getByRole('button', { name: 'Absatz speichern Absatz 1.1' }).click()
    await says(one, 'einen Tag vorher ab und gibt ihn am Tag danach zurück. Danke!')

    await two.context().setOffline(true)
    await two.getByText('Keine Verbindung. Schreiben Sie ruhig weiter').waitFor()
    await two.keyboard.type(' Ohne Leitung.')
    await box(one).click()
    await one.keyboard.press('Control+Home')
    await one.keyboard.type('Hier ')
    await expectNoAxeViolations(two)
    await two.context().setOffline(false)
    await says(one, 'Danke! Ohne Leitung.')
    await says(two, 'Hier Immer gilt')

    // What Word brings has styles of its own, which the policy refuses as it should.
    expect(refusedByPolicy).toEqual([])
    await box(one, '1.2').click()
    await one.keyboard.press('Control+A')
    await box(one, '1.2').evaluate((element, html) => {
      const clipboard = new DataTransfer()
      clipboard.setData('text/html', html)
      clipboard.setData('text/plain', 'Bringen')
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
      )
    }, fromWord)
    await says(two, '- den Schlüssel', '1.2')
    expect((await box(two, '1.2').locator('.cm-line').allTextContents()).join('\n')).toBe(
      'Bringen Sie **bitte** mit:\n\n- den Schlüssel\n- das Licht <img src=x onerror=alert(1)>',
    )
    await one.keyboard.press('Control+A')
    await one.keyboard.press('Delete')
    await two.getByText('Ein Absatz braucht mindestens 3 Zeichen.').waitFor()
    await expectNoAxeViolations(two)
    await plain.goto(address)
    await plain.getByText('darum noch nicht gespeichert').waitFor()
    await one.keyboard.type('Kurz.')
    await two.getByText('Ein Absatz braucht mindestens 3 Zeichen.').waitFor({ state: 'detached' })

    await site.platform.database.write
      .updateTable('membership')
      .set({ untilAt: site.now })
      .where('accountId', '=', jonas?.accountId ?? '')
      .execute()
    await box(two).click()
    await two.keyboard.type('Zu spät')
    await two.getByText('Sie gehören nicht mehr zur Arbeitsgruppe.').waitFor()
    await expectNoAxeViolations(two)
    await one.goto('/')
    await expect
      .poll(
        async () =>
          (await site.ask().db.selectFrom('clause').select('text').orderBy('place').execute())[0]?.text,
      )
      .toBe(`Hier Immer gilt: ${keyClause.replace('rechtzeitig', 'einen Tag vorher')} Danke! Ohne Leitung.`)
  })
})

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head>
<body><p class=MsoNormal>Bringen&nbsp;Sie <b style='mso-bidi-font-weight:normal'>bitte</b> mit:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>den Schlüssel</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>das Licht &lt;img src=x onerror=alert(1)&gt;</p></body></html>`
