// What was found, as its own room knows it: number, address, title, state. A thing that is gone meanwhile is left out.
import type { SearchHit } from '#db/search/index.ts'
import { findMatterOf } from '../conversations/subject.server.ts'
import type { IdeaState } from '../ideas/idea.ts'
import { placesOf } from '../meetings/search.server.ts'
import type { Ask } from '../query.server.ts'
import { type FoundInStandard, placesInStandards } from '../standards/search.server.ts'

export interface FoundThing {
  /** The idea's number, the contribution's public one, an amendment's, or a clause's such as 3.2. */
  readonly number: number | string
  readonly to: string
  readonly title: string
  readonly language: string
  /** The state of the idea; null for other things. */
  readonly state: IdeaState | null
  /** How far a clause or an amendment has come. */
  readonly inStandard: FoundInStandard['state'] | null
}

const usual = { language: 'de', state: null, inStandard: null }
const meetingKinds = ['agendaItem', 'resolution', 'minutes'] as const

/** By the id of the hit. */
export async function findThings(
  ask: Ask,
  hits: readonly SearchHit[],
): Promise<ReadonlyMap<string, FoundThing>> {
  const idsOf = (...kinds: readonly SearchHit['kind'][]) =>
    hits.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
  const things = new Map<string, FoundThing>([
    ...(await ideasOf(ask, idsOf('idea'))),
    ...(await pollsOf(ask, idsOf('poll'))),
    ...(await contributionsOf(ask, idsOf('contribution'))),
  ])
  for (const kind of meetingKinds) {
    for (const [id, place] of await placesOf(ask, kind, idsOf(kind))) things.set(id, { ...usual, ...place })
  }
  for (const [id, place] of await placesInStandards(ask, idsOf('clause', 'amendment'))) {
    const { number, to, title, state } = place
    things.set(id, { ...usual, number, to, title, inStandard: state })
  }
  return things
}

type Entry = readonly [id: string, thing: FoundThing]

async function ideasOf(ask: Ask, ids: readonly string[]): Promise<readonly Entry[]> {
  if (ids.length === 0) return []
  const rows = await ask.db
    .selectFrom('idea')
    .select(['id', 'number', 'title', 'state', 'language'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, number, title, state, language }) => [
    id,
    { ...usual, number, to: `/ideen/${number}`, title, language, state: state as IdeaState },
  ])
}

async function pollsOf(ask: Ask, ids: readonly string[]): Promise<readonly Entry[]> {
  if (ids.length === 0) return []
  const rows = await ask.db
    .selectFrom('poll')
    .select(['id', 'number', 'question'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, number, question }) => [
    id,
    { ...usual, number, to: `/abstimmungen/${number}`, title: question },
  ])
}

/** Each with the title of the thing it belongs to, whatever kind that is. */
async function contributionsOf(ask: Ask, ids: readonly string[]): Promise<readonly Entry[]> {
  if (ids.length === 0) return []
  const rows = await ask.db
    .selectFrom('contribution')
    .select(['id', 'publicNumber', 'language', 'conversationId'])
    .where('id', 'in', ids)
    .execute()
  const titles = new Map<string, string>()
  for (const { conversationId } of rows) {
    if (titles.has(conversationId)) continue
    titles.set(conversationId, (await findMatterOf(ask.db, conversationId)).title)
  }
  return rows.map(({ id, publicNumber: number, language, conversationId }) => [
    id,
    { ...usual, number, to: `/beitraege/${number}`, title: titles.get(conversationId) ?? '', language },
  ])
}
