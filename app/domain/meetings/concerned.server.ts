// Whom a meeting concerns: who sits in its body, who prepares it, who asked, proposed or took a task.
import type { Concerned } from '../notices/notice.ts'
import type { Work } from '../run.server.ts'
import type { MeetingEvents } from './events.ts'

type MeetingEvent = {
  [Type in keyof MeetingEvents]: { readonly type: Type } & Readonly<MeetingEvents[Type]>
}[keyof MeetingEvents]

export async function meetingPeople(work: Work, event: MeetingEvent): Promise<Partial<Concerned>> {
  switch (event.type) {
    case 'meeting.invited':
    case 'meeting.changed':
    case 'meeting.cancelled':
    case 'minutes.checked':
    case 'minutes.published':
      return { seated: await seatedIn(work, event.meetingId, event.type !== 'meeting.changed') }
    case 'question.answered': {
      const question = await work.tx
        .selectFrom('citizenQuestion')
        .select('authorId')
        .where('id', '=', event.questionId)
        .executeTakeFirst()
      return { author: question?.authorId ?? null }
    }
    case 'agenda.proposed':
      // A proposal that was taken back meanwhile concerns nobody.
      if (!(await proposalOf(work, event.proposalId))) return {}
      return { seated: await preparersOf(work, event.meetingId) }
    case 'resolution.review-due':
      return { seated: await preparersOf(work, event.meetingId) }
    case 'agenda.proposal-decided': {
      const proposal = await proposalOf(work, event.proposalId)
      return { author: proposal?.authorId ?? null }
    }
    case 'meeting-task.given':
    case 'meeting-task.reminded':
      return { affected: event.ownerId }
    default:
      return {}
  }
}

/** Who sits in the body that meets. A change before the invitation concerns nobody yet. */
async function seatedIn(work: Work, meetingId: string, always: boolean): Promise<readonly string[]> {
  const rows = await work.tx
    .selectFrom('meeting')
    .innerJoin('membership', 'membership.bodyId', 'meeting.bodyId')
    .select('membership.accountId')
    .distinct()
    .where('meeting.id', '=', meetingId)
    .where('meeting.state', 'not in', always ? ['planned'] : ['planned', 'cancelled'])
    .where('membership.fromAt', '<=', work.now)
    .where((eb) => eb.or([eb('membership.untilAt', 'is', null), eb('membership.untilAt', '>', work.now)]))
    .execute()
  return rows.map((row) => row.accountId)
}

async function proposalOf(work: Work, id: string) {
  return work.tx
    .selectFrom('agendaProposal')
    .select(['id', 'authorId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Who prepares the meetings of the body, as it is at this moment. */
async function preparersOf(work: Work, meetingId: string): Promise<readonly string[]> {
  const rows = await work.tx
    .selectFrom('meeting')
    .innerJoin('membership', 'membership.bodyId', 'meeting.bodyId')
    .select('membership.accountId')
    .distinct()
    .where('meeting.id', '=', meetingId)
    .where('membership.function', 'in', ['chair', 'deputy', 'minute-taker'])
    .where('membership.fromAt', '<=', work.now)
    .where((eb) => eb.or([eb('membership.untilAt', 'is', null), eb('membership.untilAt', '>', work.now)]))
    .execute()
  return rows.map((row) => row.accountId)
}
