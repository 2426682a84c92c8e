// Whom one can choose as voters: everybody, creators, every body and bench of the town, or a list.
import type { Ask } from '../query.server.ts'

export interface ChoosableVoters {
  readonly value: string
  readonly kind: 'accounts' | 'creators' | 'body' | 'bench' | 'roll' | 'codes'
  readonly body: string
  readonly bench: string
}

export async function votersToChoose(ask: Ask): Promise<readonly ChoosableVoters[]> {
  const bodies = await ask.db
    .selectFrom('body')
    .leftJoin('bench', 'bench.bodyId', 'body.id')
    .select(['body.slug', 'body.name', 'bench.slug as bench', 'bench.name as benchName'])
    .orderBy('body.name')
    .orderBy('bench.place')
    .execute()
  const names = new Map(bodies.map(({ slug, name }) => [slug, name]))
  const plain = (kind: ChoosableVoters['kind']) => ({ value: kind, kind, body: '', bench: '' })
  return [
    plain('accounts'),
    plain('creators'),
    ...[...names].map(([slug, body]) => ({ value: `body:${slug}`, kind: 'body' as const, body, bench: '' })),
    ...bodies.flatMap(({ slug, name, bench, benchName }) =>
      bench === null
        ? []
        : [{ value: `bench:${slug}/${bench}`, kind: 'bench' as const, body: name, bench: benchName ?? '' }],
    ),
    plain('roll'),
    plain('codes'),
  ]
}
