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

test('axe lets a sound page pass and names what is wrong on another', async () => {
  const browser = await launchBrowser()
  try {
    const page = await (await browser.newContext()).newPage()
    const around = (main: string) =>
      `<!doctype html><html lang="de"><title>Ideen</title><main><h1>Ideen</h1>${main}</main></html>`
    await page.setContent(around('<p>Noch keine.</p>'))
    await expectNoAxeViolations(page)
    await page.setContent(around('<img src="data:,">'))
    await expect(expectNoAxeViolations(page)).rejects.toThrow('image-alt')
  } finally {
    await browser.close()
  }
})
