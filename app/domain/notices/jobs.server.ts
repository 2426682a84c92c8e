// Jobs in the database: taken by one worker at a time, tried again later when they fail, never lost by a crash.
import { fromJson } from '#db/columns.ts'
import type { Work } from '../run.server.ts'

export interface DueJob {
  readonly id: string
  readonly kind: string
  readonly data: unknown
  readonly attempts: number
}

const claimMinutes = 5

export async function claimJobs(work: Work, input: { readonly most: number }): Promise<readonly DueJob[]> {
  const due = await work.tx
    .selectFrom('job')
    .select('id')
    .where('doneAt', 'is', null)
    .where('dueAt', '<=', work.now)
    .where((eb) => eb.or([eb('claimedUntil', 'is', null), eb('claimedUntil', '<', work.now)]))
    .orderBy('dueAt')
    .orderBy('id')
    .limit(input.most)
    .execute()
  if (due.length === 0) return []
  const rows = await work.tx
    .updateTable('job')
    .set((eb) => ({ claimedUntil: later(work.now, claimMinutes), attempts: eb('attempts', '+', 1) }))
    .where(
      'id',
      'in',
      due.map((row) => row.id),
    )
    .where((eb) => eb.or([eb('claimedUntil', 'is', null), eb('claimedUntil', '<', work.now)]))
    .returning(['id', 'kind', 'data', 'attempts'])
    .execute()
  return rows.map((row) => ({ ...row, data: fromJson(row.data) })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

export async function finishJob(work: Work, input: { readonly id: string }): Promise<void> {
  await work.tx
    .updateTable('job')
    .set({ doneAt: work.now, claimedUntil: null, lastError: null })
    .where('id', '=', input.id)
    .execute()
}

export async function postponeJob(
  work: Work,
  input: { readonly id: string; readonly attempts: number; readonly error: string },
): Promise<void> {
  const minutes = Math.min(240, 0.2 * 2 ** Math.min(input.attempts, 12))
  await work.tx
    .updateTable('job')
    .set({ claimedUntil: null, lastError: input.error.slice(0, 300), dueAt: later(work.now, minutes) })
    .where('id', '=', input.id)
    .execute()
}

/** At the start of a town that belongs to one process: nobody is at these any more. */
export async function freeClaims(work: Work, _input: null): Promise<void> {
  await work.tx
    .updateTable('job')
    .set({ claimedUntil: null })
    .where('doneAt', 'is', null)
    .where('claimedUntil', 'is not', null)
    .execute()
  await work.tx
    .updateTable('mail')
    .set({ claimedUntil: null })
    .where('sentAt', 'is', null)
    .where('claimedUntil', 'is not', null)
    .execute()
}

/** What is long done need not be kept: finished jobs and keys of forms older than two days. */
export async function forgetOld(work: Work, _input: null): Promise<void> {
  const before = later(work.now, -2 * 24 * 60)
  await work.tx.deleteFrom('job').where('doneAt', '<', before).execute()
  await work.tx.deleteFrom('sentForm').where('at', '<', before).execute()
  await work.tx.deleteFrom('signInCode').where('expiresAt', '<', before).execute()
}

function later(now: string, minutes: number): string {
  return new Date(Date.parse(now) + minutes * 60_000).toISOString()
}
