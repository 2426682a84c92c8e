// Follows an event up: notices for those it concerns, mails for those who want them at once. May run twice; tells once.
import { fromJson } from '#db/columns.ts'
import type { NoticeTable } from '#db/tables.ts'
import { breather } from '../breather.server.ts'
import { planRunOff } from '../elections/run-off.server.ts'
import type { Event } from '../events.ts'
import { batchesOf } from '../lists.ts'
import { recordOutcome } from '../meetings/outcome.server.ts'
import { addJob, addJobs, type NewJob, type Work } from '../run.server.ts'
import { liftFromGone } from '../standards/agenda.server.ts'
import { planByVote } from '../standards/by-vote.server.ts'
import { noticeSubject } from '../standards/notice-place.server.ts'
import { isStandardEvent } from '../standards/notices.ts'
import { findConcerned } from './concerned.server.ts'
import { nextDigest } from './mail.ts'
import { type Notice, noticesFor } from './notice.ts'
import { noticeMail } from './notice-mail.server.ts'
import { queueMailTo, wishesOf, wishOf } from './outbox.server.ts'

/** So many people are told in one deed; the rest in a further one, since nobody else writes meanwhile. */
const mostAtOnce = 200

export async function followUp(work: Work, input: { readonly event: number }): Promise<void> {
  const happened = await findEvent(work, input.event)
  if (!happened) return
  const { event } = happened
  if (event.type === 'poll.counted') await recordOutcome(work, event)
  if (event.type === 'poll.counted' || event.type === 'poll.lot-drawn') await planRunOff(work, event.pollId)
  if (event.type === 'resolution.recorded') await planByVote(work, event)
  if (event.type === 'agenda.changed' || event.type === 'meeting.cancelled') await liftFromGone(work, event)
  await tellConcerned(work, happened)
}

/** Tells those whom earlier deeds did not reach. */
export async function followUpRest(work: Work, input: { readonly event: number }): Promise<void> {
  const happened = await findEvent(work, input.event)
  if (happened) await tellConcerned(work, happened)
}

interface Happened {
  readonly event: Event
  readonly number: number
  readonly actorId: string | null
  readonly at: string
}

async function findEvent(work: Work, number: number): Promise<Happened | null> {
  const row = await work.tx.selectFrom('event').selectAll().where('number', '=', number).executeTakeFirst()
  return row ? { ...row, event: { type: row.type, ...fromJson<object>(row.data) } as Event } : null
}

async function tellConcerned(work: Work, { event, number, actorId, at }: Happened): Promise<void> {
  const notices = noticesFor(event, await findConcerned(work, event), actorId)
  // Looked up once for all: a lively talk has many followers.
  const digestAt =
    event.type === 'contribution.posted' || isStandardEvent(event)
      ? nextDigest(work.now, work.platform.town.timeZone)
      : work.now
  const of = { eventNumber: number, subject: subjectOf(event), at, readAt: null }
  const breathe = breather()
  let told = 0
  for (const batch of batchesOf(notices)) {
    if (told >= mostAtOnce) {
      const job = { kind: 'follow-up-rest', data: { event: number }, dueAt: work.now, key: null }
      return addJob(work.tx, work.newId(), job)
    }
    await breathe()
    const kept = await keepNotices(work, batch, of)
    told += kept.length
    const ofTalk = kept.filter(({ kind }) => kind === 'contribution')
    if (ofTalk.length > 0) await gatherForDigest(work, ofTalk, digestAt)
    for (const notice of kept) {
      if (notice.kind === 'contribution') continue
      await breathe()
      await tell(work, event, notice, digestAt)
    }
  }
}

/** Those that are new: who was told of this event before is not told again. */
async function keepNotices(
  work: Work,
  notices: readonly Notice[],
  of: Omit<NoticeTable, 'id' | keyof Notice>,
): Promise<readonly Notice[]> {
  const rows = await work.tx
    .insertInto('notice')
    .values(notices.map((notice) => ({ id: work.newId(), ...notice, ...of })))
    .onConflict((conflict) => conflict.columns(['accountId', 'eventNumber', 'kind']).doNothing())
    .returning('accountId')
    .execute()
  const kept = new Set(rows.map(({ accountId }) => accountId))
  return notices.filter(({ accountId }) => kept.has(accountId))
}

/** Followers read of contributions in their next digest, or in one of its own at once. */
async function gatherForDigest(work: Work, notices: readonly Notice[], digestAt: string): Promise<void> {
  const wishes = await wishesOf(
    work,
    notices.map(({ accountId }) => accountId),
    'follow',
  )
  const wanting = [...wishes].filter(([, wish]) => wish !== 'none')
  await addJobs(
    work.tx,
    wanting.map(([accountId, wish]) => ({
      id: work.newId(),
      ...digestJob(accountId, wish === 'weekly' ? digestAt : work.now),
    })),
  )
}

async function tell(work: Work, event: Event, notice: Notice, digestAt: string): Promise<void> {
  const mail = await noticeMail(work, event, notice)
  if (!mail) return
  if (isStandardEvent(event) && mail.topic === 'follow') {
    const wish = await wishOf(work, notice.accountId, 'follow')
    if (wish === 'weekly') await addJob(work.tx, work.newId(), digestJob(notice.accountId, digestAt))
  }
  await queueMailTo(work, notice.accountId, { kind: notice.kind, ...mail })
}

function digestJob(accountId: string, dueAt: string): NewJob {
  return { kind: 'digest', key: `digest:${accountId}`, data: { accountId }, dueAt }
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
