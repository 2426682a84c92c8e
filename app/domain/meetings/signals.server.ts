// Silent signals: agree, I do not understand, slower. Counted by the minute as the house itself, so that neither a row
// nor an event ever says whose they were.
import type { Ask } from '../query.server.ts'
import type { Work } from '../run.server.ts'
import { getMeeting, meetingSubject } from './meeting.server.ts'
import { fewestShown, type SignalKind, signalKinds, signalMinutes } from './signals.ts'

/** Run as the house; the page has asked whether this person may, and let them once a minute. */
export async function countSignal(
  work: Work,
  input: { readonly meetingId: string; readonly kind: SignalKind },
): Promise<void> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('meeting.run', meetingSubject(meeting))
  const minute = `${work.now.slice(0, 16)}:00.000Z`
  await work.tx
    .insertInto('meetingSignal')
    .values({ meetingId: meeting.id, kind: input.kind, minute, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['meetingId', 'kind', 'minute'])
        .doUpdateSet((eb) => ({ count: eb('meetingSignal.count', '+', 1) })),
    )
    .execute()
  await work.record({ type: 'meeting.signalled', meetingId: meeting.id })
}

/** Totals of the last minutes, from five up. */
export async function readSignals(
  ask: Pick<Ask, 'db' | 'now'>,
  meetingId: string,
): Promise<Readonly<Record<SignalKind, number | null>>> {
  const since = new Date(Date.parse(ask.now) - signalMinutes * 60_000).toISOString()
  const rows = await ask.db
    .selectFrom('meetingSignal')
    .select(['kind', (eb) => eb.fn.sum('count').as('count')])
    .where('meetingId', '=', meetingId)
    .where('minute', '>=', since)
    .groupBy('kind')
    .execute()
  const total = (kind: SignalKind) => {
    const count = Number(rows.find((row) => row.kind === kind)?.count ?? 0)
    return count >= fewestShown ? count : null
  }
  return Object.fromEntries(signalKinds.map((kind) => [kind, total(kind)])) as Record<
    SignalKind,
    number | null
  >
}
