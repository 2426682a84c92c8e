// The rule a hidden contribution broke, as its placeholder names it.
import type { ContributionTable } from '#db/tables.ts'
import type { Ask } from '../query.server.ts'

export async function readHidingRules(
  ask: Ask,
  rows: readonly Pick<ContributionTable, 'id' | 'hiddenAt'>[],
): Promise<ReadonlyMap<string, string>> {
  const hidden = rows.filter((row) => row.hiddenAt !== null).map((row) => `contribution:${row.id}`)
  if (hidden.length === 0) return new Map()
  const measures = await ask.db
    .selectFrom('measure')
    .select(['subject', 'rule'])
    .where('subject', 'in', hidden)
    .where('liftedAt', 'is', null)
    .orderBy('at')
    .execute()
  return new Map(measures.map(({ subject, rule }) => [subject.slice('contribution:'.length), rule]))
}
