// What can happen to an election of speakers.
import type { EventRules } from '../events.ts'

export interface ElectionEvents {
  'election.saved': { electionId: string }
  'election.announced': { electionId: string }
  'election.roll-closed': { electionId: string }
  'election.roll-objected': { electionId: string; objectionId: string }
  'election.roll-changed': { electionId: string; objectionId: string }
  'candidature.handed-in': { electionId: string; candidatureId: string }
  'candidature.withdrawn': { electionId: string; candidatureId: string }
  'election.prepared': { electionId: string; pollId: string }
  'election.objected': { electionId: string; objectionId: string }
  'election.objection-decided': { electionId: string; objectionId: string }
  'election.invalidated': { electionId: string }
  'election.held': { electionId: string }
  'election.terms-begun': { electionId: string }
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
  'election.roll-objected': inside,
  'election.roll-changed': inside,
  'candidature.handed-in': open,
  'candidature.withdrawn': open,
  'election.prepared': open,
  'election.objected': inside,
  'election.objection-decided': open,
  'election.invalidated': open,
  'election.held': open,
  'election.terms-begun': open,
}
