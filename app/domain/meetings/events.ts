// What can happen to meetings, agendas, minutes and tasks. Of an item that is not public only those inside hear.
import type { EventRules } from '../events.ts'
import type { StepType } from './steps.ts'

export type Hearers = 'everybody' | 'inside'

interface OfMeeting {
  meetingId: string
}
interface OfItem extends OfMeeting {
  itemId: string
  hearers: Hearers
}

export interface MeetingEvents {
  'rules.changed': { bodyId: string }
  'meeting.planned': OfMeeting
  'meeting.changed': OfMeeting
  'meeting.invited': OfMeeting
  'meeting.read': OfMeeting
  'meeting.cancelled': OfMeeting
  'meeting.need-told': OfMeeting
  'meeting.signalled': OfMeeting
  'agenda.proposed': OfMeeting & { proposalId: string }
  'agenda.proposal-decided': OfMeeting & { proposalId: string }
  'agenda.changed': OfMeeting & { hearers: Hearers }
  'agenda.idea-put': OfItem & { ideaId: string }
  'agenda.idea-taken-off': OfItem & { ideaId: string }
  'question.asked': OfMeeting & { questionId: string }
  'question.supported': OfMeeting & { questionId: string }
  'question.answered': OfMeeting & { questionId: string }
  'meeting.step': OfMeeting & { step: StepType; hearers: Hearers }
  'meeting.step-undone': OfMeeting & { step: StepType; hearers: Hearers }
  'minutes.noted': OfItem
  'minutes.checked': OfMeeting
  'minutes.corrected': OfMeeting & { correctionId: string }
  'minutes.correction-decided': OfMeeting & { correctionId: string }
  'minutes.signed': OfMeeting & { as: 'chair' | 'minute-taker' }
  'minutes.published': OfMeeting
  'minutes.approved': OfMeeting & { itemId: string }
  'resolution.recorded': OfItem & { resolutionId: string; ideaId: string | null }
  'resolution.review-due': OfItem & { resolutionId: string }
  'meeting-task.given': OfItem & { taskId: string; ownerId: string | null }
  'meeting-task.reminded': OfItem & { taskId: string; ownerId: string | null }
  'meeting-task.done': OfItem & { taskId: string }
}

const inside = (data: OfMeeting) => `meeting-inside:${data.meetingId}`
/** The open page of the meeting, and the pages of its members. */
const both = (data: OfMeeting) => ['meetings', `meeting:${data.meetingId}`, inside(data)]
const live = (data: OfMeeting & { hearers: Hearers }) =>
  data.hearers === 'inside' ? [inside(data)] : [`meeting:${data.meetingId}`, inside(data)]

const open = { topics: both, audience: 'meeting.read' } as const
const closed = { topics: (data: OfMeeting) => [inside(data)], audience: 'meeting.read-inside' } as const
const heard = { topics: live, audience: 'meeting.read' } as const

export const meetingEvents: EventRules<MeetingEvents> = {
  'rules.changed': { topics: (data) => [`body:${data.bodyId}`], audience: 'body.read' },
  'meeting.planned': open,
  'meeting.changed': open,
  'meeting.invited': open,
  'meeting.read': closed,
  'meeting.cancelled': open,
  'meeting.need-told': closed,
  'meeting.signalled': {
    topics: (data) => [`meeting:${data.meetingId}`, inside(data)],
    audience: 'meeting.read',
  },
  'agenda.proposed': closed,
  'agenda.proposal-decided': closed,
  'agenda.changed': heard,
  'agenda.idea-put': {
    topics: (data) => [...live(data), `idea:${data.ideaId}`, 'ideas'],
    audience: 'idea.read',
  },
  'agenda.idea-taken-off': {
    topics: (data) => [...live(data), `idea:${data.ideaId}`, 'ideas'],
    audience: 'idea.read',
  },
  'question.asked': open,
  'question.supported': open,
  'question.answered': open,
  'meeting.step': heard,
  'meeting.step-undone': heard,
  'minutes.noted': heard,
  'minutes.checked': closed,
  'minutes.corrected': closed,
  'minutes.correction-decided': closed,
  'minutes.signed': closed,
  'minutes.published': open,
  'minutes.approved': open,
  'resolution.recorded': heard,
  'resolution.review-due': { topics: () => [], audience: 'meeting.read-inside' },
  'meeting-task.given': heard,
  'meeting-task.reminded': heard,
  'meeting-task.done': heard,
}
