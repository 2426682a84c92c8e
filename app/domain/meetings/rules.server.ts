// The rules of procedure of a body as they stand; a body that wrote none keeps to the defaults.
import type { Kysely } from 'kysely'
import { fromJson, toJson } from '#db/columns.ts'
import type { Tables } from '#db/tables.ts'
import { bodySubject, getBodyRow } from '../bodies/body.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { defaultRules, type RulesOfProcedure } from './rules-of-procedure.ts'

export interface KeptRules {
  readonly rules: RulesOfProcedure
  /** null: nobody changed the defaults. */
  readonly changedAt: string | null
  readonly version: number
}

export async function rulesOf(db: Kysely<Tables>, bodyId: string): Promise<KeptRules> {
  const row = await db.selectFrom('bodyRules').selectAll().where('bodyId', '=', bodyId).executeTakeFirst()
  if (!row) return { rules: defaultRules, changedAt: null, version: 0 }
  // A rule that came later has its default until the body decides about it.
  const rules = { ...defaultRules, ...fromJson<Partial<RulesOfProcedure>>(row.rules) }
  return { rules, changedAt: row.changedAt, version: row.version }
}

export async function changeRules(
  work: Work,
  input: { readonly body: string; readonly rules: RulesOfProcedure; readonly version: number },
): Promise<void> {
  const body = await getBodyRow(work.tx, input.body)
  work.require('rules.change', bodySubject(body.slug))
  const kept = { rules: toJson(input.rules), changedAt: work.now, version: input.version + 1 }
  const current = await rulesOf(work.tx, body.id)
  if (current.version !== input.version) throw refuse('somebody_was_faster')
  await work.tx
    .insertInto('bodyRules')
    .values({ bodyId: body.id, ...kept })
    .onConflict((conflict) => conflict.column('bodyId').doUpdateSet(kept))
    .execute()
  await work.record({ type: 'rules.changed', bodyId: body.id })
}
