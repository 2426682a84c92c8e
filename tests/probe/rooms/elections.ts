// Elections of speakers: rules, candidates and results are everybody's, the roll is for those inside.
import type { Room, Thing } from '../room.ts'
import type { Town } from '../town.ts'

function electionsOf(town: Town): readonly Thing[] {
  return town
    .rows<{ id: string; number: number; state: string }>('select id, number, state from election')
    .map(({ id, number, state }) => ({
      param: String(number),
      id,
      label: state,
      public: true,
      space: 'council',
      outer: true as const,
      body: 'sprecherrat',
    }))
}

const missing = '987654'
const test = { provenIn: 'tests/elections/election.test.ts' }
const over = { unseen: 'the story’s election is over', ...test }

export const elections: Room = {
  things: {
    election: { list: electionsOf, missing },
    /** Only a draft is prepared; the story has none. */
    electionDraft: { list: (town) => electionsOf(town).filter(({ label }) => label === 'draft'), missing },
  },
  doors: {
    '/sprecherrat/wahlen': {
      see: 'nothing',
      posts: { begin: { action: 'election.set-up' } },
    },
    '/sprecherrat/wahlen/:number': {
      of: 'election',
      see: 'election.read',
      posts: {
        object: { action: 'election.object', ...over },
        missing: { action: 'election.object-roll', ...over },
        'leave-seat': { action: 'election.stand', own: true, provenIn: 'tests/elections/run-off.test.ts' },
      },
    },
    '/sprecherrat/wahlen/:number/kandidieren': {
      of: 'election',
      see: 'election.stand',
      posts: {
        'hand-in': { action: 'election.stand', ...over },
        withdraw: { action: 'election.stand', ...over },
      },
    },
    '/sprecherrat/wahlen/:number/verzeichnis': {
      of: 'election',
      see: 'council.read-internal',
      posts: { object: { action: 'election.object-roll', ...over } },
    },
    '/sprecherrat/wahlen/:number/ergebnis': { of: 'election', see: 'election.read' },
    '/sprecherrat/wahlen/:number/vorbereiten': {
      of: 'electionDraft',
      see: 'council.change',
      posts: {
        save: { action: 'election.set-up', ...test },
        announce: { action: 'election.set-up', ...over },
      },
    },
    '/sprecherrat/wahlen/:number/probelauf': { of: 'electionDraft', see: 'election.set-up' },
    '/sprecherrat/wahlen/:number/leiten': {
      of: 'election',
      see: 'election.decide-objection',
      posts: {
        decide: { action: 'election.decide-objection', ...over },
        'note-paper': { action: 'election.set-up', ...over },
        draw: { action: 'election.set-up', ...over },
      },
    },
  },
  parts: { 'election.run': 'the clock’s jobs' },
  topics: { elections: { see: 'election.read' }, election: { of: 'election', see: 'election.read' } },
}
