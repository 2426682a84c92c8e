// Pages met without a mouse, on paper, and at an address that nobody can read. Needs `npm run build` first.
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'
import { fillTown, type LivelyTown } from './lively-town.ts'

const sqlite = databases.filter((database) => database.name === 'sqlite')
const mostStops = 300

describe.each(sqlite)('pages by hand on $name', (database) => {
  let site: Site
  let town: LivelyTown
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openSite(database)
    town = await fillTown(site)
  })
  afterAll(async () => {
    await site?.close()
    await browser?.close()
  })
  const talkedAbout = () => town.ideas.fee

  test.each([320, 1280])(
    'by keyboard at %i px every stop is seen, none is covered, and the way comes to its end',
    async (width) => {
      const page = await site.visit(browser, town.jonas, { viewport: { width, height: 700 } })
      for (const address of ['/', '/ideen', `/ideen/${talkedAbout()}`, '/ideen/neu', '/konto']) {
        await page.goto(address)
        const { stops, lost } = await walk(page)
        expect(lost, address).toEqual([])
        expect(stops, address).toBeGreaterThan(20)
        expect(stops, address).toBeLessThan(mostStops)
      }
    },
    120_000,
  )

  test('the first stop leads past the head of the page', async () => {
    const page = await site.visit(browser, undefined, { javaScriptEnabled: false })
    await page.goto('/ideen')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#inhalt')
    await page.keyboard.press('Tab')
    expect(await page.evaluate<boolean>('document.activeElement.closest("main") !== null')).toBe(true)
  })

  test('on paper an idea is its words, its way and its talk, without what one can only press', async () => {
    const page = await site.visit(browser, town.jonas)
    await page.goto(`/ideen/${talkedAbout()}`)
    expect(await page.locator('.composer').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    for (const shown of ['h1', '.facts', '.lifeline', '.contribution', '.contribution time']) {
      expect(await page.locator(shown).first().isVisible(), shown).toBe(true)
    }
    for (const gone of ['.site-nav', '.composer', '.tabs', '.reactions', 'main .button']) {
      const seen = await page
        .locator(gone)
        .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)
      expect(seen, gone).toBe(0)
    }
  })

  test('an address with a broken sign is answered as such, not as a fault of ours', async () => {
    const answer = await fetch(`${site.baseUrl}/ideen/%E0%A4%A`)
    expect([answer.status, await answer.text()]).toEqual([
      404,
      expect.stringContaining('Diese Adresse gibt es nicht'),
    ])
  })
})

/** Presses Tab until the page is left; tells what had the focus and could not be seen. */
async function walk(page: Page): Promise<{ stops: number; lost: readonly string[] }> {
  const lost: string[] = []
  for (let stops = 0; stops < mostStops; stops++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const at = document.activeElement
      if (!at || at === document.body) return 'end'
      const frame = at.closest('label') ?? at
      const { left, top, width, height } = frame.getClientRects()[0] ?? frame.getBoundingClientRect()
      const above = document.elementFromPoint(left + width / 2, top + height / 2)
      const seen = above !== null && (frame.contains(above) || above.contains(frame))
      const ringed = [at, frame].some((one) => getComputedStyle(one).outlineStyle !== 'none')
      return seen && ringed ? null : at.outerHTML.slice(0, 160)
    })
    if (found === 'end') return { stops, lost }
    if (found !== null) lost.push(found)
  }
  return { stops: mostStops, lost }
}
