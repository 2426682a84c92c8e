import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type EntryText, toEntry } from '#app/domain/search/entry.ts'
import { parseQuery } from '#app/domain/search/query.ts'
import { rankSimilar, similarQuery } from '#app/domain/search/similar.ts'
import type { Database } from '#db/open.ts'
import { type Filter, searchIndexFor } from '#db/search/index.ts'
import { databases } from '#tests/databases.ts'
import { openSearch } from './open-search.ts'

const town: readonly EntryText[] = [
  idea('probe', 'Proberäume für junge Bands', 'Im alten Güterbahnhof stehen Räume leer.'),
  idea('fluss', 'Freilichtbühne am Fluss', 'Für Theater, Lesungen und einen Chor.'),
  idea('runder', 'Ein Runder Tisch Kultur', 'Alle Sparten an einem Tisch.'),
  idea('eckig', 'Tische für den Park', 'Eckig oder rund, das ist gleich.'),
  idea('theater', 'Theater in der Schule', 'Mit der Bühne des Stadttheaters.'),
  contribution(
    'beitrag',
    'runder',
    'Die Soziokultur braucht dort einen Platz. Viele Künstlerinnen und Künstler auch.',
  ),
]

describe.each(databases)('search on $name', (kind) => {
  const index = searchIndexFor(kind.name)
  let opened: Awaited<ReturnType<typeof openSearch>>
  let database: Database

  beforeAll(async () => {
    opened = await openSearch(kind)
    database = opened.database
  })
  beforeEach(async () => {
    for (const text of town) await put(text)
  })
  afterAll(() => opened.close())

  it('finds any form of a word, in any case', async () => {
    for (const typed of ['Proberaum', 'proberäumen', 'PROBERÄUME', 'proberaeume']) {
      expect(await found(typed), typed).toEqual(['probe'])
    }
    expect(await found('Kuenstler')).toEqual(['beitrag'])
    expect(await found('Schwimmbad')).toEqual([])
  })

  it('puts words before parts of words, and titles before texts', async () => {
    const hits = await search('Theater')
    expect(hits.map((hit) => [hit.id, hit.tier])).toEqual([
      ['theater', 'words'],
      ['fluss', 'words'],
    ])
    expect((await search('Kultur')).map((hit) => [hit.id, hit.tier])).toEqual([
      ['runder', 'words'],
      ['beitrag', 'fragments'],
    ])
    expect((await search('Bühne')).map((hit) => [hit.id, hit.tier])).toEqual([
      ['theater', 'words'],
      ['fluss', 'fragments'],
    ])
  })

  it('wants all words, each by itself or inside a longer one', async () => {
    expect(await found('Bühne Chor')).toEqual(['fluss'])
    expect(await found('Bühne Schule')).toEqual(['theater'])
    expect(await found('Bühne Bands')).toEqual([])
  })

  it('takes words in quotation marks as standing together, also not across title and text', async () => {
    expect((await found('runder Tisch')).toSorted()).toEqual(['eckig', 'runder'])
    expect(await found('„runder Tisch“')).toEqual(['runder'])
    expect(await found('"Park eckig"')).toEqual([])
  })

  it('finds the new text of a changed entry and no longer the old one', async () => {
    await put(idea('probe', 'Ein Tonstudio', 'Zum Aufnehmen.'))
    expect(await found('Tonstudios')).toEqual(['probe'])
    expect(await found('Proberaum')).toEqual([])
  })

  it('finds nothing of a removed entry, and removing it twice is no mistake', async () => {
    await index.remove(database.write, 'probe')
    await index.remove(database.write, 'probe')
    expect(await found('Proberaum')).toEqual([])
    expect(await found('Güter')).toEqual([])
  })

  it('forgets what a transaction that failed had put', async () => {
    const failed = database.write.transaction().execute(async (tx) => {
      await index.put(tx, toEntry(idea('neu', 'Seifenkisten', '')))
      throw new Error('refused')
    })
    await expect(failed).rejects.toThrow('refused')
    expect(await found('Seifenkisten')).toEqual([])
  })

  it('shows only the kinds asked for and only what the person may see', async () => {
    expect(await found('Kultur', { kinds: ['contribution'] })).toEqual(['beitrag'])
    expect(await found('Kultur', { kinds: [] })).toEqual([])
    expect(await found('Kultur', { visible: (entry) => entry('searchEntry.id', '!=', 'runder') })).toEqual([
      'beitrag',
    ])
    const withContribution: Filter['visible'] = (entry) =>
      entry.exists(
        entry
          .selectFrom('searchEntry as other')
          .select('other.id')
          .whereRef('other.subjectId', '=', 'searchEntry.subjectId')
          .where('other.kind', '=', 'contribution'),
      )
    expect(await found('Tisch', { visible: withContribution })).toEqual(['runder'])
  })

  it('gives page after page, each entry once', async () => {
    const query = parseQuery('Tisch')
    const [first] = await index.find(database.read, query, { limit: 1, offset: 0 })
    const [second] = await index.find(database.read, query, { limit: 1, offset: 1 })
    const third = await index.find(database.read, query, { limit: 1, offset: 2 })
    expect([first?.id, second?.id].toSorted()).toEqual(['eckig', 'runder'])
    expect(third).toEqual([])
  })

  it('gives the original text with a hit', async () => {
    expect(await search('Soziokultur')).toMatchObject([town[5] ?? {}])
  })

  it('finds ideas similar to a draft', async () => {
    const draft = 'Räume zum Proben für Bands'
    const candidates = await index.similar(database.read, similarQuery(draft), { kinds: ['idea'], limit: 50 })
    expect(rankSimilar(draft, candidates).map((similar) => similar.id)).toEqual(['probe'])
    expect(await index.similar(database.read, similarQuery('für und am'), { limit: 50 })).toEqual([])
  })

  async function put(text: EntryText): Promise<void> {
    await database.write.transaction().execute((tx) => index.put(tx, toEntry(text)))
  }

  function search(typed: string, filter: Filter = {}) {
    return index.find(database.read, parseQuery(typed), { ...filter, limit: 50, offset: 0 })
  }

  async function found(typed: string, filter: Filter = {}): Promise<readonly string[]> {
    return (await search(typed, filter)).map((hit) => hit.id)
  }
})

function idea(id: string, title: string, body: string): EntryText {
  return { id, kind: 'idea', subjectId: id, title, body }
}

function contribution(id: string, subjectId: string, body: string): EntryText {
  return { id, kind: 'contribution', subjectId, title: '', body }
}
