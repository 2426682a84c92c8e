// What can happen on the moderators' desk.
import type { EventRules } from '../events.ts'

export interface ModerationEvents {
  'account.pause-proposed': { measureId: string }
  'account.pause-dropped': { measureId: string }
  'report.filed': { reportId: string }
  'report.decided': { reportId: string }
  'measure.appealed': { measureId: string }
  'appeal.decided': { measureId: string; outcome: string }
}

const queue = { topics: () => ['moderation'], audience: 'moderation.read' } as const

export const moderationEvents: EventRules<ModerationEvents> = {
  'account.pause-proposed': queue,
  'account.pause-dropped': queue,
  'report.filed': queue,
  'report.decided': queue,
  'measure.appealed': queue,
  'appeal.decided': queue,
}
