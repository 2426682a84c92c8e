// Amendments as their pages and the synopsis show them: the words before and after, who stands behind them.
import type { StandardTable } from '#db/tables.ts'
import { breather } from '../breather.server.ts'
import { groupedBy } from '../lists.ts'
import type { Ask } from '../query.server.ts'
import type {
  Amendment,
  AmendmentPart,
  AmendmentState,
  AuthorAnswer,
  PartKind,
  Recommendation,
} from './amendment.ts'
import { isOpenAmendment } from './amendment.ts'
import { diffWords, type Passage } from './text/diff.ts'
import { type Merge, mergeTexts } from './text/merge.ts'

export interface ReadPart {
  readonly id: string
  readonly kind: PartKind
  /** '3.2' as it is called today; null where it is struck or not there yet. */
  readonly number: string | null
  readonly clauseId: string | null
  /** '3.1': behind which clause an insertion comes; null for the beginning of its section. */
  readonly after: string | null
  readonly section: number
  /** From the words the author had in hand to the proposed ones. */
  readonly passages: readonly Passage[]
  /** The same for the editors' words, where they have their own. */
  readonly recommended: readonly Passage[] | null
  /** Whether the clause has other words today than the author had in hand. */
  readonly rebased: boolean
  /** How the proposed words and those of today go together; null where nothing has changed meanwhile. */
  readonly merge: Merge | null
}

export interface ReadAmendment {
  readonly id: string
  readonly number: number
  readonly state: AmendmentState
  readonly author: string | null
  readonly authorId: string | null
  readonly reason: string
  readonly reasonHtml: string
  readonly conversationId: string
  readonly comments: number
  readonly proposedAt: string
  readonly recommendation: Recommendation | null
  readonly recommendationReason: string | null
  readonly authorAnswer: AuthorAnswer | null
  readonly decidedAt: string | null
  readonly decision: string | null
  readonly agendaItemId: string | null
  readonly cosigners: readonly string[]
  readonly cosigned: boolean
  readonly parts: readonly ReadPart[]
}

/** All amendments to a standard by their number. Ask for the standard first. */
export async function listAmendments(
  ask: Ask,
  standard: Pick<StandardTable, 'id'>,
): Promise<readonly ReadAmendment[]> {
  return asRead(ask, await listRows(ask, standard))
}

export interface AmendmentsTo {
  /** Open ones first; so many at most that a page stays a page. */
  readonly shown: readonly ReadAmendment[]
  readonly count: number
  readonly open: number
}

const shownAtMost = 20

/** Those with a part on this clause, closed ones too. */
export async function listAmendmentsTo(
  ask: Ask,
  standard: Pick<StandardTable, 'id'>,
  clauseId: string,
): Promise<AmendmentsTo> {
  const known = await ask.db
    .selectFrom('amendment')
    .select(['id', 'state'])
    .where('standardId', '=', standard.id)
    .where('id', 'in', (part) =>
      part.selectFrom('amendmentPart').select('amendmentId').where('clauseId', '=', clauseId),
    )
    .orderBy('number')
    .execute()
  const [open, closed] = [true, false].map((wanted) =>
    known.filter(({ state }) => isOpenAmendment(state as AmendmentState) === wanted),
  ) as [typeof known, typeof known]
  const ids = [...open, ...closed].slice(0, shownAtMost).map(({ id }) => id)
  const rows = await listRows(ask, standard, ids)
  const shown = await asRead(
    ask,
    [...rows].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
  )
  return { shown, count: known.length, open: open.length }
}

/** Amendments with the words of their parts: all, or those with these ids. */
export async function listRows(
  ask: Ask,
  standard: Pick<StandardTable, 'id'>,
  ids: readonly string[] | null = null,
) {
  if (ids?.length === 0) return []
  const [amendments, parts, cosignatures] = await Promise.all([
    ask.db
      .selectFrom('amendment')
      .leftJoin('account', 'account.id', 'amendment.authorId')
      .leftJoin('conversation', 'conversation.id', 'amendment.conversationId')
      .selectAll('amendment')
      .select(['account.name as author', 'conversation.contributionCount as comments'])
      .where('amendment.standardId', '=', standard.id)
      .$if(ids !== null, (query) => query.where('amendment.id', 'in', ids ?? []))
      .orderBy('amendment.number')
      .execute(),
    ask.db
      .selectFrom('amendmentPart')
      .innerJoin('amendment', 'amendment.id', 'amendmentPart.amendmentId')
      .innerJoin('section', 'section.id', 'amendmentPart.sectionId')
      .leftJoin('clause', 'clause.id', 'amendmentPart.clauseId')
      .leftJoin('clause as after', 'after.id', 'amendmentPart.afterClauseId')
      .selectAll('amendmentPart')
      .select(['clause.text as today', 'clause.place', 'section.place as sectionPlace'])
      .select('after.place as afterPlace')
      .where('amendment.standardId', '=', standard.id)
      .$if(ids !== null, (query) => query.where('amendmentPart.amendmentId', 'in', ids ?? []))
      .orderBy('section.place')
      .orderBy('clause.place')
      .orderBy('amendmentPart.id')
      .execute(),
    ask.db
      .selectFrom('cosignature')
      .innerJoin('amendment', 'amendment.id', 'cosignature.amendmentId')
      .innerJoin('account', 'account.id', 'cosignature.accountId')
      .select(['cosignature.amendmentId', 'cosignature.accountId', 'account.name'])
      .where('amendment.standardId', '=', standard.id)
      .$if(ids !== null, (query) => query.where('cosignature.amendmentId', 'in', ids ?? []))
      .orderBy('cosignature.at')
      .execute(),
  ])
  const partsOf = groupedBy(
    parts.map((part): PartRow => ({ ...part, kind: part.kind as PartKind })),
    ({ amendmentId }) => amendmentId,
  )
  const cosignersOf = groupedBy(cosignatures, ({ amendmentId }) => amendmentId)
  return amendments.map((amendment) => ({
    ...amendment,
    state: amendment.state as AmendmentState,
    parts: partsOf.get(amendment.id) ?? [],
    cosigners: cosignersOf.get(amendment.id) ?? [],
  }))
}

export type AmendmentRow = Awaited<ReturnType<typeof listRows>>[number]

export async function asRead(ask: Ask, rows: readonly AmendmentRow[]): Promise<readonly ReadAmendment[]> {
  const breathe = breather()
  const read: ReadAmendment[] = []
  for (const { parts, cosigners, ...amendment } of rows) {
    const shown: ReadPart[] = []
    for (const part of parts) {
      await breathe()
      shown.push(asReadPart(part, amendment.state))
    }
    read.push({
      ...amendment,
      comments: amendment.comments ?? 0,
      recommendation: amendment.recommendation as Recommendation | null,
      authorAnswer: amendment.authorAnswer as AuthorAnswer | null,
      cosigners: cosigners.map(({ name }) => name),
      cosigned: cosigners.some(({ accountId }) => accountId === ask.actor.accountId),
      parts: shown,
    })
  }
  return read
}

interface PartRow extends AmendmentPart {
  readonly today: string | null
  readonly place: number | null
  readonly sectionPlace: number
  readonly afterPlace: number | null
}

function asReadPart(part: PartRow, state: Amendment['state']): ReadPart {
  const open = isOpenAmendment(state)
  const rebased = open && part.kind === 'change' && part.today !== null && part.today !== part.baseText
  return {
    id: part.id,
    kind: part.kind,
    number: part.place === null ? null : `${part.sectionPlace}.${part.place}`,
    clauseId: part.clauseId,
    after: part.afterPlace === null ? null : `${part.sectionPlace}.${part.afterPlace}`,
    section: part.sectionPlace,
    passages: passagesOf(part, part.text),
    recommended: part.recommendedText === null ? null : passagesOf(part, part.recommendedText),
    rebased,
    merge: rebased ? mergeTexts(part.baseText, part.text, part.today ?? '') : null,
  }
}

/** A move shows the clause as it is; its place is what changes. */
function passagesOf(part: Pick<AmendmentPart, 'kind' | 'baseText'>, text: string): readonly Passage[] {
  return part.kind === 'move'
    ? [{ kind: 'same', text: part.baseText }]
    : diffWords(part.baseText, part.kind === 'strike' ? '' : text)
}
