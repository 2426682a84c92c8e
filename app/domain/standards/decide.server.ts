// What a vote does to the text: adopting merges, a collision waits for a human, a no stays readable with its reason.
import type { ClauseTable } from '#db/tables.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import type { Platform, Rendered } from '../platform.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import {
  type Amendment,
  type AmendmentPart,
  decide,
  isOpenAmendment,
  type Outcome,
  votedText,
} from './amendment.ts'
import { getAmendment, namesOf, partsOf, saveAmendment } from './amendment-rows.server.ts'
import {
  getClause,
  getSection,
  insertClause,
  listStanding,
  renumber,
  saveStruck,
  saveWords,
} from './clause.server.ts'
import { type Clause, reword, strike } from './clause.ts'
import { getStandard, standardSubject } from './standard.server.ts'
import { mergeTexts } from './text/merge.ts'

export interface Decision {
  readonly amendmentId: string
  readonly outcome: Outcome
  /** The result as it was read out: "12 Ja, 3 Nein, 1 Enthaltung. …" */
  readonly decision: string
}

/** Words rendered before the transaction; which ones are needed is known from the texts of that moment. */
type Ready = Readonly<Record<string, Rendered>>
type PreparedDecision = Decision & { readonly ready: Ready }

/**
 * Carries out what was voted. Adopted words are merged into the clause of today on words; where they collide with it
 * the amendment becomes `to_settle` and the clause stays as it is until somebody settles it.
 */
export async function prepareDecision(platform: Platform, input: Decision): Promise<PreparedDecision> {
  return { ...input, ready: await renderMerged(platform, input) }
}

export async function decideNow(
  work: Work,
  { ready, ...input }: PreparedDecision,
): Promise<{ state: Amendment['state'] }> {
  const amendment = await getAmendment(work.tx, input.amendmentId)
  const standard = await getStandard(work.tx, amendment.standardId)
  work.require('amendment.decide', standardSubject(standard, amendment.authorId))
  const decided = decide(amendment, input.outcome, input.decision, work.now)
  const settled = input.outcome === 'rejected' || (await carryOut(work, decided, input, ready))
  const kept: Amendment = settled ? decided : { ...decided, state: 'to_settle' }
  await saveAmendment(work, kept)
  await addLifelineStep(work, `amendment:${amendment.id}`, kept.state as Outcome | 'to_settle', {
    note: input.decision,
  })
  await work.record({
    type: 'amendment.decided',
    outcome: input.outcome,
    ...(await namesOf(work.tx, amendment)),
  })
  return { state: kept.state }
}

export const decideAmendment = prepared(prepareDecision, decideNow)

/** A human wrote, for each clause that collided, the words that hold what was adopted; none strike it. */
export const settleAmendment = prepared(
  async (
    platform,
    input: { readonly amendmentId: string; readonly texts: Readonly<Record<string, string>> },
  ) => ({
    ...input,
    ready: Object.fromEntries(
      await Promise.all(
        Object.values(input.texts).map(async (text) => [text, await platform.render(text)] as const),
      ),
    ),
  }),
  async (work: Work, { amendmentId, texts, ready }): Promise<void> => {
    const amendment = await getAmendment(work.tx, amendmentId)
    const standard = await getStandard(work.tx, amendment.standardId)
    work.require('amendment.settle', standardSubject(standard, amendment.authorId))
    if (amendment.state !== 'to_settle') throw refuse('amendment_not_open')
    for (const part of await partsOf(work.tx, amendment.id)) {
      const text = texts[part.id]
      if (part.clauseId === null || text === undefined) continue
      const clause = await getClause(work.tx, part.clauseId)
      if (text.trim() === '') await strikeAdopted(work, clause)
      else await writeAdopted(work, clause, text, ready[text], amendment)
    }
    const outcome = amendment.recommendation === 'adopt_changed' ? 'adopted_changed' : 'adopted'
    await saveAmendment(work, { ...amendment, state: outcome })
    await addLifelineStep(work, `amendment:${amendment.id}`, 'settled')
    await work.record({ type: 'amendment.settled', ...(await namesOf(work.tx, amendment)) })
  },
)

/** Whether every part came in. Nothing of a part that collides is written; the others are. */
async function carryOut(work: Work, amendment: Amendment, input: Decision, ready: Ready): Promise<boolean> {
  let whole = true
  for (const part of await partsOf(work.tx, amendment.id)) {
    const text = votedText(amendment, part, input.outcome)
    if (part.kind === 'insert') await insertAdopted(work, amendment, part, text, ready[text])
    else if (!(await changeAdopted(work, amendment, part, text, ready))) whole = false
  }
  return whole
}

async function changeAdopted(
  work: Work,
  amendment: Amendment,
  part: AmendmentPart,
  text: string,
  ready: Ready,
): Promise<boolean> {
  const clause = await getClause(work.tx, part.clauseId ?? '')
  if (part.kind === 'strike') {
    // Struck already: what was adopted is so.
    if (clause.struckAt !== null) return true
    if (clause.text !== part.baseText) return false
    await strikeAdopted(work, clause)
    return true
  }
  if (clause.struckAt !== null) return false
  if (part.kind === 'move') {
    const order = (await listStanding(work.tx, clause.sectionId)).filter(({ id }) => id !== clause.id)
    order.splice(order.findIndex(({ id }) => id === part.afterClauseId) + 1, 0, clause)
    await renumber(work, order)
    await work.record({ type: 'clause.moved', standardId: clause.standardId, clauseId: clause.id })
    return true
  }
  const merged = mergeTexts(part.baseText, text, clause.text)
  if (merged.text === null) return false
  await writeAdopted(work, clause, merged.text, ready[merged.text], amendment)
  return true
}

async function strikeAdopted(work: Work, clause: Clause): Promise<void> {
  await saveStruck(work, strike(clause, work.now))
  await renumber(work, await listStanding(work.tx, clause.sectionId))
  await work.record({ type: 'clause.struck', standardId: clause.standardId, clauseId: clause.id })
}

async function writeAdopted(
  work: Work,
  clause: Clause,
  text: string,
  rendered: Rendered | undefined,
  amendment: Amendment,
): Promise<void> {
  if (text === clause.text) return
  // The text changed between rendering and writing: the caller tries again with the text of now.
  if (!rendered) throw refuse('somebody_was_faster')
  const changed = reword(clause, { text, ...rendered })
  await saveWords(work, changed, {
    how: 'amended',
    amendmentId: amendment.id,
    decision: amendment.decision ?? '',
  })
  await work.record({
    type: 'clause.changed',
    standardId: clause.standardId,
    clauseId: clause.id,
    number: changed.version,
  })
}

async function insertAdopted(
  work: Work,
  amendment: Amendment,
  part: AmendmentPart,
  text: string,
  rendered: Rendered | undefined,
): Promise<void> {
  if (!rendered) throw refuse('somebody_was_faster')
  const section = await getSection(work.tx, part.sectionId)
  const standing = await listStanding(work.tx, section.id)
  // A clause that a vote puts into adopted company is adopted by that vote.
  const adopted = standing.length > 0 && standing.every(({ stage }) => stage === 'adopted')
  const clause = await insertClause(
    work,
    section,
    { text, ...rendered, stage: adopted ? 'adopted' : 'ready' },
    { how: 'amended', amendmentId: amendment.id, decision: amendment.decision ?? '' },
  )
  const order = [...standing]
  order.splice(order.findIndex(({ id }) => id === part.afterClauseId) + 1, 0, clause)
  await renumber(work, order)
  await work.tx.updateTable('amendmentPart').set({ clauseId: clause.id }).where('id', '=', part.id).execute()
  await work.record({ type: 'clause.drafted', standardId: clause.standardId, clauseId: clause.id })
}

async function renderMerged(platform: Platform, input: Decision): Promise<Ready> {
  const db = platform.database.read
  const amendment = await getAmendment(db, input.amendmentId)
  if (input.outcome === 'rejected' || !isOpenAmendment(amendment.state)) return {}
  const ready: Record<string, Rendered> = {}
  const today = new Map<string, Pick<ClauseTable, 'text'>>()
  for (const part of await partsOf(db, amendment.id)) {
    const text = votedText(amendment, part, input.outcome)
    if (part.kind === 'insert') ready[text] = await platform.render(text)
    if (part.kind !== 'change' || part.clauseId === null) continue
    const clause = today.get(part.clauseId) ?? (await getClause(db, part.clauseId))
    const merged = mergeTexts(part.baseText, text, clause.text).text
    if (merged === null) continue
    ready[merged] = await platform.render(merged)
    // A second part on the same clause merges into what the first one made of it.
    today.set(part.clauseId, { text: merged })
  }
  return ready
}
