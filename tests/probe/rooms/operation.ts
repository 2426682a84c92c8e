// The operator's pages, through which most rights are given and taken away.
import type { Room } from '../room.ts'
import { takings } from './takings.ts'

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
        'end-sessions': { action: 'account.end-sessions' },
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
  takings,
}
