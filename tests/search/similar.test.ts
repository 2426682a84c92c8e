import { describe, expect, it } from 'vitest'
import { rankSimilar } from '#app/domain/search/similar.ts'

const ideas = [
  { id: 'a', title: 'Proberäume für junge Bands', body: 'Im alten Güterbahnhof stehen Räume leer.' },
  { id: 'b', title: 'Ein Proberaum für Musikgruppen und Bands', body: '' },
  { id: 'c', title: 'Freilichtbühne am Fluss', body: 'Bands könnten dort auftreten.' },
  { id: 'd', title: 'Bücherei am Sonntag öffnen', body: 'Auch für Familien.' },
]

describe('similar ideas', () => {
  it('are those about the same thing, most alike first', () => {
    const found = rankSimilar('Proberäume für Bands', ideas)
    expect(found.map((similar) => similar.id)).toEqual(['b', 'a', 'c'])
    for (const { score } of found) expect(score).toBeLessThanOrEqual(1)
  })

  it('share their subject through a longer word as well', () => {
    expect(rankSimilar('Bühne', ideas).map((similar) => similar.id)).toEqual(['c'])
  })

  it('share more than words like "für" and "am"', () => {
    expect(rankSimilar('Ein Brunnen für den Markt am Sonnabend', ideas)).toEqual([])
    expect(rankSimilar('für und am', ideas)).toEqual([])
    expect(rankSimilar('', ideas)).toEqual([])
  })

  it('are ten at most', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      id: String(index),
      title: 'Mehr Bühnen',
      body: '',
    }))
    expect(rankSimilar('Bühnen', many)).toHaveLength(10)
  })
})
