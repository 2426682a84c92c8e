// Knows the register of those who make culture: how long a decision can be objected to, and who may decide about it.
import { refuse } from '../refusal.ts'

/** Days in which a confirmation or a refusal can be objected to. */
export const objectionDays = 14

export type ObjectionOutcome = 'upheld' | 'rejected'

export interface RegisterEntry {
  readonly accountId: string
  readonly confirmedAt: string | null
  readonly confirmedById: string | null
  readonly refusedAt: string | null
}

/** The moment up to which one may object; null where the Council has not decided yet. */
export function objectUntil(entry: Pick<RegisterEntry, 'confirmedAt' | 'refusedAt'>): string | null {
  const decidedAt = entry.confirmedAt ?? entry.refusedAt
  return decidedAt === null
    ? null
    : new Date(Date.parse(decidedAt) + objectionDays * 86_400_000).toISOString()
}

/**
 * What an objection speaks against. A refusal concerns the person alone; a confirmation concerns everybody in the
 * register but the one confirmed.
 */
export function objectionAgainst(
  entry: RegisterEntry,
  byId: string,
  now: string,
): 'confirmation' | 'refusal' {
  const until = objectUntil(entry)
  if (until === null) throw refuse('creator_not_confirmed')
  const against = entry.confirmedAt === null ? 'refusal' : 'confirmation'
  if ((against === 'refusal') !== (byId === entry.accountId)) throw refuse('not_allowed')
  if (now > until) throw refuse('objection_too_late')
  return against
}

/** Somebody else decides: not who objected, not whom it is about, not who confirmed. */
export function checkDecider(
  objection: { readonly byId: string; readonly outcome: string | null },
  entry: RegisterEntry,
  deciderId: string,
): void {
  if (objection.outcome !== null) throw refuse('already_decided')
  if ([objection.byId, entry.accountId, entry.confirmedById].includes(deciderId))
    throw refuse('creator_decides_own')
}
