// Follows an event up: notices for those it concerns, mails for those who want them at once. May run twice; tells once.
import { fromJson } from '#db/columns.ts'
import { planRunOff } from '../elections/run-off.server.ts'
import type { Event } from '../events.ts'
import { recordOutcome } from '../meetings/outcome.server.ts'
import { addJob, type Work } from '../run.server.ts'
import { liftFromGone } from '../standards/agenda.server.ts'
import { planByVote } from '../standards/by-vote.server.ts'
import { noticeSubject } from '../standards/notice-place.server.ts'
import { isStandardEvent } from '../standards/notices.ts'
import { findConcerned } from './concerned.server.ts'
import { nextDigest } from './mail.ts'
import { type Notice, noticesFor } from './notice.ts'
import { noticeMail } from './notice-mail.server.ts'
import { queueMailTo, wishOf } from './outbox.server.ts'

export async function followUp(work: Work, input: { readonly event: number }): Promise<void> {
  const row = await work.tx
    .selectFrom('event')
    .selectAll()
    .where('number', '=', input.event)
    .executeTakeFirst()
  if (!row) return
  const event = { type: row.type, ...fromJson<object>(row.data) } as Event
  if (event.type === 'poll.counted') await recordOutcome(work, event)
  if (event.type === 'poll.counted' || event.type === 'poll.lot-drawn') await planRunOff(work, event.pollId)
  if (event.type === 'resolution.recorded') await planByVote(work, event)
  if (event.type === 'agenda.changed' || event.type === 'meeting.cancelled') await liftFromGone(work, event)
  const notices = noticesFor(event, await findConcerned(work, event), row.actorId)
  // Looked up once for all: a lively talk has many followers.
  const digestAt =
    event.type === 'contribution.posted' || isStandardEvent(event)
      ? nextDigest(work.now, work.platform.town.timeZone)
      : work.now
  for (const notice of notices) {
    if (await keepNotice(work, input.event, event, notice, row.at)) await tell(work, event, notice, digestAt)
  }
}

/** False where this person was told of this event before. */
async function keepNotice(
  work: Work,
  number: number,
  event: Event,
  notice: Notice,
  at: string,
): Promise<boolean> {
  const kept = await work.tx
    .insertInto('notice')
    .values({ id: work.newId(), ...notice, eventNumber: number, subject: subjectOf(event), at, readAt: null })
    .onConflict((conflict) => conflict.columns(['accountId', 'eventNumber', 'kind']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

async function tell(work: Work, event: Event, notice: Notice, digestAt: string): Promise<void> {
  if (notice.kind === 'contribution') {
    const wish = await wishOf(work, notice.accountId, 'follow')
    if (wish !== 'none') await planDigest(work, notice.accountId, wish === 'weekly' ? digestAt : work.now)
    return
  }
  const mail = await noticeMail(work, event, notice)
  if (!mail) return
  if (isStandardEvent(event) && mail.topic === 'follow') {
    const wish = await wishOf(work, notice.accountId, 'follow')
    if (wish === 'weekly') await planDigest(work, notice.accountId, digestAt)
  }
  await queueMailTo(work, notice.accountId, { kind: notice.kind, ...mail })
}

async function planDigest(work: Work, accountId: string, dueAt: string): Promise<void> {
  const key = `digest:${accountId}`
  await addJob(work.tx, work.newId(), { kind: 'digest', key, data: { accountId }, dueAt })
}

/** The thing a notice leads to. */
function subjectOf(event: Event): string {
  if (isStandardEvent(event)) return noticeSubject(event)
  if ('contributionId' in event) return `contribution:${event.contributionId}`
  if ('ideaId' in event) return `idea:${event.ideaId}`
  if ('electionId' in event) return `election:${event.electionId}`
  if ('pollId' in event) return `poll:${event.pollId}`
  if ('taskId' in event) return `task:${event.taskId}`
  if ('ideaId' in event && event.ideaId !== null) return `idea:${event.ideaId}`
  if ('resolutionId' in event) return `resolution:${event.resolutionId}`
  if ('measureId' in event) return `measure:${event.measureId}`
  if ('reportId' in event) return `report:${event.reportId}`
  if ('meetingId' in event) return `meeting:${event.meetingId}`
  return 'accountId' in event ? `account:${event.accountId}` : 'town'
}
