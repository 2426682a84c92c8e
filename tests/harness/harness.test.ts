// What every other test leans on: two databases, a mail server, a browser.
import Database from 'better-sqlite3'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { expectNoAxeViolations, launchBrowser } from '#tests/browser.ts'
import { databases } from '#tests/databases.ts'

describe.each(databases)('a test database on $name', ({ name, create }) => {
  test('is empty, is its own, and is gone after the test', async () => {
    const first = await create()
    const second = await create()
    await write(name, first.url)
    await write(name, second.url)
    await first.drop()
    await second.drop()
    await expect(write(name, first.url)).rejects.toThrow()
  })
})

async function write(name: 'sqlite' | 'postgres', url: string): Promise<void> {
  const statement = 'create table ideas (title text)'
  if (name === 'sqlite') {
    const database = new Database(url)
    database.exec(statement)
    database.close()
  } else {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
}

test.each([true, false])(
  'axe, with scripts %s, lets a sound page pass and names what is wrong on another',
  async (javaScriptEnabled) => {
    const browser = await launchBrowser()
    try {
      const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
      let main = '<p>Noch keine.</p>'
      await page.route('http://stimmtisch.example/', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="de"><title>Ideen</title><main><h1>Ideen</h1>${main}</main></html>`,
        }),
      )
      await page.goto('http://stimmtisch.example/')
      await expectNoAxeViolations(page)
      main = '<img src="data:,">'
      await page.reload()
      await expect(expectNoAxeViolations(page)).rejects.toThrow('image-alt')
    } finally {
      await browser.close()
    }
  },
)
