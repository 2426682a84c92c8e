// Recall and precision on real German statements: a statement is relevant when it holds any form of the word asked for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toEntry } from '#app/domain/search/entry.ts'
import { parseQuery } from '#app/domain/search/query.ts'
import type { Database } from '#db/open.ts'
import { searchIndexFor, type Tier } from '#db/search/index.ts'
import { databases } from '#tests/databases.ts'
import { isMissing } from '#tests/reference-data.ts'
import { openSearch } from './open-search.ts'
import {
  clusterFile,
  type Places,
  placesOf,
  readClusters,
  readStatements,
  statementFile,
} from './statements.ts'

const missing = isMissing(statementFile) || isMissing(clusterFile)
const onSqlite = databases.filter((database) => database.name === 'sqlite')

describe.skipIf(missing).each(onSqlite)('search in 5,764 German statements on $name', (kind) => {
  const index = searchIndexFor(kind.name)
  let opened: Awaited<ReturnType<typeof openSearch>>
  let database: Database
  let places: Places
  let questions: readonly Question[]

  beforeAll(async () => {
    opened = await openSearch(kind)
    database = opened.database
    const statements = readStatements()
    expect(statements).toHaveLength(5764)
    await database.write.transaction().execute(async (tx) => {
      for (const [number, body] of statements.entries()) {
        await index.put(
          tx,
          toEntry({ id: String(number), kind: 'contribution', subjectId: 'idea', title: '', body }),
        )
      }
    })
    places = placesOf(statements)
    questions = questionsFrom(places)
  })
  afterAll(() => opened.close())

  it.each([
    ['as they stand', (word: string) => word],
    ['in lower case', (word: string) => word.toLowerCase()],
  ])('finds the other forms of words typed %s: recall 0.90, precision 0.83', async (_name, typing) => {
    let recall = 0
    let precision = 0
    for (const { word, forms } of questions) {
      const relevant = holding(places, forms)
      const hits = await found(typing(word), ['words'])
      const right = hits.filter((number) => relevant.has(number)).length
      recall += right / relevant.size
      precision += right / Math.max(1, hits.length)
    }
    expect(questions.length).toBeGreaterThan(1500)
    expect(recall / questions.length).toBeGreaterThanOrEqual(0.9)
    expect(precision / questions.length).toBeGreaterThanOrEqual(0.83)
  })

  it('finds at least 99 of 100 statements that have the word only inside a longer one', async () => {
    let recall = 0
    let asked = 0
    for (const { word, forms } of questions) {
      const relevant = onlyInLongerWords(places, word, forms)
      if (relevant.size === 0) continue
      const hits = new Set(await found(word, ['words', 'fragments']))
      recall += [...relevant].filter((number) => hits.has(number)).length / relevant.size
      asked += 1
    }
    expect(asked).toBeGreaterThan(500)
    expect(recall / asked).toBeGreaterThanOrEqual(0.99)
  })

  async function found(typed: string, tiers: readonly Tier[]): Promise<readonly number[]> {
    const hits = await index.find(database.read, parseQuery(typed), { limit: 10_000, offset: 0 })
    return hits.filter((hit) => tiers.includes(hit.tier)).map((hit) => Number(hit.id))
  }
})

/** A form that occurs, with all the occurring forms of its word; there is another one. */
interface Question {
  readonly word: string
  readonly forms: readonly string[]
}

function questionsFrom(places: Places): readonly Question[] {
  return readClusters().flatMap((cluster) => {
    const forms = cluster.filter((form) => places.has(form))
    return forms.length < 2 ? [] : forms.map((word) => ({ word, forms }))
  })
}

function holding(places: Places, words: readonly string[]): ReadonlySet<number> {
  return new Set(words.flatMap((word) => [...(places.get(word) ?? [])]))
}

/** Longer by at least three letters, so that it is no mere ending; words of three letters are not looked for inside. */
function onlyInLongerWords(places: Places, word: string, forms: readonly string[]): ReadonlySet<number> {
  const part = word.toLowerCase()
  if (part.length < 4) return new Set()
  const longer = [...places.keys()].filter((other) => {
    const whole = other.toLowerCase()
    return whole.length >= part.length + 3 && (whole.startsWith(part) || whole.endsWith(part))
  })
  const itself = holding(places, forms)
  return new Set([...holding(places, longer)].filter((number) => !itself.has(number)))
}
