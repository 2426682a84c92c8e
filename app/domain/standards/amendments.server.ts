// Amendments on their way to the table: proposed, cosigned, recommended on, answered, withdrawn, taken up again.
import type { Kysely } from 'kysely'
import type { AmendmentTable, Tables } from '#db/tables.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, prepared, type Work } from '../run.server.ts'
import {
  type Amendment,
  type AmendmentPart,
  type AmendmentState,
  type AuthorAnswer,
  answerRecommendation,
  isOpenAmendment,
  type PartKind,
  partsCollide,
  type Recommendation,
  recommend,
  reopen,
  withdraw,
} from './amendment.ts'
import { getClause, getSection, openConversation } from './clause.server.ts'
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
    if (!takesAmendments(standard, work.now.slice(0, 10))) throw refuse('standard_not_open')
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
    await work.record({ type: 'amendment.proposed', standardId: standard.id, amendmentId: id })
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

/** Signing twice changes nothing; authors sign by proposing. */
export async function cosignAmendment(
  work: Work,
  input: { readonly amendmentId: string; readonly on: boolean },
): Promise<void> {
  const { amendment, subject } = await found(work, input.amendmentId)
  work.require('standard.read', subject)
  work.require('amendment.cosign', subject)
  if (!isOpenAmendment(amendment.state)) throw refuse('amendment_not_open')
  if (amendment.authorId === work.actor.accountId) return
  const accountId = work.actor.accountId ?? ''
  if (input.on) {
    await work.tx
      .insertInto('cosignature')
      .values({ amendmentId: amendment.id, accountId, at: work.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  } else {
    await work.tx
      .deleteFrom('cosignature')
      .where('amendmentId', '=', amendment.id)
      .where('accountId', '=', accountId)
      .execute()
  }
  await work.record({
    type: 'amendment.cosigned',
    standardId: amendment.standardId,
    amendmentId: amendment.id,
  })
}

export interface NewRecommendation {
  readonly amendmentId: string
  readonly recommendation: Recommendation
  readonly reason: string
  /** The editors' words, by the id of the part; only with 'adopt_changed'. */
  readonly texts: Readonly<Record<string, string>>
}

export async function recommendOnAmendment(work: Work, input: NewRecommendation): Promise<void> {
  const { amendment, subject } = await found(work, input.amendmentId)
  work.require('amendment.recommend', subject)
  await saveAmendment(work, recommend(amendment, input, work.now))
  for (const part of await partsOf(work.tx, amendment.id)) {
    const changed = input.recommendation === 'adopt_changed' ? (input.texts[part.id] ?? part.text) : null
    await work.tx
      .updateTable('amendmentPart')
      .set({ recommendedText: changed })
      .where('id', '=', part.id)
      .execute()
  }
  await work.record({
    type: 'amendment.recommended',
    standardId: amendment.standardId,
    amendmentId: amendment.id,
  })
}

export async function answerAmendment(
  work: Work,
  input: { readonly amendmentId: string; readonly answer: AuthorAnswer },
): Promise<void> {
  const { amendment, subject } = await found(work, input.amendmentId)
  work.require('amendment.change', subject)
  await saveAmendment(work, answerRecommendation(amendment, input.answer))
  await work.record({
    type: 'amendment.answered',
    standardId: amendment.standardId,
    amendmentId: amendment.id,
  })
}

export async function withdrawAmendment(work: Work, input: { readonly amendmentId: string }): Promise<void> {
  const { amendment, subject } = await found(work, input.amendmentId)
  work.require('amendment.change', subject)
  await saveAmendment(work, withdraw(amendment))
  await work.record({
    type: 'amendment.withdrawn',
    standardId: amendment.standardId,
    amendmentId: amendment.id,
  })
}

export async function reopenAmendment(work: Work, input: { readonly amendmentId: string }): Promise<void> {
  const { amendment, subject } = await found(work, input.amendmentId)
  work.require('amendment.change', subject)
  await saveAmendment(work, reopen(amendment))
  await work.record({
    type: 'amendment.reopened',
    standardId: amendment.standardId,
    amendmentId: amendment.id,
  })
}

/** Open amendments that could not be adopted beside these parts without asking somebody. */
export async function findColliding(
  ask: Pick<Ask, 'db'>,
  standardId: string,
  parts: readonly Pick<
    AmendmentPart,
    'kind' | 'clauseId' | 'sectionId' | 'afterClauseId' | 'baseText' | 'text'
  >[],
  except: string | null = null,
): Promise<readonly { readonly id: string; readonly number: number }[]> {
  const others = await ask.db
    .selectFrom('amendmentPart')
    .innerJoin('amendment', 'amendment.id', 'amendmentPart.amendmentId')
    .leftJoin('clause', 'clause.id', 'amendmentPart.clauseId')
    .selectAll('amendmentPart')
    .select(['amendment.number', 'clause.text as today'])
    .where('amendment.standardId', '=', standardId)
    .where('amendment.state', 'in', ['proposed', 'recommended', 'on_agenda', 'to_settle'])
    .orderBy('amendment.number')
    .execute()
  const hits = others.filter(
    (other) =>
      other.amendmentId !== except &&
      parts.some((part) => partsCollide(part, { ...other, kind: other.kind as PartKind }, other.today ?? '')),
  )
  return [
    ...new Map(hits.map(({ amendmentId, number }) => [amendmentId, { id: amendmentId, number }])).values(),
  ]
}

export async function getAmendment(
  db: Kysely<Tables>,
  id: string,
): Promise<Amendment & { agendaItemId: string | null }> {
  const row = await db.selectFrom('amendment').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return {
    ...row,
    state: row.state as AmendmentState,
    recommendation: row.recommendation as Recommendation | null,
    authorAnswer: row.authorAnswer as AuthorAnswer | null,
  }
}

export async function partsOf(db: Kysely<Tables>, amendmentId: string): Promise<readonly AmendmentPart[]> {
  const rows = await db
    .selectFrom('amendmentPart')
    .selectAll()
    .where('amendmentId', '=', amendmentId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PartKind }))
}

export async function saveAmendment(
  work: Work,
  amendment: Amendment & { readonly agendaItemId?: string | null },
): Promise<void> {
  const { id, version, ...rest } = amendment
  const saved = await work.tx
    .updateTable('amendment')
    .set({ ...rest, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}

async function found(work: Work, id: string) {
  const amendment = await getAmendment(work.tx, id)
  const standard = await getStandard(work.tx, amendment.standardId)
  return { amendment, standard, subject: standardSubject(standard, amendment.authorId) }
}
