// What the drafting group does to its clauses: their words, their order, their twins in plain language.
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import {
  getClause,
  getSection,
  insertClause,
  listStanding,
  renumber,
  saveClause,
  saveStruck,
  saveWords,
} from './clause.server.ts'
import { type Clause, checkEditable, reword, strike } from './clause.ts'
import { getStandard, standardSubject } from './standard.server.ts'
import { type Merge, mergeTexts } from './text/merge.ts'

export const addClause = prepared(
  async (platform, input: { readonly sectionId: string; readonly text: string }) => ({
    sectionId: input.sectionId,
    words: { text: input.text, ...(await platform.render(input.text)) },
  }),
  async (work: Work, { sectionId, words }): Promise<{ id: string }> => {
    const section = await getSection(work.tx, sectionId)
    const standard = await getStandard(work.tx, section.standardId)
    work.require('standard.draft', standardSubject(standard))
    const clause = await insertClause(work, section, { ...words, stage: 'raw' }, { how: 'drafted' })
    await work.record({ type: 'clause.drafted', standardId: standard.id, clauseId: clause.id })
    return { id: clause.id }
  },
)

export interface ClauseEdit {
  readonly clauseId: string
  readonly text: string
  /** The version of the clause that stood in the form. */
  readonly baseVersion: number
}

/**
 * New words for a clause. Where somebody else changed it meanwhile nothing is written: the refusal
 * `clause_changed_meanwhile` leads to `mergeWithToday`, whose result stands in the form, ready to send again.
 */
export const editClause = prepared(
  async (platform, input: ClauseEdit) => ({ ...input, ...(await platform.render(input.text)) }),
  async (work: Work, { clauseId, baseVersion, ...words }): Promise<void> => {
    const clause = await getClause(work.tx, clauseId)
    const standard = await getStandard(work.tx, clause.standardId)
    work.require('standard.draft', standardSubject(standard))
    checkEditable(clause)
    if (clause.version !== baseVersion) throw refuse('clause_changed_meanwhile')
    if (words.text === clause.text) return
    const changed = reword(clause, words)
    await saveWords(work, changed, { how: 'edited' })
    await work.record({
      type: 'clause.changed',
      standardId: standard.id,
      clauseId: clause.id,
      number: changed.version,
    })
  },
)

/** What an editor with an old version in hand is shown: the three texts and how far they merge by themselves. */
export async function mergeWithToday(
  ask: Pick<Ask, 'db'>,
  edit: ClauseEdit,
): Promise<{ readonly today: Clause; readonly base: string; readonly merge: Merge }> {
  const today = await getClause(ask.db, edit.clauseId)
  const base = await ask.db
    .selectFrom('clauseVersion')
    .select('text')
    .where('clauseId', '=', edit.clauseId)
    .where('number', '=', edit.baseVersion)
    .executeTakeFirst()
  if (!base) throw refuse('not_found')
  return { today, base: base.text, merge: mergeTexts(base.text, edit.text, today.text) }
}

/** One place up or down within its section. */
export async function moveClause(
  work: Work,
  input: { readonly clauseId: string; readonly by: -1 | 1 },
): Promise<void> {
  const { clause, standard } = await editable(work, input.clauseId)
  const order = [...(await listStanding(work.tx, clause.sectionId))]
  const from = order.findIndex(({ id }) => id === clause.id)
  const other = order[from + input.by]
  if (!other) return
  order[from + input.by] = clause
  order[from] = other
  await renumber(work, order)
  await work.record({ type: 'clause.moved', standardId: standard.id, clauseId: clause.id })
}

/** Its versions and its conversation stay readable. */
export async function strikeClause(work: Work, input: { readonly clauseId: string }): Promise<void> {
  const { clause, standard } = await editable(work, input.clauseId)
  await saveStruck(work, strike(clause, work.now))
  await renumber(work, await listStanding(work.tx, clause.sectionId))
  await work.record({ type: 'clause.struck', standardId: standard.id, clauseId: clause.id })
}

/** Its first words stay with the clause, its conversation too; what follows becomes a new clause behind it. */
export const splitClause = prepared(
  async (
    platform,
    input: { readonly clauseId: string; readonly first: string; readonly second: string },
  ) => ({
    clauseId: input.clauseId,
    first: { text: input.first, ...(await platform.render(input.first)) },
    second: { text: input.second, ...(await platform.render(input.second)) },
  }),
  async (work: Work, { clauseId, first, second }): Promise<{ secondId: string }> => {
    const { clause, standard } = await editable(work, clauseId)
    const section = await getSection(work.tx, clause.sectionId)
    const kept = reword(clause, first)
    await saveWords(work, kept, { how: 'split' })
    const added = await insertClause(work, section, { ...second, stage: clause.stage }, { how: 'split' })
    const order = (await listStanding(work.tx, section.id)).filter(({ id }) => id !== added.id)
    order.splice(order.findIndex(({ id }) => id === clause.id) + 1, 0, added)
    await renumber(work, order)
    await work.record({
      type: 'clause.changed',
      standardId: standard.id,
      clauseId: clause.id,
      number: kept.version,
    })
    await work.record({ type: 'clause.drafted', standardId: standard.id, clauseId: added.id })
    return { secondId: added.id }
  },
)

/** The words of a clause go on in the one before it; its conversation leads there and stays readable. */
export const joinClauses = prepared(
  async (platform, input: { readonly clauseId: string; readonly intoId: string; readonly text: string }) => ({
    ...input,
    ...(await platform.render(input.text)),
  }),
  async (work: Work, { clauseId, intoId, ...words }): Promise<void> => {
    const { clause, standard } = await editable(work, clauseId)
    const into = await getClause(work.tx, intoId)
    if (into.sectionId !== clause.sectionId || into.id === clause.id) throw refuse('not_found')
    checkEditable(into)
    const joined = reword(into, words)
    await saveWords(work, joined, { how: 'joined' })
    await saveStruck(work, strike(clause, work.now, into.id))
    await renumber(work, await listStanding(work.tx, clause.sectionId))
    await work.record({
      type: 'clause.changed',
      standardId: standard.id,
      clauseId: into.id,
      number: joined.version,
    })
    await work.record({ type: 'clause.struck', standardId: standard.id, clauseId: clause.id })
  },
)

/** The twin in plain language, for the version that stands today. */
export const writePlain = prepared(
  async (platform, input: { readonly clauseId: string; readonly text: string }) => ({
    ...input,
    html: (await platform.render(input.text)).html,
  }),
  async (work: Work, { clauseId, text, html }): Promise<void> => {
    const clause = await getClause(work.tx, clauseId)
    const standard = await getStandard(work.tx, clause.standardId)
    work.require('standard.draft', standardSubject(standard))
    if (clause.struckAt !== null) throw refuse('clause_struck')
    await saveClause(work, { ...clause, plainText: text, plainHtml: html, plainOf: clause.version })
    await work.record({ type: 'clause.plain-written', standardId: standard.id, clauseId: clause.id })
  },
)

async function editable(work: Work, clauseId: string) {
  const clause = await getClause(work.tx, clauseId)
  const standard = await getStandard(work.tx, clause.standardId)
  work.require('standard.draft', standardSubject(standard))
  checkEditable(clause)
  return { clause, standard }
}
