// Votes of every house and every grade of secrecy, with their ballots, rolls, codes, paper and published files.
import { announcePoll, type NewPoll } from '#app/domain/polls/announce.server.ts'
import { printCodes } from '#app/domain/polls/ballots/codes.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { openPoll } from '#app/domain/polls/life.server.ts'
import type { Furnishing } from '../ready.ts'
import type { Canary, Person, Post, Room, Thing } from '../room.ts'
import type { Town } from '../town.ts'
import { talkPosts } from './talk-posts.ts'

interface PollFact {
  readonly id: string
  readonly number: number
  readonly visibility: string
  readonly space: 'town' | 'round-table' | 'council'
  readonly state: string
  readonly secrecy: string
  readonly electorate: string
  readonly method: string
  readonly counted: boolean
  readonly subject: string | null
  readonly electors: readonly string[]
}

const asksHow = {
  town: { read: 'poll.read', lead: 'poll.set-up' },
  'round-table': { read: 'poll.read-table', lead: 'poll.set-up-table' },
  council: { read: 'poll.read-council', lead: 'poll.set-up-council' },
} as const
const bodyOf = { town: 'runder-tisch', 'round-table': 'runder-tisch', council: 'sprecherrat' } as const

function pollFacts(town: Town): readonly PollFact[] {
  return Object.values(town.facts.things.poll ?? {}).flat() as unknown as readonly PollFact[]
}

function pollsOf(town: Town, fits: (poll: PollFact) => boolean = () => true): readonly Thing[] {
  return (
    pollFacts(town)
      .filter(fits)
      // Those with a roll of their own first: they are few, and have forms of their own.
      .sort((a, b) => Number(hasOwnRoll(b)) - Number(hasOwnRoll(a)))
      .map((poll) => {
        const { read, lead } = asksHow[poll.space]
        const open = poll.visibility === 'public'
        const about = poll.subject?.split(':')[0] ?? 'vote'
        return {
          param: String(poll.number),
          id: poll.id,
          label: `${open ? '' : 'closed '}${poll.space} ${poll.secrecy} ${poll.state} ${about} ${poll.electorate}`,
          public: open,
          // The talk of a public vote is the town's, whoever holds the vote.
          space: open ? 'town' : poll.space,
          body: bodyOf[poll.space],
          outer: true,
          actions: { read: open ? 'poll.read' : read, lead },
          gives: (person: Person) => (poll.electors.includes(person.handle) ? ['elector'] : []),
        }
      })
  )
}

const hasOwnRoll = ({ state, electorate }: PollFact) =>
  state === 'announced' && (electorate === 'roll' || electorate === 'codes')

/** The page that sets up a vote asks first how it shall be counted. */
const waysToSetUp: readonly Thing[] = ['', '?methode=yes-no', '?methode=single-choice'].map((query) => ({
  param: '',
  id: query,
  label: query,
  public: true,
}))

const read = 'thing:read'
const lead = 'thing:lead'
const missing = '987654'
const life = { action: lead, provenIn: 'tests/polls/life.test.ts' }
const secret = { provenIn: 'tests/polls/ballots/journey.test.ts' }
const aboutIt = 'Die Probe nennt hier einen Grund mit genug Wörtern.'

const leading: Readonly<Record<string, Post>> = {
  open: { ...life, fields: { intent: 'open' } },
  close: { action: lead },
  'undo-close': { ...life, fields: { intent: 'undo-close' } },
  'run-off': { ...life, fields: { intent: 'run-off' } },
  invalidate: { action: lead, fields: { intent: 'invalidate', reason: aboutIt } },
  'draw-lots': { ...life, fields: { intent: 'draw-lots', seed: '3 17 22 31 40 44' } },
  review: { ...life, fields: { intent: 'review', note: aboutIt } },
}

export const polls: Room = {
  things: {
    poll: { list: (town) => pollsOf(town), known: read, missing },
    announcedPoll: {
      list: (town) => pollsOf(town, ({ state }) => state === 'announced'),
      known: read,
      missing,
    },
    consentPoll: {
      list: (town) => pollsOf(town, ({ method, counted }) => counted && method === 'consent'),
      known: read,
      missing,
    },
    blindPoll: { list: (town) => pollsOf(town, ({ secrecy }) => secrecy === 'blind'), known: read, missing },
    publishedPoll: {
      list: (town) => pollsOf(town, ({ counted, secrecy }) => counted && secrecy !== 'open'),
      known: read,
      missing,
    },
    wayToSetUp: { list: () => waysToSetUp, missing: '' },
  },
  doors: {
    '/abstimmungen': { see: 'nothing' },
    '/abstimmungen.atom': { see: 'nothing' },
    '/abstimmungen/neu': {
      of: 'wayToSetUp',
      see: ['poll.set-up', 'poll.set-up-table', 'poll.set-up-council'],
      at: ({ id }) => id,
      posts: {
        '': {
          action: ['poll.set-up', 'poll.set-up-table', 'poll.set-up-council'],
          provenIn: 'tests/polls/pages.test.ts',
        },
      },
    },
    '/abstimmungen/:number': {
      of: 'poll',
      see: read,
      posts: {
        ...leading,
        ...talkPosts,
        'withdraw-objection': {
          action: 'ballot.cast',
          fields: { intent: 'withdraw-objection' },
          provenIn: 'tests/polls/pages.test.ts',
        },
      },
    },
    '/abstimmungen/:number/aendern': {
      of: 'announcedPoll',
      see: lead,
      posts: { '': { action: lead, provenIn: 'tests/polls/pages.test.ts' } },
    },
    '/abstimmungen/:number/probelauf': { of: 'announcedPoll', see: lead },
    '/abstimmungen/:number/verzeichnis': {
      of: 'poll',
      see: lead,
      posts: {
        codes: { action: lead, fields: { intent: 'codes', count: '3' } },
        people: { action: lead, fields: { intent: 'people', people: 'renate' } },
      },
    },
    '/abstimmungen/:number/stimmzettel': {
      of: 'poll',
      see: read,
      posts: {
        // Filling in and looking it over is nobody's right; handing it in is.
        check: { action: read, step: true },
        cast: {
          action: 'ballot.cast',
          after: 'check',
          elsewhere: /\/stimmausweis$/,
          provenIn: 'tests/polls/pages.test.ts',
        },
        code: {
          action: 'account',
          elsewhere: /\/stimmausweis$/,
          provenIn: 'tests/polls/life.test.ts',
          fields: { intent: 'code', code: 'AAAA-AAAA-AAAA' },
        },
      },
    },
    '/abstimmungen/:number/druck': { of: 'poll', see: read },
    '/abstimmungen/:number/zahlen.json': { of: 'poll', see: read },
    '/abstimmungen/:number/zahlen.csv': { of: 'poll', see: read },
    '/abstimmungen/:number/naechste-runde': {
      of: 'consentPoll',
      see: lead,
      posts: { '': { action: lead, provenIn: 'tests/polls/pages.test.ts' } },
    },
    '/abstimmungen/:number/ergebnis': { of: 'poll', see: read },
    '/abstimmungen/:number/stimmausweis': { of: 'blindPoll', see: read },
    '/abstimmungen/:number/ausweis.json': {
      of: 'blindPoll',
      see: 'nothing',
      exempt: 'answers to posts only',
      posts: {
        '': {
          action: 'ballot.cast',
          unseen: 'sent by the voter’s browser',
          fields: { blindedMessage: 'AAAA' },
          ...secret,
        },
      },
    },
    '/abstimmungen/:number/umschlag': {
      of: 'blindPoll',
      see: read,
      posts: {
        check: { action: 'ballot.cast-by-token', step: true, fields: { code: 'AAAAA-AAAAA-AAAAA' } },
        cast: { action: 'ballot.cast-by-token', fields: { intent: 'cast' }, ...secret },
      },
    },
    '/abstimmungen/:number/pruefen': { of: 'poll', see: read },
    '/abstimmungen/:number/stimmen.json': { of: 'publishedPoll', see: read },
    '/abstimmungen/:number/unterschrift': {
      of: 'blindPoll',
      see: lead,
      posts: { '': { action: lead, fields: { card: '' }, ...secret } },
    },
    '/abstimmungen/:number/codes': {
      of: 'blindPoll',
      see: lead,
      posts: {
        '': { action: lead, fields: { count: '3' }, provenIn: 'tests/polls/ballots/journey.test.ts' },
      },
    },
    '/abstimmungen/:number/papier': {
      of: 'poll',
      see: lead,
      posts: {
        expect: { action: lead },
        note: { action: lead },
        enter: { action: lead, fields: { intent: 'enter', lines: '1' }, ...secret },
      },
    },
  },
  parts: {
    'poll.read': 'what each vote’s own house asks, see `thing:read`',
    'poll.read-table': 'the same, for votes only the Round Table may know of',
    'poll.read-council': 'the same, for votes only the Council may know of',
    'ballot.cast-by-token': 'a token or a code speaks for its voter: tests/polls/ballots/attack.test.ts',
  },
  topics: { polls: { see: 'town.read' }, poll: { of: 'poll', see: read } },
  people: ['leo', 'bernd', 'berghoff', 'renate', 'kornfeld'],
  furnish,
  canaries: (town): readonly Canary[] => {
    const inCouncil = ({ roles, appointments }: Person) =>
      (roles.includes('creator') || roles.includes('speaker')) &&
      !appointments.some(({ role, scope }) => role !== 'moderator' || scope === 'town')
    const atTable = ({ seats }: Person) =>
      seats.some(
        ({ body, function: held, bench }) =>
          body === 'runder-tisch' && (held !== 'minute-taker' || bench !== null),
      )
    return [
      { word: words.council, where: 'vote only the Council may know of', reads: inCouncil },
      { word: words.table, where: 'vote only the Round Table may know of', reads: atTable },
      { word: words.reason, where: 'reason on an open ballot while the vote runs', reads: isNamed('renate') },
      ...town.rows<{ codeHash: string }>('select "codeHash" from "pollCode"').map(({ codeHash }) => ({
        word: codeHash,
        where: 'hash of a code of a vote',
        reads: () => false,
      })),
    ]
  },
}

const isNamed = (name: string) => (person: Person) => person.handle === name

const words = {
  council: 'KANARIE-WAHLRAUM-1108',
  table: 'KANARIE-TISCHFRAGE-2217',
  reason: 'KANARIE-STIMMGRUND-3326',
}

const terms = {
  visibility: 'public',
  label: 'mood',
  method: 'yes-no',
  about: 'Die Probe möchte wissen, wer das sehen kann.',
  consequence: 'Die Probe zählt nach.',
  electorate: 'accounts',
  electorateRef: null,
  secrecy: 'open',
  changeable: 'no',
  reason: 'off',
  names: 'unlisted',
  resultWhen: 'after-close',
  quorum: 0,
  majority: 'simple',
  majorityBase: 'marks',
  optionOrder: 'written',
  seats: 1,
  settings: {},
  subject: null,
  minSeconds: 0,
  objectionDays: 0,
  reviewOn: null,
  options: [],
  talk: true,
} as const

/** Votes only some may know of, a blind one with codes, and two that wait for their roll. */
async function furnish({ does, now }: Furnishing): Promise<void> {
  const later = (days: number) => new Date(Date.parse(now()) + days * 86_400_000).toISOString()
  const running = { ...terms, opensAt: null, closesAt: later(9) }
  const announce = (by: string, more: Partial<NewPoll> & Pick<NewPoll, 'space' | 'question'>) =>
    does(by, announcePoll, { ...running, ...more })
  const council = await announce('amina', {
    space: 'council',
    visibility: 'members',
    question: `Wer spricht für uns? ${words.council}`,
    electorate: 'creators',
    secrecy: 'separate',
  })
  const table = await announce('berghoff', {
    space: 'round-table',
    visibility: 'members',
    question: `Was sagt der Tisch? ${words.table}`,
    electorate: 'body',
    electorateRef: 'runder-tisch',
  })
  const reasons = await announce('kornfeld', {
    space: 'town',
    question: 'Soll die Probe Gründe hören?',
    reason: 'optional',
    changeable: 'yes',
  })
  const blind = await announce('kornfeld', {
    space: 'town',
    question: 'Soll niemand es je erfahren?',
    electorate: 'creators',
    secrecy: 'blind',
    changeable: 'yes',
  })
  await does('kornfeld', printCodes, { pollId: blind.pollId, count: 4 })
  for (const [by, { pollId }] of [
    ['amina', council],
    ['berghoff', table],
    ['kornfeld', reasons],
    ['kornfeld', blind],
  ] as const)
    await does(by, openPoll, { pollId })
  await does('renate', castBallot, {
    pollId: reasons.pollId,
    choice: { kind: 'one', option: 'yes' },
    reason: `Weil es stimmt, ${words.reason}.`,
  })
  for (const electorate of ['roll', 'codes'] as const)
    await announce('kornfeld', {
      space: 'town',
      question: `Wer steht im Verzeichnis (${electorate})?`,
      electorate,
      opensAt: later(3),
    })
  await announce('berghoff', {
    space: 'round-table',
    question: 'Worüber stimmt der Tisch bald ab?',
    electorate: 'body',
    electorateRef: 'runder-tisch',
    opensAt: later(3),
  })
  await announce('kornfeld', {
    space: 'town',
    question: 'Was bleibt bis zum Öffnen geheim?',
    electorate: 'creators',
    secrecy: 'blind',
    changeable: 'yes',
    opensAt: later(3),
  })
}
