// What can happen to an election of speakers.
import type { EventRules } from '../events.ts'

export interface ElectionEvents {
  'election.saved': { electionId: string }
  'election.announced': { electionId: string }
  'election.roll-closed': { electionId: string }
  'election.roll-changed': { electionId: string; objectionId: string }
  'candidature.handed-in': { electionId: string; candidatureId: string }
  'candidature.withdrawn': { electionId: string; candidatureId: string }
  'election.prepared': { electionId: string; pollId: string }
  'election.objected': { electionId: string; objectionId: string }
  'election.objection-decided': { electionId: string; objectionId: string }
  'election.invalidated': { electionId: string }
  'election.run-off': { electionId: string; pollId: string }
  'election.settled': { electionId: string }
  'election.held': { electionId: string }
  'election.terms-begun': { electionId: string }
  'election.seat-left': { electionId: string; candidatureId: string }
  'election.seat-filled': { electionId: string; accountId: string }
}

/** Open pages of an election watch it; a draft is the Council's. */
const open = {
  topics: (data: { electionId: string }) => ['elections', `election:${data.electionId}`],
  audience: 'election.read',
} as const
const inside = {
  topics: (data: { electionId: string }) => [`election:${data.electionId}`, 'council'],
  audience: 'council.read-internal',
} as const
const draft = { topics: () => ['council-drafts'], audience: 'council.write-statement' } as const

export const electionEvents: EventRules<ElectionEvents> = {
  'election.saved': draft,
  'election.announced': open,
  'election.roll-closed': open,
  'election.roll-changed': inside,
  'candidature.handed-in': open,
  'candidature.withdrawn': open,
  'election.prepared': open,
  'election.objected': inside,
  'election.objection-decided': open,
  'election.invalidated': open,
  'election.run-off': open,
  'election.settled': open,
  'election.held': open,
  'election.terms-begun': open,
  'election.seat-left': open,
  'election.seat-filled': open,
}
