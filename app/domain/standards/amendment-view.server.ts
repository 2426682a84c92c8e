// Amendments as their pages and the synopsis show them: the words before and after, who stands behind them, what collides.
import type { StandardTable } from '#db/tables.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type {
  Amendment,
  AmendmentPart,
  AmendmentState,
  AuthorAnswer,
  PartKind,
  Recommendation,
} from './amendment.ts'
import { isOpenAmendment, partsCollide, placeOf } from './amendment.ts'
import { breather } from './breather.server.ts'
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
  /** Numbers of open amendments that cannot be adopted beside it without asking somebody. */
  readonly collides: readonly number[]
}

/** All amendments to a standard by their number. Ask for the standard first. */
export async function listAmendments(
  ask: Ask,
  standard: Pick<StandardTable, 'id'>,
): Promise<readonly ReadAmendment[]> {
  return readThose(ask, standard, (all) => all)
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
  let counts = { count: 0, open: 0 }
  const shown = await readThose(ask, standard, (all) => {
    const to = all.filter(({ parts }) => parts.some((part) => part.clauseId === clauseId))
    const open = to.filter(({ state }) => isOpenAmendment(state))
    counts = { count: to.length, open: open.length }
    return [...open, ...to.filter((one) => !open.includes(one))].slice(0, shownAtMost)
  })
  return { shown, ...counts }
}

export async function readAmendment(
  ask: Ask,
  standard: Pick<StandardTable, 'id'>,
  number: number,
): Promise<ReadAmendment> {
  const [found] = await readThose(ask, standard, (all) =>
    all.filter((amendment) => amendment.number === number),
  )
  if (!found) throw refuse('not_found')
  return found
}

/** What is known of an amendment before any words are compared. */
interface Known {
  readonly id: string
  readonly number: number
  readonly state: AmendmentState
  readonly parts: readonly PartRow[]
}

/** Knows all, for one can collide with any; words are compared only for those chosen, and only where two meet. */
async function readThose(
  ask: Ask,
  standard: Pick<StandardTable, 'id'>,
  choose: <K extends Known>(all: readonly K[]) => readonly K[],
): Promise<readonly ReadAmendment[]> {
  const [amendments, parts, cosignatures] = await Promise.all([
    ask.db
      .selectFrom('amendment')
      .leftJoin('account', 'account.id', 'amendment.authorId')
      .leftJoin('conversation', 'conversation.id', 'amendment.conversationId')
      .selectAll('amendment')
      .select(['account.name as author', 'conversation.contributionCount as comments'])
      .where('amendment.standardId', '=', standard.id)
      .orderBy('amendment.number')
      .execute(),
    listParts(ask, standard.id),
    ask.db
      .selectFrom('cosignature')
      .innerJoin('amendment', 'amendment.id', 'cosignature.amendmentId')
      .innerJoin('account', 'account.id', 'cosignature.accountId')
      .select(['cosignature.amendmentId', 'cosignature.accountId', 'account.name'])
      .where('amendment.standardId', '=', standard.id)
      .orderBy('cosignature.at')
      .execute(),
  ])
  const partsOf = groupedBy(parts, ({ amendmentId }) => amendmentId)
  const namesOf = groupedBy(cosignatures, ({ amendmentId }) => amendmentId)
  const all = amendments.map((amendment) => ({
    ...amendment,
    state: amendment.state as AmendmentState,
    parts: partsOf.get(amendment.id) ?? [],
  }))
  const byId = new Map(all.map((amendment) => [amendment.id, amendment]))
  const open = parts.filter(({ amendmentId }) => isOpenAmendment(byId.get(amendmentId)?.state ?? 'withdrawn'))
  const openAt = groupedBy(open, placeOf)
  const breathe = breather()
  const read: ReadAmendment[] = []
  for (const amendment of choose(all)) {
    const { state, parts: own } = amendment
    const names = namesOf.get(amendment.id) ?? []
    const shown: ReadPart[] = []
    const collides = new Set<number>()
    for (const part of own) {
      await breathe()
      shown.push(asReadPart(part, state))
      if (!isOpenAmendment(state)) continue
      for (const other of openAt.get(placeOf(part)) ?? []) {
        if (other.amendmentId === amendment.id) continue
        await breathe()
        if (partsCollide(part, other, other.today ?? ''))
          collides.add(byId.get(other.amendmentId)?.number ?? 0)
      }
    }
    read.push({
      ...amendment,
      comments: amendment.comments ?? 0,
      recommendation: amendment.recommendation as Recommendation | null,
      authorAnswer: amendment.authorAnswer as AuthorAnswer | null,
      cosigners: names.map(({ name }) => name),
      cosigned: names.some(({ accountId }) => accountId === ask.actor.accountId),
      parts: shown,
      collides: [...collides],
    })
  }
  return read
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

interface PartRow extends AmendmentPart {
  readonly today: string | null
  readonly place: number | null
  readonly sectionPlace: number
  readonly afterPlace: number | null
}

async function listParts(ask: Pick<Ask, 'db'>, standardId: string): Promise<readonly PartRow[]> {
  const rows = await ask.db
    .selectFrom('amendmentPart')
    .innerJoin('amendment', 'amendment.id', 'amendmentPart.amendmentId')
    .innerJoin('section', 'section.id', 'amendmentPart.sectionId')
    .leftJoin('clause', 'clause.id', 'amendmentPart.clauseId')
    .leftJoin('clause as after', 'after.id', 'amendmentPart.afterClauseId')
    .selectAll('amendmentPart')
    .select(['clause.text as today', 'clause.place', 'section.place as sectionPlace'])
    .select('after.place as afterPlace')
    .where('amendment.standardId', '=', standardId)
    .orderBy('section.place')
    .orderBy('clause.place')
    .orderBy('amendmentPart.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PartKind }))
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
