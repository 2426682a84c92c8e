import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toEntry } from '#app/domain/search/entry.ts'
import { highlight, snippet } from '#app/domain/search/highlight.ts'
import { parseQuery } from '#app/domain/search/query.ts'
import { similarQuery } from '#app/domain/search/similar.ts'
import type { Database } from '#db/open.ts'
import { searchIndexFor } from '#db/search/index.ts'
import { databases } from '#tests/databases.ts'
import { isMissing, readReference } from '#tests/reference-data.ts'
import { openSearch } from './open-search.ts'
import { clusterFile, readStatements, statementFile } from './statements.ts'

const file = 'security/bad-inputs.json'

const known = [
  'c++',
  'a AND',
  'NEAR(a b, 3)',
  'title:x',
  '-minus',
  '"offen',
  '^anfang',
  "O'Neill",
  "':*A & !b | (c",
  '%_\\',
  '\u0000null\u0000',
  '\ud800',
  'ﷺ ½ ² Ⅻ ㎏',
  'हिन्दी مُحَمَّد 中文 𝔉𝔯𝔞𝔨𝔱𝔲𝔯',
  'x'.repeat(70_000),
  'wort '.repeat(20_000),
  Array.from({ length: 20_000 }, (_, index) => index.toString(36)).join(' '),
  'ä'.normalize('NFD').repeat(50_000),
]

describe.each(databases)('odd inputs on $name', (kind) => {
  const index = searchIndexFor(kind.name)
  let opened: Awaited<ReturnType<typeof openSearch>>
  let database: Database

  beforeAll(async () => {
    opened = await openSearch(kind)
    database = opened.database
  })
  afterAll(() => opened.close())

  it('are stored, searched, marked and compared without a throw', async () => {
    for (const input of known) await goThrough(input)
  })

  it.skipIf(isMissing(file))(`are so too for every value of ${file}`, async () => {
    const { inputs } = readReference<{ inputs: readonly { value: unknown }[] }>(file)
    const values = inputs.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value)))
    expect(values.length).toBeGreaterThan(500)
    for (const value of values) await goThrough(value)
  })

  /** What was stored is found by its own first words, if it has any. */
  async function goThrough(input: string): Promise<void> {
    const entry = toEntry({
      id: 'odd',
      kind: 'idea',
      subjectId: 'odd',
      title: input.slice(0, 120),
      body: input,
    })
    await database.write.transaction().execute((tx) => index.put(tx, entry))
    const typed = input.split(/\s+/).slice(0, 3).join(' ')
    const query = parseQuery(typed)
    const hits = await index.find(database.read, query, { limit: 5, offset: 0 })
    // What is typed is read up to 500 signs, which may end inside a word.
    if (typed.length <= 500) expect(hits, typed).toHaveLength(query.terms.length === 0 ? 0 : 1)
    await index.find(database.read, parseQuery(input), { limit: 5, offset: 0 })
    await index.similar(database.read, similarQuery(input), { limit: 5 })
    expect(
      highlight(input, query)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(input)
    snippet(input, query)
  }
})

describe.skipIf(isMissing(statementFile) || isMissing(clusterFile))('both databases', () => {
  it('find the same statements in the same tiers', async () => {
    const statements = readStatements().slice(0, 600)
    const questions = statements.slice(0, 150).flatMap((statement) => {
      const words = statement.split(/\s+/)
      return [words.at(-1) ?? '', words.slice(0, 2).join(' '), `"${words.slice(0, 2).join(' ')}"`]
    })
    const answers = await Promise.all(
      databases.map(async (kind) => {
        const { database, close } = await openSearch(kind)
        const index = searchIndexFor(kind.name)
        await database.write.transaction().execute(async (tx) => {
          for (const [number, body] of statements.entries()) {
            await index.put(
              tx,
              toEntry({ id: String(number), kind: 'idea', subjectId: 'x', title: '', body }),
            )
          }
        })
        const found: string[][] = []
        for (const typed of questions) {
          const hits = await index.find(database.read, parseQuery(typed), { limit: 1000, offset: 0 })
          found.push(hits.map((hit) => `${hit.tier} ${hit.id}`).toSorted())
        }
        await close()
        return found
      }),
    )
    expect(answers[0]?.some((found) => found.length > 1)).toBe(true)
    expect(answers[1]).toEqual(answers[0])
  })
})
