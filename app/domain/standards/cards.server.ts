// Rule cards: one adopted rule, one card: who does what, who pays, who is insured, whom to call.
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { getClause } from './clause.server.ts'
import { clauseNumber } from './clause.ts'
import { getStandard, standardSubject } from './standard.server.ts'

export interface CardWords {
  readonly who: string
  readonly pays: string
  readonly insured: string
  readonly call: string
}

export interface ReadCard extends CardWords {
  readonly clauseId: string
  readonly number: string
  readonly html: string
  readonly plainHtml: string | null
  /** The rule has other words than when the card was written. */
  readonly outdated: boolean
}

/** The four lines under a rule; the rule itself is the clause. */
export async function writeCard(work: Work, input: CardWords & { readonly clauseId: string }): Promise<void> {
  const clause = await getClause(work.tx, input.clauseId)
  const standard = await getStandard(work.tx, clause.standardId)
  work.require('standard.draft', standardSubject(standard))
  if (clause.struckAt !== null) throw refuse('clause_struck')
  const card = { ...input, ofVersion: clause.version }
  await work.tx
    .insertInto('ruleCard')
    .values(card)
    .onConflict((conflict) => conflict.column('clauseId').doUpdateSet(card))
    .execute()
  await work.record({ type: 'clause.card-written', standardId: standard.id, clauseId: clause.id })
}

/** A card for every adopted clause, with its four lines where they are written. Ask for the standard first. */
export async function listCards(ask: Pick<Ask, 'db'>, standardId: string): Promise<readonly ReadCard[]> {
  const rows = await ask.db
    .selectFrom('clause')
    .innerJoin('section', 'section.id', 'clause.sectionId')
    .leftJoin('ruleCard', 'ruleCard.clauseId', 'clause.id')
    .select(['clause.id', 'clause.place', 'clause.html', 'clause.plainHtml', 'clause.version'])
    .select(['clause.plainOf', 'section.place as section'])
    .select(['ruleCard.who', 'ruleCard.pays', 'ruleCard.insured', 'ruleCard.call', 'ruleCard.ofVersion'])
    .where('clause.standardId', '=', standardId)
    .where('clause.stage', '=', 'adopted')
    .where('clause.struckAt', 'is', null)
    .orderBy('section.place')
    .orderBy('clause.place')
    .execute()
  return rows.map((row) => ({
    clauseId: row.id,
    number: clauseNumber(row.section, row) ?? '',
    html: row.html,
    // An old twin would contradict the rule.
    plainHtml: row.plainOf === row.version ? row.plainHtml : null,
    who: row.who ?? '',
    pays: row.pays ?? '',
    insured: row.insured ?? '',
    call: row.call ?? '',
    outdated: row.ofVersion !== null && row.ofVersion < row.version,
  }))
}

/** The four lines as the drafting group wrote them, by clause. Ask for `standard.draft` first. */
export async function listCardWords(
  ask: Pick<Ask, 'db'>,
  sectionId: string,
): Promise<ReadonlyMap<string, CardWords>> {
  const rows = await ask.db
    .selectFrom('ruleCard')
    .innerJoin('clause', 'clause.id', 'ruleCard.clauseId')
    .select(['ruleCard.clauseId', 'ruleCard.who', 'ruleCard.pays', 'ruleCard.insured', 'ruleCard.call'])
    .where('clause.sectionId', '=', sectionId)
    .execute()
  return new Map(rows.map(({ clauseId, ...words }) => [clauseId, words]))
}
