// Knows the life of a statement: a draft of the Council, published under its name, changed in the open or withdrawn.
import { refuse } from '../refusal.ts'

export type StatementState = 'draft' | 'published' | 'withdrawn'

export interface Statement {
  readonly id: string
  /** Its number among the published ones; null for a draft. */
  readonly number: number | null
  readonly title: string
  readonly text: string
  readonly language: string
  readonly state: StatementState
  readonly createdAt: string
  readonly changedAt: string
  readonly publishedAt: string | null
  readonly withdrawnAt: string | null
  readonly withdrawnReason: string | null
  readonly version: number
}

/** Takes what somebody wrote, on top of the version they read. */
export function revise(
  statement: Statement,
  written: { readonly title: string; readonly text: string; readonly version: number },
  now: string,
): Statement {
  if (statement.state === 'withdrawn') throw refuse('statement_not_draft')
  if (statement.version !== written.version) throw refuse('somebody_was_faster')
  return { ...statement, title: written.title, text: written.text, changedAt: now }
}

/** The first time it gets its number and date; later its newest version replaces the one before, in the open. */
export function publish(statement: Statement, number: number, version: number, now: string): Statement {
  if (statement.state === 'withdrawn') throw refuse('statement_not_draft')
  if (statement.version !== version) throw refuse('somebody_was_faster')
  return {
    ...statement,
    state: 'published',
    number: statement.number ?? number,
    publishedAt: statement.publishedAt ?? now,
  }
}

/** It stays readable, with the reason above it: what was said in public is not unsaid. */
export function withdraw(statement: Statement, reason: string, now: string): Statement {
  if (statement.state !== 'published') throw refuse('statement_not_published')
  return { ...statement, state: 'withdrawn', withdrawnAt: now, withdrawnReason: reason }
}
