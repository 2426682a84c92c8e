// Finds ideas that resemble a draft, so that two who mean the same thing meet. Only what the asker may read.
import { searchIndexFor } from '#db/search/index.ts'
import type { Ask } from '../query.server.ts'
import { rankSimilar, similarQuery } from '../search/similar.ts'
import type { IdeaState } from './idea.ts'
import { ideaVisibleTo } from './list.server.ts'

export interface SimilarIdea {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly text: string
  readonly language: string
  readonly state: IdeaState
  readonly supportCount: number
  readonly authorId: string | null
}

const candidates = 60

export async function findSimilarIdeas(ask: Ask, draft: string): Promise<readonly SimilarIdea[]> {
  const query = similarQuery(draft)
  if (query.stems.length === 0) return []
  const found = await searchIndexFor(ask.kind).similar(ask.db, query, { limit: candidates, kinds: ['idea'] })
  const ranked = rankSimilar(draft, found)
  if (ranked.length === 0) return []
  const rows = await ask.db
    .selectFrom('idea')
    .select(['id', 'number', 'title', 'text', 'language', 'state', 'supportCount', 'authorId'])
    .where(
      'id',
      'in',
      ranked.map((similar) => similar.id),
    )
    .where((eb) => ideaVisibleTo(ask.actor)(eb))
    .where('state', 'not in', ['merged', 'withdrawn', 'refused', 'hidden', 'waiting'])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, { ...row, state: row.state as IdeaState }]))
  return ranked.flatMap((similar) => byId.get(similar.id) ?? [])
}
