// The operator's pages, and the rights taken away through them.
import { press } from '../press.ts'
import type { Room, Taking } from '../room.ts'

const operator = 'nadine'

const releasedModerator: Taking = {
  name: 'a moderator is released',
  from: 'dieter',
  topics: ['moderation'],
  by: operator,
  async take(town) {
    const [row] = town.rows<{ id: string }>(
      `select appointment.id from appointment join account on account.id = "accountId"
       where handle = 'dieter' and role = 'moderator' and "untilAt" is null`,
    )
    await press(town, {
      as: operator,
      page: '/betrieb',
      keys: ['release'],
      holds: { appointmentId: row?.id ?? '' },
    })
  },
  left: (person) => ({
    ...person,
    roles: person.roles.filter((role) => role !== 'moderator'),
    appointments: person.appointments.filter(({ role }) => role !== 'moderator'),
  }),
}

const endedMember: Taking = {
  name: 'a seat at the Round Table ends',
  from: 'jonas',
  topics: [],
  by: operator,
  async take(town) {
    const [row] = town.rows<{ id: string }>(
      `select membership.id from membership join account on account.id = "accountId" join body on body.id = "bodyId"
       where handle = 'jonas' and body.slug = 'runder-tisch' order by membership."fromAt" desc`,
    )
    await press(town, {
      as: operator,
      page: '/betrieb/gremien',
      keys: ['end'],
      holds: { membershipId: row?.id ?? '' },
    })
  },
  left: (person) => ({ ...person, seats: person.seats.filter(({ body }) => body !== 'runder-tisch') }),
}

export const operation: Room = {
  things: {
    setUpLink: {
      list: () => [{ param: 'x'.repeat(43), id: '', label: 'wrong link', public: false }],
      missing: 'y'.repeat(43),
    },
    signInLink: {
      list: () => [{ param: 'x'.repeat(43), id: '', label: 'wrong link', public: true }],
      missing: 'y'.repeat(43),
    },
  },
  doors: {
    '/betrieb': {
      see: 'town.operate',
      posts: {
        release: { action: 'account.appoint' },
        role: { action: 'town.change', fields: { name: 'Büro der Probe' } },
      },
    },
    '/betrieb/stadt': { see: 'town.operate', posts: { town: { action: 'town.change' } } },
    '/betrieb/gremien': {
      see: 'town.operate',
      posts: {
        found: { action: 'body.manage', unseen: 'shown only where there is no body yet' },
        save: { action: 'body.manage', fields: { name: 'Tisch der Probe' } },
        end: { action: 'body.manage' },
      },
    },
    '/betrieb/konten/:id': {
      of: 'account',
      see: 'town.operate',
      posts: {
        appoint: { action: 'account.appoint', fields: { role: 'moderator', scope: '' } },
        mail: { action: 'account.change-mail', fields: { mail: 'ersatz@beispiel.example' } },
        seat: { action: 'body.manage' },
      },
    },
    '/einrichten/:token': {
      of: 'setUpLink',
      see: 'town.set-up',
      posts: {
        'set-up': {
          action: 'town.set-up',
          unseen: 'the demo town is set up',
          provenIn: 'tests/people/operator.test.ts',
          fields: { intent: 'set-up', town: 'Probestadt', name: 'Probe', ownMail: 'probe@beispiel.example' },
        },
      },
    },
  },
  takings: [releasedModerator, endedMember],
}
