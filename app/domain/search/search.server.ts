// What the search page shows: only what the asker may read, with the piece of text that fits and the place it stands.
import { type Expression, type ExpressionBuilder, expressionBuilder, type SqlBool } from 'kysely'
import { type SearchHit, searchIndexFor, type Tier } from '#db/search/index.ts'
import type { Tables } from '#db/tables.ts'
import type { Actor } from '../actor.ts'
import { contributionVisibleTo, getReadableContribution } from '../conversations/contribution.server.ts'
import { findMatterOf } from '../conversations/subject.server.ts'
import { getReadableIdea } from '../ideas/idea.server.ts'
import type { IdeaState } from '../ideas/idea.ts'
import { ideaVisibleTo } from '../ideas/list.server.ts'
import {
  type FoundPlace,
  openItems,
  openMinutes,
  openResolutions,
  placesOf,
} from '../meetings/search.server.ts'
import { pollsOpenTo } from '../polls/poll-kind.server.ts'
import type { Ask } from '../query.server.ts'
import { isRefusal } from '../refusal.ts'
import {
  amendmentsOpenTo,
  clausesOpenTo,
  type FoundInStandard,
  placesInStandards,
} from '../standards/search.server.ts'
import type { EntryKind } from './entry.ts'
import { highlight, type Piece, snippet } from './highlight.ts'
import { parseJump } from './jump.ts'
import { plainWords } from './plain-words.ts'
import { type ParsedQuery, parseQuery } from './query.ts'

export const hitsPerPage = 20
/** Nobody reads on after ten pages; a further word helps more. */
export const mostHits = 200
/** One letter stands in nearly every text. */
export const shortestTyped = 2

export interface Found {
  readonly kind: EntryKind
  readonly tier: Tier
  /** The idea's number, the contribution's public one, an amendment's, or a clause's such as 3.2. */
  readonly number: number | string
  readonly to: string
  /** The idea's title: its own, or that of the thing to which the contribution belongs. */
  readonly title: readonly Piece[]
  readonly text: readonly Piece[]
  readonly language: string
  /** The state of the idea; null for other things. */
  readonly state: IdeaState | null
  /** How far a clause or an amendment has come. */
  readonly inStandard: FoundInStandard['state'] | null
}

export interface SearchAnswer {
  readonly hits: readonly Found[]
  /** At most `mostHits`. */
  readonly total: number
  readonly tooMany: boolean
}

export interface SearchOptions {
  readonly page: number
  /** All kinds when null. */
  readonly kind?: EntryKind | null
}

const meetingKinds = ['agendaItem', 'resolution', 'minutes'] as const

const nothing: SearchAnswer = { hits: [], total: 0, tooMany: false }

export async function searchReadable(
  ask: Ask,
  typed: string,
  { page, kind = null }: SearchOptions,
): Promise<SearchAnswer> {
  const query = parseQuery(typed)
  if (query.terms.length === 0 || page > mostHits / hitsPerPage) return nothing
  const found = await searchIndexFor(ask.kind).find(ask.db, query, {
    limit: mostHits + 1,
    offset: 0,
    visible: readableBy(ask.actor),
    ...(kind ? { kinds: [kind] } : {}),
  })
  const shown = found.slice(0, mostHits).slice((page - 1) * hitsPerPage, page * hitsPerPage)
  return {
    hits: await withPlaces(ask, shown, query),
    total: Math.min(found.length, mostHits),
    tooMany: found.length > mostHits,
  }
}

/** Where "Idee 147" leads, when it is there for this person; a bare number is never certain. */
export async function findJump(
  ask: Ask,
  typed: string,
): Promise<{ to: string; kind: EntryKind; number: number; certain: boolean; there: boolean } | null> {
  const jump = parseJump(typed)
  if (!jump) return null
  const { kind, number } = jump
  try {
    if (kind === 'idea') await getReadableIdea(ask, number)
    else await getReadableContribution(ask, number)
    return { ...jump, to: kind === 'idea' ? `/ideen/${number}` : `/beitraege/${number}`, there: true }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { ...jump, to: '/ideen', there: false }
  }
}

/** The same conditions as the lists of ideas and contributions have. */
function readableBy(actor: Actor) {
  return (entry: ExpressionBuilder<Tables, 'searchEntry'>): Expression<SqlBool> => {
    const ideas = expressionBuilder<Tables, never>()
      .selectFrom('idea')
      .select('idea.id')
      .where((eb) => ideaVisibleTo(actor)(eb))
      .where('idea.state', '!=', 'merged')
    const contributions = expressionBuilder<Tables, never>()
      .selectFrom('contribution')
      .select('contribution.id')
      .where((eb) => contributionVisibleTo(actor)(eb))
    return entry.or([
      entry.and([entry('searchEntry.kind', '=', 'idea'), entry('searchEntry.id', 'in', ideas)]),
      entry.and([
        entry('searchEntry.kind', '=', 'contribution'),
        entry('searchEntry.id', 'in', contributions),
      ]),
      entry.and([entry('searchEntry.kind', '=', 'poll'), entry('searchEntry.id', 'in', pollsOpenTo(actor))]),
      entry.and([entry('searchEntry.kind', '=', 'agendaItem'), entry('searchEntry.id', 'in', openItems())]),
      entry.and([
        entry('searchEntry.kind', '=', 'resolution'),
        entry('searchEntry.id', 'in', openResolutions()),
      ]),
      entry.and([entry('searchEntry.kind', '=', 'minutes'), entry('searchEntry.id', 'in', openMinutes())]),
      entry.and([
        entry('searchEntry.kind', '=', 'clause'),
        entry('searchEntry.id', 'in', clausesOpenTo(actor)),
      ]),
      entry.and([
        entry('searchEntry.kind', '=', 'amendment'),
        entry('searchEntry.id', 'in', amendmentsOpenTo(actor)),
      ]),
    ])
  }
}

async function withPlaces(
  ask: Ask,
  hits: readonly SearchHit[],
  query: ParsedQuery,
): Promise<readonly Found[]> {
  const ideas = await ideasOf(ask, hits)
  const contributions = await contributionsOf(ask, hits)
  const polls = await pollsOf(ask, hits)
  const meetings = new Map<string, FoundPlace>()
  for (const kind of meetingKinds) {
    const ids = hits.filter((hit) => hit.kind === kind).map(({ id }) => id)
    for (const [id, place] of await placesOf(ask, kind, ids)) meetings.set(id, place)
  }
  const inStandards = await placesInStandards(
    ask,
    hits.filter(({ kind }) => kind === 'clause' || kind === 'amendment').map(({ id }) => id),
  )
  return hits.flatMap((hit): readonly Found[] => {
    const text = snippet(plainWords(hit.body), query)
    const { kind, tier } = hit
    if (kind === 'contribution') {
      const said = contributions.get(hit.id)
      if (!said) return []
      const { publicNumber: number, title, language } = said
      const to = `/beitraege/${number}`
      return [
        {
          kind,
          tier,
          number,
          to,
          title: highlight(title, query),
          text,
          language,
          state: null,
          inStandard: null,
        },
      ]
    }
    if (kind === 'poll') {
      const poll = polls.get(hit.id)
      if (!poll) return []
      const { number, question } = poll
      const to = `/abstimmungen/${number}`
      return [
        {
          kind,
          tier,
          number,
          to,
          title: highlight(question, query),
          text,
          language: 'de',
          state: null,
          inStandard: null,
        },
      ]
    }
    if (kind === 'clause' || kind === 'amendment') {
      const place = inStandards.get(hit.id)
      if (!place) return []
      const { number, to, state } = place
      const title = highlight(place.title, query)
      return [{ kind, tier, number, to, title, text, language: 'de', state: null, inStandard: state }]
    }
    if (kind !== 'idea') {
      const place = meetings.get(hit.id)
      if (!place) return []
      const { number, to, title } = place
      return [
        {
          kind,
          tier,
          number,
          to,
          title: highlight(title, query),
          text,
          language: 'de',
          state: null,
          inStandard: null,
        },
      ]
    }
    const idea = ideas.get(hit.id)
    if (!idea) return []
    const { number, language, state } = idea
    const to = `/ideen/${number}`
    return [
      {
        kind,
        tier,
        number,
        to,
        title: highlight(idea.title, query),
        text,
        language,
        state: state as IdeaState,
        inStandard: null,
      },
    ]
  })
}

async function ideasOf(ask: Ask, hits: readonly SearchHit[]) {
  const ids = hits.filter((hit) => hit.kind === 'idea').map((hit) => hit.id)
  if (ids.length === 0) return new Map<string, never>()
  const rows = await ask.db
    .selectFrom('idea')
    .select(['id', 'number', 'title', 'state', 'language'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function pollsOf(ask: Ask, hits: readonly SearchHit[]) {
  const ids = hits.filter((hit) => hit.kind === 'poll').map((hit) => hit.id)
  if (ids.length === 0) return new Map<string, never>()
  const rows = await ask.db
    .selectFrom('poll')
    .select(['id', 'number', 'question'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Each with the title of the thing it belongs to, whatever kind that is. */
async function contributionsOf(ask: Ask, hits: readonly SearchHit[]) {
  const ids = hits.filter((hit) => hit.kind === 'contribution').map((hit) => hit.id)
  if (ids.length === 0) return new Map<string, never>()
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
  return new Map(rows.map((row) => [row.id, { ...row, title: titles.get(row.conversationId) ?? '' }]))
}
