// The Round Table, the Speakers' Council and whom it confirms.
import type { Room } from '../room.ts'

export const bodies: Room = {
  things: {
    body: {
      list: (town) =>
        town
          .rows<{ id: string; slug: string }>('select id, slug from body')
          .map(({ id, slug }) => ({ param: slug, id, label: slug, public: true, body: slug })),
      missing: '01900000-0000-7000-8000-000000000000',
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
