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

/** The page must come from `browser.newContext()`, since axe opens a second page beside it. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  if (violations.length === 0) return
  const findings = violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => `    ${node.target.join(' ')}\n    ${node.html}`)
    return `  ${id}: ${help}\n${places.join('\n')}`
  })
  throw new Error(`axe finds on ${page.url()}:\n${findings.join('\n')}`)
}
