// The Speakers' Council's own house: open to those who make culture, shut to everybody who works for the town.
import type { Person, Room, Thing } from '../room.ts'
import type { Town } from '../town.ts'
import { talkPosts } from './talk-posts.ts'

/** At the door of the probe's own reckoning whoever works for the town is a stranger before this is asked. */
export function isInside(person: Person): boolean {
  return (
    person.roles.includes('creator') ||
    person.seats.some(({ body, function: held }) => body === 'sprecherrat' && held === 'speaker') ||
    person.appointments.some(({ role, scope }) => role === 'moderator' && scope === 'council')
  )
}

const opensInside = (person: Person) => (isInside(person) ? ['reader'] : [])

function talksOf(town: Town): readonly Thing[] {
  return town
    .rows<{ id: string; number: number; state: string; conversation: string }>(
      'select talk.id, talk.number, conversation.state, conversation.id as conversation from talk join conversation on conversation.id = talk."conversationId"',
    )
    .map(({ id, number, state }) => ({
      param: String(number),
      id,
      label: `talk ${state}`,
      public: false,
      space: 'council',
      gives: opensInside,
    }))
}

function statementsOf(town: Town): readonly (Thing & { readonly number: number | null })[] {
  return town
    .rows<{ id: string; number: number | null; state: string }>('select id, number, state from statement')
    .map(({ id, number, state }) => ({
      param: id,
      id,
      number,
      label: state,
      public: number !== null,
      space: 'council',
      outer: true as const,
      body: 'sprecherrat',
    }))
}

const house: Thing = {
  param: '',
  id: 'sprecherrat',
  label: 'council',
  public: true,
  space: 'council',
  outer: true,
  body: 'sprecherrat',
}
/** The moderators' desk of the Council's space. */
const desk: Thing = { param: '', id: 'council', label: 'desk', public: false, space: 'council' }
const inside = 'council.read-internal'
const words = { reason: 'Die Probe nennt hier einen Grund mit genug Wörtern.' }
const statement = {
  title: 'Die Probe schreibt mit',
  text: 'Die Probe schreibt hier einen Satz, der lang genug ist.',
  note: 'Von der Probe.',
}

export const council: Room = {
  things: {
    house: { list: () => [house], missing: '' },
    desk: { list: () => [desk], missing: '' },
    talk: { list: talksOf, missing: '987654' },
    statement: {
      list: (town) =>
        statementsOf(town).flatMap((one) =>
          one.number === null ? [] : [{ ...one, param: String(one.number) }],
        ),
      missing: '987654',
    },
    draft: { list: statementsOf, missing: '01900000-0000-7000-8000-000000000000' },
  },
  doors: {
    '/sprecherrat/stellungnahmen': { see: 'nothing' },
    '/sprecherrat/stellungnahmen/:number': { of: 'statement', see: 'nothing' },
    '/sprecherrat/intern': {
      of: 'house',
      see: inside,
      posts: { 'open-talk': { action: 'council.open-talk', fields: { title: 'Die Probe fragt etwas' } } },
    },
    '/sprecherrat/intern/gespraeche/:number': {
      of: 'talk',
      see: inside,
      posts: talkPosts,
    },
    '/sprecherrat/intern/moderation': { of: 'desk', see: 'moderation.read' },
    '/sprecherrat/intern/wer-moderiert': {
      of: 'house',
      see: inside,
      posts: {
        appoint: { action: 'council.appoint-moderator' },
        release: { action: 'council.appoint-moderator' },
      },
    },
    '/sprecherrat/intern/zugriffe': { of: 'house', see: inside },
    '/sprecherrat/intern/stellungnahmen': {
      of: 'house',
      see: 'council.write-statement',
      posts: { write: { action: 'council.write-statement', fields: statement } },
    },
    '/sprecherrat/intern/stellungnahmen/:id': {
      of: 'draft',
      see: 'council.write-statement',
      posts: {
        write: { action: 'council.write-statement', fields: statement },
        publish: { action: 'council.write-statement' },
        withdraw: { action: 'council.write-statement', fields: words },
      },
    },
    '/sprecherrat/intern/einwaende': {
      of: 'house',
      see: 'creator.decide-objection',
      posts: {
        decide: {
          action: 'creator.decide-objection',
          unseen: 'the story ends with no open objection',
          provenIn: 'tests/council/house.test.ts',
        },
      },
    },
    '/sprecherrat/intern/verantwortlich': {
      of: 'house',
      see: 'council.change',
      posts: {
        save: {
          action: 'council.change',
          fields: { name: 'Die Probe', address: 'Probestraße 1', mail: 'probe@beispiel.example', note: '' },
        },
      },
    },
    '/sprecherrat/intern/mitnehmen': {
      of: 'house',
      see: 'council.take-along',
      posts: {
        propose: { action: 'council.change', provenIn: 'tests/council/house.test.ts' },
        drop: {
          action: 'council.change',
          unseen: 'nobody proposed to close the house',
          provenIn: 'tests/council/house.test.ts',
        },
        confirm: {
          action: 'council.change',
          unseen: 'nobody proposed to close the house',
          provenIn: 'tests/council/house.test.ts',
        },
      },
    },
    '/sprecherrat/intern/archiv': {
      of: 'house',
      see: 'nothing',
      exempt: 'answers to posts only',
      posts: {
        '': {
          action: 'council.take-along',
          unseen: 'a file to keep; the form stands on another page',
          provenIn: 'tests/council/house.test.ts',
        },
      },
    },
  },
  parts: {
    'creator.object': 'a form on the register, open for fourteen days after a confirmation',
    'council.note-access': 'the operator’s commands, not a page',
  },
  people: ['amina', 'leo', 'jonas', 'kornfeld', 'nadine', 'dieter'],
  topics: {
    council: { see: inside },
    'council-drafts': { see: 'council.write-statement' },
    talk: { of: 'talk', see: 'conversation.read' },
  },
}
