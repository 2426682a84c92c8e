// What the search page shows: only what the asker may read, with the piece of text that fits and the place it stands.
import {
  type Expression,
  type ExpressionBuilder,
  expressionBuilder,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely'
import { type SearchHit, searchIndexFor, type Tier } from '#db/search/index.ts'
import type { Tables } from '#db/tables.ts'
import type { Actor } from '../actor.ts'
import { contributionVisibleTo, getReadableContribution } from '../conversations/contribution.server.ts'
import { getReadableIdea } from '../ideas/idea.server.ts'
import { ideaVisibleTo } from '../ideas/list.server.ts'
import { openItems, openMinutes, openResolutions } from '../meetings/search.server.ts'
import { pollsOpenTo } from '../polls/poll-kind.server.ts'
import type { Ask } from '../query.server.ts'
import { isRefusal } from '../refusal.ts'
import { amendmentsOpenTo, clausesOpenTo } from '../standards/search.server.ts'
import type { EntryKind } from './entry.ts'
import { highlight, type Piece, snippet } from './highlight.ts'
import { parseJump } from './jump.ts'
import { plainWords } from './plain-words.ts'
import { type ParsedQuery, parseQuery } from './query.ts'
import { type FoundThing, findThings } from './things.server.ts'

export const hitsPerPage = 20
/** Nobody reads on after ten pages; a further word helps more. */
export const mostHits = 200
/** One letter stands in nearly every text. */
export const shortestTyped = 2

export interface Found extends Omit<FoundThing, 'title'> {
  readonly kind: EntryKind
  readonly tier: Tier
  /** The idea's title: its own, or that of the thing to which the contribution belongs. */
  readonly title: readonly Piece[]
  readonly text: readonly Piece[]
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

/**
 * The same conditions as the lists of ideas and contributions have. Each is asked of a found entry alone: as a list of all
 * that may be read it would be written down anew for every question, however few entries are found.
 */
function readableBy(actor: Actor) {
  return (entry: ExpressionBuilder<Tables, 'searchEntry'>): Expression<SqlBool> => {
    const ofKind = (kind: EntryKind, ids: ReadableIds) =>
      entry.and([
        entry('searchEntry.kind', '=', kind),
        entry.exists(
          entry
            .selectFrom(ids.as('readable'))
            .select('readable.id')
            .whereRef('readable.id', '=', 'searchEntry.id'),
        ),
      ])
    return entry.or([
      ofKind('idea', readableIdeas(actor)),
      ofKind('contribution', readableContributions(actor)),
      ofKind('poll', pollsOpenTo(actor)),
      ofKind('agendaItem', openItems()),
      ofKind('resolution', openResolutions()),
      ofKind('minutes', openMinutes()),
      ofKind('clause', clausesOpenTo(actor)),
      ofKind('amendment', amendmentsOpenTo(actor)),
    ])
  }
}

type ReadableIds = SelectQueryBuilder<Tables, keyof Tables, { id: string }>

function readableIdeas(actor: Actor) {
  return expressionBuilder<Tables, never>()
    .selectFrom('idea')
    .select('idea.id')
    .where((eb) => ideaVisibleTo(actor)(eb))
    .where('idea.state', '!=', 'merged')
}

function readableContributions(actor: Actor) {
  return expressionBuilder<Tables, never>()
    .selectFrom('contribution')
    .select('contribution.id')
    .where((eb) => contributionVisibleTo(actor)(eb))
}

async function withPlaces(
  ask: Ask,
  hits: readonly SearchHit[],
  query: ParsedQuery,
): Promise<readonly Found[]> {
  const things = await findThings(ask, hits)
  return hits.flatMap((hit): readonly Found[] => {
    const thing = things.get(hit.id)
    if (!thing) return []
    const text = snippet(plainWords(hit.body), query)
    return [{ ...thing, kind: hit.kind, tier: hit.tier, title: highlight(thing.title, query), text }]
  })
}
