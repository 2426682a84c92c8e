// Walks through pages in a browser and tells what ran, was asked for elsewhere, or stood there ready to run.
import type { Browser, Page } from '@playwright/test'
import type { Actor } from '#app/domain/actor.ts'
import type { Site } from '#tests/site.ts'

export async function walk(
  site: Site,
  browser: Browser,
  pages: readonly string[],
  as: Actor,
): Promise<readonly string[]> {
  const page = await site.visit(browser, as)
  const ran = watchFor(page, site.baseUrl)
  for (const path of pages) {
    const answer = await page.goto(site.baseUrl + path)
    if (answer?.status() !== 200) ran.push(`${path}: ${answer?.status()}`)
    ran.push(...(await readyToRun(page)).map((handler) => `${path}: ${handler}`))
  }
  await page.context().close()
  return ran
}

/** Filled from now on, whatever the page does. */
export function watchFor(page: Page, baseUrl: string): string[] {
  const ran: string[] = []
  page.on('dialog', (dialog) => {
    ran.push(`${page.url()}: ${dialog.type()} ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    // What our own policy stopped would have run without it.
    if (/Content Security Policy/.test(message.text())) ran.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(baseUrl) && !/^(data|about):/.test(request.url()))
      ran.push(`${page.url()}: asks for ${request.url()}`)
  })
  return ran
}

export function readyToRun(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .flatMap((element) => [...element.attributes])
      .filter(
        ({ name, value }) => name.startsWith('on') || (name !== 'value' && /^\s*javascript:/i.test(value)),
      )
      .map(({ name, value }) => `${name}=${value}`),
  )
}
