// Knows the words of the list's address: which state, goal and district, in which order. German, since people read them aloud.
import type { IdeaState } from './idea.ts'

export const stands = {
  'im-gespraech': 'talk',
  'wird-gemacht': 'will_be_done',
  'wird-teilweise-gemacht': 'partly',
  spaeter: 'later',
  'geht-nicht': 'no',
  umgesetzt: 'done',
  zurueckgezogen: 'withdrawn',
} as const satisfies Record<string, IdeaState>

export type Stand = keyof typeof stands | 'ueberfaellig'

export const standWords = [
  'ueberfaellig',
  ...(Object.keys(stands) as (keyof typeof stands)[]),
] as const satisfies readonly Stand[]

/** 'bewegt': where something happened last comes first; 'faellig': whose answer is due first. */
export const ideaSorts = ['bewegt', 'neu', 'unterstuetzt', 'faellig'] as const
export type IdeaSort = (typeof ideaSorts)[number]

export interface IdeaFilter {
  /** A goal's number, as 1.3. */
  readonly goal: string | null
  readonly district: string | null
  readonly stand: Stand | null
  readonly sort: IdeaSort
  readonly page: number
}

/** Reads what an address asks for. What it does not know counts as not asked. */
export function readFilter(
  params: URLSearchParams,
  known: { readonly goals: readonly string[]; readonly districts: readonly string[] },
): IdeaFilter {
  const oneOf = <T extends string>(name: string, options: readonly T[]) =>
    options.find((option) => option === params.get(name)) ?? null
  const page = Number(params.get('seite') ?? '1')
  return {
    goal: oneOf('ziel', known.goals),
    district: oneOf('stadtteil', known.districts),
    stand: oneOf('stand', standWords),
    sort: oneOf('reihenfolge', ideaSorts) ?? 'bewegt',
    page: Number.isSafeInteger(page) && page >= 1 && page < 100_000 ? page : 1,
  }
}

/** The address of one page of a filtered list; what is as usual is left out. */
export function filterAddress(filter: IdeaFilter, page: number): string {
  const params = new URLSearchParams()
  if (filter.goal) params.set('ziel', filter.goal)
  if (filter.district) params.set('stadtteil', filter.district)
  if (filter.stand) params.set('stand', filter.stand)
  if (filter.sort !== 'bewegt') params.set('reihenfolge', filter.sort)
  if (page > 1) params.set('seite', String(page))
  const query = params.toString()
  return query === '' ? '/ideen' : `/ideen?${query}`
}
