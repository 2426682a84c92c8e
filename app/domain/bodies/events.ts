// What can happen to bodies and to who sits in them.
import type { EventRules } from '../events.ts'

export interface BodyEvents {
  'body.changed': { bodyId: string }
  'creator.declared': { accountId: string }
  'creator.confirmed': { accountId: string }
}

const account = {
  topics: (data: { accountId: string }) => [`account:${data.accountId}`],
  audience: 'account.read',
} as const

export const bodyEvents: EventRules<BodyEvents> = {
  'body.changed': { topics: (data) => [`body:${data.bodyId}`], audience: 'body.read' },
  'creator.declared': account,
  'creator.confirmed': account,
}
