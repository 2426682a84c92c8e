// Debian's Chromium for journeys through pages, and the check that a page shuts nobody out.
import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from '@playwright/test'

const executablePath = '/usr/bin/chromium'

export function launchBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(`Chromium is not at ${executablePath}. Install it: apt-get install -y chromium`)
  }
  return chromium.launch({
    executablePath,
    args: [
      // As root Chromium refuses to start inside its own sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Looks for barriers. Our pages hold no frames, so axe needs no second page beside them; of what is sound it keeps no list. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: await withScripts(page) })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze()
  if (violations.length === 0) return
  const findings = violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => `    ${node.target.join(' ')}\n    ${node.html}`)
    return `  ${id}: ${help}\n${places.join('\n')}`
  })
  throw new Error(`axe finds on ${page.url()}:\n${findings.join('\n')}`)
}

/** One page a browser, on which axe looks at what pages without scripts show. */
const lookingGlasses = new WeakMap<Browser, Promise<Page>>()

/**
 * axe itself is a script and would wait for ever on a page without them. It looks at the same picture in a page
 * that may run scripts, from which the page's own scripts were taken.
 */
async function withScripts(page: Page): Promise<Page> {
  if (!(await page.evaluate<boolean>("matchMedia('(scripting: none)').matches"))) return page
  const browser = page.context().browser()
  if (!browser) throw new Error('axe needs a page that belongs to a browser.')
  const opened = lookingGlasses.get(browser) ?? browser.newContext().then((context) => context.newPage())
  lookingGlasses.set(browser, opened)
  const glass = await opened
  const body = (await page.content()).replace(/<script[\s\S]*?<\/script>/g, '')
  await glass.setViewportSize(page.viewportSize() ?? { width: 1280, height: 720 })
  const picture = { contentType: 'text/html; charset=utf-8', body }
  // Once in some thousand times Chromium waits for ever for a page that was handed to it; asked again, it comes.
  for (let again = 2; ; again--) {
    await glass.route(page.url(), (route) => route.fulfill(picture), { times: 1 })
    try {
      await glass.goto(page.url(), { timeout: again > 0 ? 8_000 : 20_000 })
      return glass
    } catch (error) {
      if (again === 0) throw error
      await glass.unroute(page.url())
    }
  }
}
