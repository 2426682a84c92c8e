// What can happen in the Speakers' Council's house.
import type { EventRules } from '../events.ts'

export interface CouncilEvents {
  'talk.opened': { talkId: string }
  'statement.saved': { statementId: string }
  'statement.published': { statementId: string }
  'statement.withdrawn': { statementId: string }
  'creator.refused': { accountId: string }
  'creator.ended': { accountId: string }
  'creator.objected': { accountId: string; objectionId: string }
  'creator.objection-decided': { accountId: string; objectionId: string }
  'council.changed': Record<never, never>
  'council.accessed': { accessId: string }
}

/** Open pages inside the house watch this one; whoever may not enter is refused it. */
const inside = { topics: () => ['council'], audience: 'council.read-internal' } as const

/** Drafts are the speakers' alone. */
const drafts = { topics: () => ['council-drafts'], audience: 'council.write-statement' } as const

const account = {
  topics: (data: { accountId: string }) => [`account:${data.accountId}`, 'council'],
  audience: 'council.read-internal',
} as const

const outside = { topics: () => [], audience: 'body.read' } as const

export const councilEvents: EventRules<CouncilEvents> = {
  'talk.opened': inside,
  'statement.saved': drafts,
  'statement.published': outside,
  'statement.withdrawn': outside,
  'creator.refused': account,
  'creator.ended': account,
  'creator.objected': account,
  'creator.objection-decided': account,
  'council.changed': inside,
  'council.accessed': inside,
}
