// The Round Table with its working groups, the Speakers' Council and whom it confirms.
import type { Asked, Post, Room } from '../room.ts'

/** Who may end a seat: the operator, and in a working group whoever may ask somebody in. */
function members(end: Asked): Readonly<Record<string, Post>> {
  return {
    invite: {
      action: 'seat.invite',
      fields: { mail: 'gast@beispiel.example', bench: '', until: '', function: 'member' },
    },
    withdraw: {
      action: 'seat.invite',
      fields: { intent: 'withdraw' },
      provenIn: 'tests/bodies/seats-by-mail.test.ts',
    },
    end: { action: end, provenIn: 'tests/bodies/bodies.test.ts' },
  }
}

export const bodies: Room = {
  things: {
    body: {
      list: (town) =>
        town
          .rows<{ id: string; slug: string }>('select id, slug from body')
          .map(({ id, slug }) => ({ param: slug, id, label: slug, public: true, body: slug })),
      missing: '01900000-0000-7000-8000-000000000000',
    },
    group: {
      list: (town) =>
        town
          .rows<{ id: string; slug: string }>(`select id, slug from body where kind = 'working-group'`)
          .map(({ id, slug }) => ({ param: slug, id, label: slug, public: true, body: slug })),
      missing: 'nirgends',
    },
    council: {
      list: () => [
        {
          param: '',
          id: 'sprecherrat',
          label: 'council',
          public: true,
          space: 'council',
          outer: true,
          body: 'sprecherrat',
        },
      ],
      missing: '',
    },
  },
  doors: {
    '/runder-tisch': { see: 'nothing' },
    '/runder-tisch/mitglieder': { of: 'table', see: 'seat.invite', posts: members('body.manage') },
    '/runder-tisch/gruppen': {
      of: 'table',
      see: 'nothing',
      posts: { found: { action: 'group.found', fields: { seats: '5' } } },
    },
    '/runder-tisch/gruppen/:body': { of: 'group', see: 'nothing' },
    '/runder-tisch/gruppen/:body/mitglieder': {
      of: 'group',
      see: 'seat.invite',
      posts: members(['body.manage', 'seat.invite']),
    },
    '/runder-tisch/gruppen/:body/geschaeftsordnung': {
      of: 'group',
      see: 'nothing',
      posts: { change: { action: 'rules.change' } },
    },
    '/sprecherrat': { see: 'nothing' },
    '/sprecherrat/kulturschaffende': {
      of: 'council',
      see: 'council.read-internal',
      posts: {
        confirm: { action: 'creator.confirm' },
        refuse: {
          action: 'creator.confirm',
          fields: { reason: 'Die Probe nennt hier einen Grund mit genug Wörtern.' },
        },
        object: {
          action: 'creator.object',
          unseen: 'only within fourteen days of a confirmation',
          provenIn: 'tests/council/house.test.ts',
        },
      },
    },
  },
  topics: { body: { of: 'body', see: 'body.read' } },
}
