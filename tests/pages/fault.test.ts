// A page that could not be read says so with its status as well, also behind a form that was taken.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases } from '#tests/databases.ts'
import { openSite, type Site } from '#tests/site.ts'

describe.each(databases)('pages that fail on $name', { timeout: 60_000 }, (database) => {
  let site: Site
  beforeAll(async () => {
    site = await openSite(database)
  })
  afterAll(() => site?.close())

  test('what its frame needs is missing: the page and the answer to a form both say 500', async () => {
    const headers = { cookie: await site.cookie(await site.person('Leo')), origin: site.baseUrl }
    const ask = () => fetch(new URL('/ideen/neu', site.baseUrl), { headers })
    const send = () =>
      fetch(new URL('/ideen/neu', site.baseUrl), {
        method: 'POST',
        headers,
        body: new URLSearchParams({
          ...{ intent: 'words', title: 'Ein Klavier im Park', text: 'Es steht dort für alle.' },
          ...{ district: 'welper', language: 'de' },
        }),
      })
    expect([(await ask()).status, (await send()).status]).toEqual([200, 200])
    await sql`alter table notice rename to lost`.execute(site.platform.database.write)
    for (const answer of [await ask(), await send()]) {
      expect(answer.status).toBe(500)
      const page = await answer.text()
      expect(page).toContain('Das hat nicht geklappt')
      // Nothing of the machinery: no statement, no table, no place in the code.
      expect(page).not.toMatch(/no such table|relation "|select \S+ from|\.server\.|\.tsx?:\d|\n\s+at \w/i)
    }
  })
})
