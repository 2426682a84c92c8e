import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { toEntry } from '#app/domain/search/entry.ts'
import { searchIndexFor } from '#db/search/index.ts'
import { databases } from '#tests/databases.ts'
import { openSearch } from './open-search.ts'

const onSqlite = databases.filter((database) => database.name === 'sqlite')

describe.each(onSqlite)('a removed text on $name', (kind) => {
  it('leaves none of its words in the file', async () => {
    const { database, close } = await openSearch(kind)
    const index = searchIndexFor(database.kind)
    const text = {
      kind: 'idea',
      subjectId: 'a',
      title: 'Xylophonquartett',
      body: 'Das Xylophonquartett spielt',
    } as const
    await index.put(database.write, toEntry({ ...text, id: 'gone' }))
    await index.put(database.write, toEntry({ ...text, id: 'stays', title: 'Chor', body: 'Der Chor singt' }))
    expect(await fileHas(/xylophon/i)).toBe(true)

    await index.remove(database.write, 'gone')
    expect(await fileHas(/xylo|phonqu/i)).toBe(false)
    expect(await fileHas(/chor/i)).toBe(true)
    await close()

    async function fileHas(pattern: RegExp): Promise<boolean> {
      await sql`pragma wal_checkpoint(truncate)`.execute(database.write)
      const files = await sql<{ file: string }>`pragma database_list`.execute(database.write)
      return pattern.test(readFileSync(files.rows[0]?.file ?? '', 'latin1'))
    }
  })
})
