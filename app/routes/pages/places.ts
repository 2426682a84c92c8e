import { isWholeTown } from '#app/domain/goals/town.ts'
import type { Door } from '#app/http/door.server.ts'

/** The districts' names by their slugs, in the visitor's language. */
export function placesOf({
  ask,
  t,
  visit,
}: Pick<Door, 'ask' | 't' | 'visit'>): Readonly<Record<string, string>> {
  const town = visit.site.town
  return Object.fromEntries(
    ask.town.districts.map(({ slug, name }) => [
      slug,
      isWholeTown(slug) ? t('pages:districts.whole', { town }) : name,
    ]),
  )
}
