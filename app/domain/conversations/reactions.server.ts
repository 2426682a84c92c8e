// How often a reaction was given to each contribution of a page, and which of them are one's own.
import type { Ask } from '../query.server.ts'
import type { ReactionKind } from './contribution.ts'

export type ReactionsOf = { readonly [K in ReactionKind]?: { readonly count: number; readonly own: boolean } }

export async function readReactions(
  ask: Ask,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReactionsOf>> {
  if (ids.length === 0) return new Map()
  const rows = await ask.db
    .selectFrom('reaction')
    .select((eb) => [
      'contributionId',
      'kind',
      eb.fn.countAll().as('count'),
      eb.fn
        .sum(
          eb
            .case()
            .when('accountId', '=', ask.actor.accountId ?? '')
            .then(1)
            .else(0)
            .end(),
        )
        .as('own'),
    ])
    .where('contributionId', 'in', ids)
    .groupBy(['contributionId', 'kind'])
    .execute()
  const found = new Map<string, ReactionsOf>()
  for (const { contributionId, kind, count, own } of rows) {
    const one = { count: Number(count), own: Number(own) > 0 }
    found.set(contributionId, { ...found.get(contributionId), [kind]: one })
  }
  return found
}
