// How often a reaction was given to each contribution of a page, and which of them are one's own.
import type { Ask } from '../query.server.ts'
import type { ReactionKind } from './contribution.ts'

export type ReactionsOf = { readonly [K in ReactionKind]?: { readonly count: number; readonly own: boolean } }

export async function readReactions(
  ask: Ask,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReactionsOf>> {
  if (ids.length === 0) return new Map()
  const counts = await ask.db
    .selectFrom('reaction')
    .select(['contributionId', 'kind', (eb) => eb.fn.countAll().as('count')])
    .where('contributionId', 'in', ids)
    .groupBy(['contributionId', 'kind'])
    .execute()
  const own =
    ask.actor.accountId === null
      ? []
      : await ask.db
          .selectFrom('reaction')
          .select(['contributionId', 'kind'])
          .where('contributionId', 'in', ids)
          .where('accountId', '=', ask.actor.accountId)
          .execute()
  const mine = new Set(own.map(({ contributionId, kind }) => `${contributionId} ${kind}`))
  const found = new Map<string, ReactionsOf>()
  for (const { contributionId, kind, count } of counts) {
    const one = { count: Number(count), own: mine.has(`${contributionId} ${kind}`) }
    found.set(contributionId, { ...found.get(contributionId), [kind]: one })
  }
  return found
}
