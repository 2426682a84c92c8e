// Reports, cases, measures and objections: read by moderators and by nobody else.
import { press } from '../press.ts'
import type { Canary, Person, Room, Thing } from '../room.ts'
import type { Town } from '../town.ts'

const grounds = { sentence: 'Die Probe nennt hier einen Grund mit genug Wörtern.' }
const answer = { text: 'Die Probe antwortet hier mit genug Wörtern auf diese Meldung.' }

function casesOf(town: Town): readonly Thing[] {
  return (town.facts.things.idea?.waiting ?? []).map((idea) => ({
    param: String(idea.number),
    id: String(idea.id),
    label: 'waiting idea',
    public: false,
  }))
}

function reportsOf(town: Town): readonly Thing[] {
  return Object.entries(town.facts.things.report ?? {}).flatMap(([visibility, reports]) =>
    reports.map((report) => ({
      param: String(report.number),
      id: String(report.id),
      label: visibility,
      public: false,
    })),
  )
}

function measuresOf(town: Town): readonly Thing[] {
  return Object.entries(town.facts.things.measure ?? {}).flatMap(([visibility, measures]) =>
    // The newest first: only against those one may still object.
    [...measures].reverse().map((measure, index) => ({
      param: String(measure.id),
      id: String(measure.id),
      label: `${measure.kind} ${visibility} ${index}`,
      public: false,
      self: (measure.affected as string | null) ?? 'nobody',
    })),
  )
}

const objector = 'renate'

/** The story ends with no open objection, no measure still open to one, and no proposed pause: all three are made here. */
async function prepare(town: Town): Promise<void> {
  const own = (town.facts.things.contribution?.public ?? []).filter(({ author }) => author === objector)
  const [first, second, third] = own.map(
    ({ publicNumber }) => `/moderation/massnahme?adresse=/beitraege/${publicNumber}`,
  )
  for (const page of [first ?? '', second ?? ''])
    await press(town, { as: 'dieter', page, keys: ['hide/check', 'hide/do'], fields: grounds })
  const [measure] = town.rows<{ id: string }>('select id from measure order by at desc, id desc limit 1')
  await press(town, {
    as: objector,
    page: `/konto/massnahmen/${measure?.id}`,
    keys: [''],
    fields: { text: `Die Probe findet, dass dieser Beitrag stehen bleiben darf, ${words.objection}.` },
  })
  await press(town, {
    as: 'dieter',
    page: third ?? '',
    keys: ['pause/check', 'pause/do'],
    fields: { sentence: `Die Probe schlägt eine Pause vor, ${words.pause}.`, days: '3' },
  })
}

const words = { objection: 'KANARIE-EINSPRUCH-4402', pause: 'KANARIE-PAUSE-9917' }

const missing = '01900000-0000-7000-8000-000000000000'
const moderators = 'moderation.read'

export const moderation: Room = {
  things: {
    waitingIdea: { list: casesOf, missing: '987654' },
    report: { list: reportsOf, missing: '987654' },
    measure: { list: measuresOf, missing },
    pause: {
      list: (town) => measuresOf(town).filter(({ label }) => label.startsWith('pause')),
      missing,
    },
    appeal: {
      list: (town) =>
        town
          .rows<{ id: string; outcome: string | null }>('select id, outcome from appeal')
          .map(({ id, outcome }) => ({ param: id, id, label: outcome ?? 'open', public: false })),
      missing,
    },
    hideable: {
      list: (town) =>
        (town.facts.things.contribution?.public ?? [])
          .slice(0, 2)
          .map((row) => ({ param: '', id: String(row.publicNumber), label: 'contribution', public: true })),
      missing: '',
    },
  },
  doors: {
    '/ideen/:number/widerspruch': {
      of: 'idea',
      see: 'nothing',
      posts: {
        '': {
          action: 'measure.appeal-by-word',
          step: true,
          provenIn: 'tests/moderation/pages.test.ts',
          fields: { secret: 'falsches-wort-hier' },
        },
      },
    },
    '/melden': {
      see: 'nothing',
      posts: {
        content: {
          action: 'report.file',
          fields: { address: '/ideen/1', name: 'Probe', mail: 'probe@beispiel.example', goodFaith: 'on' },
        },
        barrier: {
          action: 'report.file',
          unseen: 'behind ?art=barriere',
          provenIn: 'tests/moderation/pages.test.ts',
        },
      },
    },
    '/melden/widerspruch': {
      see: 'nothing',
      exempt: 'needs the seal of a mail: tests/moderation/reports.test.ts',
    },
    '/konto/massnahmen': { see: 'account' },
    '/konto/massnahmen/:id': {
      of: 'measure',
      see: 'measure.appeal',
      posts: { '': { action: 'measure.appeal', fields: answer } },
    },
    '/moderation': { see: moderators },
    '/moderation/arbeit': { see: moderators },
    '/moderation/massnahme': {
      of: 'hideable',
      see: moderators,
      at: (thing) => `?adresse=/beitraege/${thing.id}`,
      posts: {
        'hide/check': { action: 'contribution.hide', step: true, fields: grounds },
        'hide/fill': { action: 'contribution.hide', step: true, after: 'hide/check' },
        'hide/do': { action: 'contribution.hide', after: 'hide/check' },
        'pause/check': { action: 'account.pause', step: true, fields: { ...grounds, days: '3' } },
        'pause/fill': { action: 'account.pause', step: true, after: 'pause/check' },
        'pause/do': { action: 'account.pause', after: 'pause/check' },
      },
    },
    '/moderation/faelle/ideen/:number': {
      of: 'waitingIdea',
      see: moderators,
      posts: {
        'publish/check': { action: 'idea.publish', step: true },
        'publish/fill': { action: 'idea.publish', step: true, after: 'publish/check' },
        'publish/do': { action: 'idea.publish', after: 'publish/check' },
        'refuse/check': { action: 'idea.publish', step: true, fields: grounds },
        'refuse/fill': { action: 'idea.publish', step: true, after: 'refuse/check' },
        'refuse/do': { action: 'idea.publish', after: 'refuse/check' },
      },
    },
    '/moderation/faelle/meldungen/:number': {
      of: 'report',
      see: moderators,
      posts: {
        'keep/check': { action: 'moderation.decide', step: true, fields: answer },
        'keep/fill': { action: 'moderation.decide', step: true, after: 'keep/check' },
        'keep/do': { action: 'moderation.decide', after: 'keep/check' },
        'hide/check': { action: 'moderation.decide', step: true, fields: grounds },
        'hide/fill': { action: 'moderation.decide', step: true, after: 'hide/check' },
        'hide/do': { action: 'moderation.decide', after: 'hide/check' },
        'pause/check': { action: 'moderation.decide', step: true, fields: { ...grounds, days: '3' } },
        'pause/fill': { action: 'moderation.decide', step: true, after: 'pause/check' },
        'pause/do': { action: 'moderation.decide', after: 'pause/check' },
      },
    },
    '/moderation/faelle/widersprueche/:id': {
      of: 'appeal',
      see: moderators,
      posts: {
        'appeal/check': { action: 'appeal.decide', step: true, fields: { reason: grounds.sentence } },
        'appeal/fill': { action: 'appeal.decide', step: true, after: 'appeal/check' },
        'appeal/do': { action: 'appeal.decide', after: 'appeal/check' },
      },
    },
    '/moderation/faelle/pausen/:id': {
      of: 'pause',
      see: moderators,
      posts: {
        'confirm/check': { action: 'account.pause', step: true },
        'confirm/fill': { action: 'account.pause', step: true, after: 'confirm/check' },
        'confirm/do': { action: 'account.pause', after: 'confirm/check' },
        'drop/check': { action: 'account.pause', step: true },
        'drop/fill': { action: 'account.pause', step: true, after: 'drop/check' },
        'drop/do': { action: 'account.pause', after: 'drop/check' },
      },
    },
  },
  people: ['manni', 'glanzdeal', 'dieter', 'gudrun'],
  prepare,
  topics: { moderation: { see: moderators } },
  /** Words planted by the story in texts that only some may read. */
  canaries: (town): readonly Canary[] => [
    {
      word: words.objection,
      where: 'text of an open objection',
      reads: ({ handle, roles }) => handle === objector || roles.includes('moderator'),
    },
    {
      word: words.pause,
      where: 'reason of a proposed pause',
      // Once it is confirmed, the one who is paused is told why.
      reads: ({ roles, handle, paused }) =>
        roles.includes('moderator') || (handle === objector && paused === true),
    },
    ...town.facts.canaries.map(({ word, where, readers }) => ({
      word,
      where,
      onceOpen: /hidden|took back/.test(where),
      reads: (person: Person) =>
        readers.handles.includes(person.handle) || readers.roles.some((role) => person.roles.includes(role)),
    })),
  ],
}
