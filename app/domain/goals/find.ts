// Knows which goals and districts of a town a question means.
import { matches } from '../search/match.ts'
import { parseQuery } from '../search/query.ts'
import { type District, type Goal, isWholeTown, type Town } from './town.ts'

export const mostGoalsFound = 5

export function findGoalsAndDistricts(
  town: Town,
  typed: string,
  lang: 'de' | 'en',
): { readonly goals: readonly Goal[]; readonly districts: readonly District[] } {
  const query = parseQuery(typed)
  return {
    goals: town.goals
      .filter((goal) => matches(`${goal.short[lang]} ${goal.text[lang]}`, query))
      .slice(0, mostGoalsFound),
    districts: town.districts.filter(({ slug, name }) => !isWholeTown(slug) && matches(name, query)),
  }
}
