// Proposing an amendment: on clauses that stand, with the words its author had in hand, and a reason.

import type { AmendmentTable } from '#db/tables.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import { dayIn } from '../meetings/clear-days.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, prepared, type Work } from '../run.server.ts'
import type { AmendmentPart, PartKind } from './amendment.ts'
import { namesOf } from './amendment-rows.server.ts'
import { getClause, getSection, openConversation } from './clause.server.ts'
import { indexAmendment } from './search.server.ts'
import { getStandard, standardSubject } from './standard.server.ts'
import { takesAmendments } from './standard.ts'

export interface NewPart {
  readonly kind: PartKind
  readonly clauseId: string | null
  /** Only for an insertion. */
  readonly sectionId: string | null
  readonly afterClauseId: string | null
  readonly baseVersion: number | null
  readonly text: string
}

export interface NewAmendment {
  readonly standardId: string
  readonly reason: string
  readonly parts: readonly NewPart[]
}

export const proposeAmendment = prepared(
  async (platform, input: NewAmendment) => ({
    ...input,
    reasonHtml: (await platform.render(input.reason)).html,
  }),
  async (work: Work, input): Promise<{ id: string; number: number }> => {
    const standard = await getStandard(work.tx, input.standardId)
    work.require('standard.read', standardSubject(standard))
    work.require('amendment.propose', standardSubject(standard))
    if (!takesAmendments(standard, dayIn(work.now, work.platform.town.timeZone)))
      throw refuse('standard_not_open')
    if (input.parts.length === 0) throw refuse('amendment_needs_clause')
    const id = work.newId()
    const amendment: Omit<AmendmentTable, 'version'> = {
      id,
      standardId: standard.id,
      number: await nextNumber(work.tx, `amendment:${standard.id}`),
      state: 'proposed',
      authorId: work.actor.accountId,
      reason: input.reason,
      reasonHtml: input.reasonHtml,
      conversationId: await openConversation(work, 'amendment', id),
      proposedAt: work.now,
      recommendation: null,
      recommendationReason: null,
      recommendedAt: null,
      authorAnswer: null,
      decidedAt: null,
      decision: null,
      agendaItemId: null,
    }
    await work.tx
      .insertInto('amendment')
      .values({ ...amendment, version: 1 })
      .execute()
    for (const part of input.parts) {
      const checked = await checkPart(work, standard.id, part)
      await work.tx
        .insertInto('amendmentPart')
        .values({ id: work.newId(), amendmentId: id, recommendedText: null, ...checked })
        .execute()
    }
    await work.tx
      .insertInto('follow')
      .values({ accountId: work.actor.accountId ?? '', subject: `amendment:${id}`, at: work.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await addLifelineStep(work, `amendment:${id}`, 'proposed')
    await indexAmendment(work, {
      id,
      standardId: standard.id,
      standard: standard.title,
      reason: input.reason,
      texts: input.parts.map(({ text }) => text),
    })
    await work.record({
      type: 'amendment.proposed',
      ...(await namesOf(work.tx, { id, standardId: standard.id })),
    })
    return { id, number: amendment.number }
  },
)

/** A part as it is kept: on a clause of this standard, with the words its author had in hand. */
async function checkPart(
  work: Work,
  standardId: string,
  part: NewPart,
): Promise<Omit<AmendmentPart, 'id' | 'amendmentId' | 'recommendedText'>> {
  if (part.kind === 'insert') {
    const section = await getSection(work.tx, part.sectionId ?? '')
    if (section.standardId !== standardId) throw refuse('not_found')
    if (part.text.trim() === '') throw refuse('amendment_changes_nothing')
    const after = part.afterClauseId === null ? null : await getClause(work.tx, part.afterClauseId)
    if (after && after.sectionId !== section.id) throw refuse('not_found')
    return {
      kind: 'insert',
      clauseId: null,
      sectionId: section.id,
      afterClauseId: part.afterClauseId,
      baseVersion: null,
      baseText: '',
      text: part.text,
    }
  }
  if (part.clauseId === null) throw refuse('amendment_needs_clause')
  const clause = await getClause(work.tx, part.clauseId)
  if (clause.standardId !== standardId) throw refuse('not_found')
  if (clause.struckAt !== null) throw refuse('clause_struck')
  const base = await work.tx
    .selectFrom('clauseVersion')
    .select('text')
    .where('clauseId', '=', clause.id)
    .where('number', '=', part.baseVersion ?? clause.version)
    .executeTakeFirst()
  if (!base) throw refuse('not_found')
  if (part.kind === 'change' && part.text === base.text) throw refuse('amendment_changes_nothing')
  if (part.kind === 'move' && part.afterClauseId === clause.id) throw refuse('amendment_changes_nothing')
  return {
    kind: part.kind,
    clauseId: clause.id,
    sectionId: clause.sectionId,
    afterClauseId: part.kind === 'move' ? part.afterClauseId : null,
    baseVersion: part.baseVersion ?? clause.version,
    baseText: base.text,
    text: part.kind === 'change' ? part.text : '',
  }
}
