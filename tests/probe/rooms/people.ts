// Signing in and out, the own account with its sessions, mails and data; what is new for somebody.
import type { Canary, Room, Thing } from '../room.ts'

const account = 'account'

export const people: Room = {
  things: {
    account: {
      list: (town) =>
        town
          .rows<{ id: string; handle: string }>('select id, handle from account where "erasedAt" is null')
          .map(
            ({ id, handle }): Thing => ({
              param: id,
              id,
              label: `account of ${handle}`,
              public: false,
              self: handle,
            }),
          ),
      missing: '01900000-0000-7000-8000-000000000000',
    },
  },
  doors: {
    '/fuer-sie': { see: 'nothing', posts: { 'mark-read': { action: 'notice.read', own: true } } },
    '/anmelden': {
      see: 'nothing',
      posts: {
        mail: { action: 'account.sign-in', fields: { mail: 'neu@beispiel.example' } },
        code: { action: 'account.sign-in', after: 'mail', step: true, fields: { code: '000000' } },
        passkey: { action: 'account.sign-in', step: true, provenIn: 'tests/people/sign-in.test.ts' },
      },
    },
    '/anmelden/link/:token': {
      see: 'nothing',
      of: 'signInLink',
      posts: { link: { action: 'account.sign-in', step: true } },
    },
    '/abmelden': {
      see: 'nothing',
      posts: { 'sign-out': { action: 'account.change', own: true, last: true } },
    },
    '/konto': {
      see: account,
      posts: {
        change: { action: 'account.change', own: true, fields: { name: 'Probe Beispiel' } },
        'end-one': { action: 'account.change', theirs: true },
        'end-others': { action: 'account.change', own: true },
        'end-all': { action: 'account.change', own: true, last: true },
        declare: { action: 'creator.declare', own: true },
        'object-refusal': {
          action: 'creator.object',
          unseen: 'nobody of the story was refused',
          provenIn: 'tests/council/house.test.ts',
        },
      },
    },
    '/konto/adresse': {
      see: account,
      posts: {
        mail: { action: 'account.change-mail', own: true, fields: { mail: 'andere@beispiel.example' } },
        code: { action: 'account.change-mail', after: 'mail', step: true, fields: { code: '000000' } },
      },
    },
    '/konto/passkeys': {
      see: account,
      posts: {
        add: { action: 'account.change', own: true, provenIn: 'tests/people/sign-in.test.ts' },
        remove: {
          action: 'account.change',
          own: true,
          unseen: 'the demo town has no passkey',
          provenIn: 'tests/people/sign-in.test.ts',
        },
      },
    },
    '/konto/export': { see: 'account.export' },
    '/konto/export.json': { see: 'account.export' },
    '/konto/loeschen': {
      see: account,
      posts: {
        check: { action: 'account.erase', step: true },
        erase: { action: 'account.erase', after: 'check', own: true, last: true },
      },
    },
    '/konto/post': { see: account, posts: { '': { action: 'notice.read', own: true } } },
    '/abbestellen': { see: 'nothing', exempt: 'needs the seal of a mail: tests/notices/outbox.test.ts' },
  },
  parts: { 'account.read': 'the own account’s and the operator’s pages, each with private words' },
  topics: { account: { of: 'account', see: 'notice.read' } },
  /** Every address is known to its owner, and to the operator who changes lost ones. */
  canaries: (town): readonly Canary[] =>
    town
      .rows<{ handle: string; mail: string }>('select handle, mail from account where mail is not null')
      .map(({ handle, mail }) => ({
        word: mail,
        where: `mail address of ${handle}`,
        reads: (person) => person.handle === handle || person.roles.includes('operator'),
      })),
}
