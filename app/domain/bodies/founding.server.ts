// The two bodies every town of this kind begins with, with benches that an operator fits to their own town.
import type { Work } from '../run.server.ts'
import { saveBody } from './body.server.ts'
import { councilSlug, roundTableSlug } from './body.ts'

export interface FoundingWords {
  readonly table: { readonly name: string; readonly about: string }
  readonly council: { readonly name: string; readonly about: string }
  readonly administration: string
  readonly committee: string
  readonly creators: string
}

export async function foundingBodies(work: Work, words: FoundingWords): Promise<void> {
  await saveBody(work, {
    slug: roundTableSlug,
    kind: 'round-table',
    ...words.table,
    seats: 17,
    benches: [
      { slug: 'verwaltung', name: words.administration, seats: 4 },
      { slug: 'ausschuss', name: words.committee, seats: 5 },
      { slug: 'kulturschaffende', name: words.creators, seats: 6 },
    ],
  })
  await saveBody(work, { slug: councilSlug, kind: 'council', ...words.council, seats: 7, benches: [] })
}
