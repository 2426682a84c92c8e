// What can happen to the town and to people.
import type { EventRules } from '../events.ts'

export interface PeopleEvents {
  'town.set-up': { accountId: string }
  'town.changed': Record<never, never>
  'account.opened': { accountId: string }
  'account.signed-in': { accountId: string }
  'account.changed': { accountId: string }
  'account.mail-changed': { accountId: string }
  'account.appointed': { accountId: string; role: string; scope: string }
  'account.released': { accountId: string; role: string; scope: string }
  'account.erased': { accountId: string }
  'account.paused': { accountId: string; measureId: string }
  'account.resumed': { accountId: string; measureId: string }
  'session.ended': { accountId: string; sessionId: string | null }
}

const account = {
  topics: (data: { accountId: string }) => [`account:${data.accountId}`],
  audience: 'account.read',
} as const

export const peopleEvents: EventRules<PeopleEvents> = {
  'town.set-up': { topics: () => [], audience: 'town.operate' },
  'town.changed': { topics: () => [], audience: 'town.operate' },
  'account.opened': account,
  'account.signed-in': account,
  'account.changed': account,
  'account.mail-changed': account,
  'account.appointed': account,
  'account.released': account,
  'account.erased': account,
  'account.paused': account,
  'account.resumed': account,
  'session.ended': account,
}
