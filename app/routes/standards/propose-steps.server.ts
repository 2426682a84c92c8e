// The way of a new amendment: fill in, take clauses along, check, propose. What was typed travels in the form itself.
import { data } from '@remix-run/node'
import type { FieldProblem } from '#app/domain/form.ts'
import { isNumber } from '#app/domain/numbers.ts'
import { type Refusal, refuse } from '#app/domain/refusal.ts'
import { type PartKind, partKinds } from '#app/domain/standards/amendment.ts'
import { findColliding } from '#app/domain/standards/collisions.server.ts'
import { type NewPart, proposeAmendment } from '#app/domain/standards/propose.server.ts'
import { standardLimits } from '#app/domain/standards/standards.form.ts'
import { diffWords, type Passage } from '#app/domain/standards/text/diff.ts'
import type { Answer, FormDoor } from '#app/http/door.server.ts'
import { clean } from '#app/http/form.ts'

const mostParts = 12

export interface ClauseChoice {
  readonly id: string
  readonly number: string
  readonly sectionId: string
  readonly section: number
  readonly text: string
  readonly version: number
}

/** One clause in the form, as far as it is filled in. */
export interface PartDraft {
  readonly kind: PartKind
  readonly clauseId: string
  readonly base: number
  readonly text: string
  /** For a move: the clause it shall stand behind; '' for the beginning. */
  readonly after: string
}

export interface CheckedPart {
  readonly kind: PartKind
  readonly number: string | null
  readonly after: string | null
  readonly section: number
  readonly passages: readonly Passage[]
}

export interface ProposeAnswer extends Answer {
  readonly step: 'fill' | 'check'
  readonly parts: readonly PartDraft[]
  readonly reason: string
  readonly checked: readonly CheckedPart[]
  readonly similar: readonly number[]
}

export function freshPart(kind: PartKind, clause: ClauseChoice): PartDraft {
  return {
    kind,
    clauseId: clause.id,
    base: clause.version,
    text: kind === 'change' ? clause.text : '',
    after: '',
  }
}

export function partsIn(posted: FormData, clauses: readonly ClauseChoice[]): PartDraft[] {
  const parts: PartDraft[] = []
  for (let at = 0; at < mostParts && posted.has(`kind-${at}`); at++) {
    const kind = String(posted.get(`kind-${at}`))
    const clauseId = String(posted.get(`clause-${at}`))
    const base = Number(posted.get(`base-${at}`))
    if (!isKind(kind) || !clauses.some(({ id }) => id === clauseId)) continue
    parts.push({
      kind,
      clauseId,
      base: isNumber(base) ? base : 1,
      text: clean(posted.get(`text-${at}`) ?? undefined),
      after: clean(posted.get(`after-${at}`) ?? undefined),
    })
  }
  return parts
}

export async function takeStep(
  door: FormDoor,
  standard: { readonly id: string; readonly slug: string },
  clauses: readonly ClauseChoice[],
) {
  const parts = partsIn(door.posted, clauses)
  const reason = clean(door.posted.get('reason') ?? undefined)
  const show = (step: ProposeAnswer['step'], more: Partial<ProposeAnswer> = {}, status = 200) =>
    data<ProposeAnswer>(
      {
        intent: door.intent,
        errors: [],
        refusal: null,
        typed: {},
        step,
        parts,
        reason,
        checked: [],
        similar: [],
        ...more,
      },
      { status },
    )

  if (door.posted.has('remove')) {
    const at = Number(door.posted.get('remove'))
    return show('fill', { parts: parts.filter((_, place) => place !== at) })
  }
  switch (door.intent) {
    case 'add': {
      const clause = clauses.find(({ id }) => id === door.posted.get('add-clause'))
      const kind = String(door.posted.get('add-kind'))
      if (!clause || !isKind(kind) || parts.length >= mostParts) return show('fill')
      return show('fill', { parts: [...parts, freshPart(kind, clause)] })
    }
    case 'back':
      return show('fill')
    case 'check':
    case 'send': {
      const problems = problemsOf(parts, reason)
      if (Object.keys(problems).length > 0) {
        const answer = (await door.invalid(problems)).data
        return show('fill', { errors: answer.errors }, 400)
      }
      const wrong = wrongWith(parts, clauses)
      if (wrong) return show('fill', { refusal: (await door.refused(wrong)).data.refusal }, 400)
      if (door.intent === 'check') {
        const asParts = parts.map((part) => newPart(part, clauses))
        const similar = await findColliding(
          door.ask,
          standard.id,
          asParts.map((part) => ({
            ...part,
            sectionId: part.sectionId ?? '',
            baseText: clauses.find(({ id }) => id === part.clauseId)?.text ?? '',
          })),
        )
        return show('check', {
          checked: parts.map((part) => checkedPart(part, clauses)),
          similar: similar.map(({ number }) => number),
        })
      }
      const limited = await door.limit('post')
      if (limited) return show('fill', { refusal: limited.data.refusal }, 429)
      const outcome = await door.run(proposeAmendment, {
        standardId: standard.id,
        reason,
        parts: parts.map((part) => newPart(part, clauses)),
      })
      if (!outcome.ok) {
        const refused = door.refused(outcome.refusal)
        return show('fill', { refusal: refused.data.refusal }, refused.init?.status ?? 400)
      }
      return door.goTo(`/standards/${standard.slug}/aenderungen/${outcome.value.number}?meldung=sent`)
    }
    default:
      throw door.refuse('not_found')
  }
}

function problemsOf(parts: readonly PartDraft[], reason: string): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {}
  const { min, max } = standardLimits.reason
  if (reason === '') problems.reason = { error: 'missing' }
  else if (reason.length < min) problems.reason = { error: 'too_short', min }
  else if (reason.length > max) problems.reason = { error: 'too_long', max }
  parts.forEach(({ kind, text }, at) => {
    if (kind === 'strike' || kind === 'move') return
    if (text === '') problems[`text-${at}`] = { error: 'missing' }
    if (text.length > standardLimits.clause.max)
      problems[`text-${at}`] = { error: 'too_long', max: standardLimits.clause.max }
  })
  return problems
}

function wrongWith(parts: readonly PartDraft[], clauses: readonly ClauseChoice[]): Refusal | null {
  if (parts.length === 0) return refuse('amendment_needs_clause')
  const unchanged = parts.some(
    ({ kind, clauseId, text }) =>
      kind === 'change' && text === clauses.find(({ id }) => id === clauseId)?.text,
  )
  return unchanged ? refuse('amendment_changes_nothing') : null
}

function newPart(part: PartDraft, clauses: readonly ClauseChoice[]): NewPart {
  const clause = clauses.find(({ id }) => id === part.clauseId)
  if (part.kind === 'insert') {
    return {
      kind: 'insert',
      clauseId: null,
      sectionId: clause?.sectionId ?? null,
      afterClauseId: part.clauseId,
      baseVersion: null,
      text: part.text,
    }
  }
  return {
    kind: part.kind,
    clauseId: part.clauseId,
    sectionId: null,
    afterClauseId: part.kind === 'move' && part.after !== '' ? part.after : null,
    baseVersion: part.base,
    text: part.kind === 'change' ? part.text : '',
  }
}

function checkedPart(part: PartDraft, clauses: readonly ClauseChoice[]): CheckedPart {
  const clause = clauses.find(({ id }) => id === part.clauseId)
  const before = part.kind === 'insert' ? '' : (clause?.text ?? '')
  const after = part.kind === 'strike' ? '' : part.kind === 'move' ? before : part.text
  const behind = part.kind === 'insert' ? clause : clauses.find(({ id }) => id === part.after)
  return {
    kind: part.kind,
    number: part.kind === 'insert' ? null : (clause?.number ?? null),
    after: behind?.number ?? null,
    section: clause?.section ?? 1,
    passages: diffWords(before, after),
  }
}

function isKind(kind: string): kind is PartKind {
  return (partKinds as readonly string[]).includes(kind)
}
