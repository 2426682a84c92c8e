// The Round Table's meetings: agendas with items that are not public, the console, the wall, minutes, papers, the register.
import { addItem } from '#app/domain/meetings/agenda.server.ts'
import { agendaOf } from '#app/domain/meetings/items.server.ts'
import { lead } from '#app/domain/meetings/lead.server.ts'
import { getMeeting } from '#app/domain/meetings/meeting.server.ts'
import { tellNeed } from '#app/domain/meetings/needs.server.ts'
import { noteDown } from '#app/domain/meetings/notes.server.ts'
import { addPaper } from '#app/domain/meetings/papers.server.ts'
import { askQuestion } from '#app/domain/meetings/questions.server.ts'
import { readSession } from '#app/domain/meetings/steps.server.ts'
import { giveTask } from '#app/domain/meetings/tasks.server.ts'
import { closeVote, openVote } from '#app/domain/meetings/votes.server.ts'
import type { Furnishing } from '../ready.ts'
import type { Canary, Person, Post, Room, Thing } from '../room.ts'
import type { Town } from '../town.ts'
import { talkPosts } from './talk-posts.ts'

const table = 'runder-tisch'
const missing = '987654'
const noId = '01900000-0000-7000-8000-000000000000'

interface MeetingFact {
  readonly id: string
  readonly number: number
  readonly state: string
  readonly minutes: string | null
  readonly body: string
}

function meetingsOf(town: Town): readonly Thing[] {
  const all = Object.values(town.facts.things.meeting ?? {}).flat() as unknown as readonly MeetingFact[]
  return all.map(({ id, number, state, minutes, body }) => ({
    param: String(number),
    id,
    label: `meeting ${state}, minutes ${minutes ?? 'not written'}`,
    public: true,
    body,
  }))
}

function itemsOf(town: Town): readonly Thing[] {
  return Object.entries(town.facts.things.agendaItem ?? {}).flatMap(([audience, items]) =>
    items.map((item) => ({
      param: String(item.number),
      id: String(item.id),
      label: `${audience} item of a meeting ${item.meetingState}`,
      public: audience === 'public',
      body: String(item.body),
    })),
  )
}

function papersOf(town: Town): readonly Thing[] {
  return Object.entries(town.facts.things.paper ?? {}).flatMap(([audience, papers]) =>
    papers
      .filter(({ kind }) => kind === 'file')
      .map((paper) => ({
        param: String(paper.id),
        id: String(paper.id),
        label: `${audience} paper`,
        public: audience === 'public',
        body: String(paper.body),
      })),
  )
}

function tasksOf(town: Town): readonly Thing[] {
  return Object.entries(town.facts.things.task ?? {}).flatMap(([state, tasks]) =>
    tasks.map((task) => ({
      param: '',
      id: String(task.id),
      label: `task ${state}`,
      public: true,
      self: (task.owner as string | null) ?? 'nobody',
      body: String(task.body),
    })),
  )
}

const atTable: Thing = { param: '', id: table, label: 'Round Table', public: true, body: table }

const session = { provenIn: 'tests/meetings/session.test.ts' }
const takesPart = (intent: string, fields: Post['fields'] = {}): Post => ({
  action: 'meeting.take-part',
  fields: { intent, ...fields },
  own: true,
  ...session,
})

/** What the chair presses; which of it can be pressed depends on the moment, so it is proven elsewhere. */
function consolePosts(): Readonly<Record<string, Post>> {
  const plain = ['opened', 'ended', 'resumed', 'speech-ended', 'list-closed', 'list-opened', 'clock-running']
  const more = [
    'frozen',
    'unfrozen',
    'lead',
    'paused',
    'item-called',
    'item-closed',
    'clock-stopped',
    'extend',
  ]
  const last = [
    'list-mode',
    'motion-step',
    'call',
    'hand',
    'motion',
    'object',
    'open-vote',
    'close-vote',
    'hands',
    'presence',
    'conflict',
    'stand-in',
    'undo',
  ]
  return Object.fromEntries(
    [...plain, ...more, ...last].map((intent) => [
      intent,
      {
        action: 'meeting.lead',
        fields: {
          intent,
          ...(intent === 'open-vote'
            ? { question: 'Fragt hier die Probe?', label: 'mood', way: 'open' }
            : {}),
        },
        ...session,
      },
    ]),
  )
}

const plan = {
  title: 'Sitzung der Probe',
  from: '19:00',
  until: '21:00',
  place: 'Haus der Probe',
  access: '',
  online: '',
}
const item = {
  title: 'Die Probe schlägt etwas vor',
  kind: 'report',
  audience: 'public',
  minutes: '10',
  text: 'Die Probe hat etwas zu sagen.',
  noGoalReason: 'Es geht um den Ablauf.',
}
const agenda = { provenIn: 'tests/meetings/agenda.test.ts' }
const minutesTest = { provenIn: 'tests/meetings/session.test.ts' }

export const meetings: Room = {
  things: {
    meeting: { list: meetingsOf, missing },
    agendaItem: { list: itemsOf, known: 'agendaItem.read', missing },
    paper: { list: papersOf, known: 'agendaItem.read', missing: noId },
    task: { list: tasksOf, missing: '' },
    table: { list: () => [atTable], missing: '' },
  },
  doors: {
    '/runder-tisch/sitzungen/neu': {
      of: 'table',
      see: 'meeting.plan',
      posts: { plan: { action: 'meeting.plan', fields: plan } },
    },
    '/runder-tisch/sitzungen/:number': {
      of: 'meeting',
      see: 'meeting.read',
      posts: {
        presence: takesPart('presence', { as: 'room' }),
        conflict: takesPart('conflict', { is: 'yes' }),
        floor: takesPart('floor', { kind: 'speech' }),
        'withdraw-floor': takesPart('withdraw-floor'),
        motion: takesPart('motion'),
        object: takesPart('object'),
        'withdraw-motion': takesPart('withdraw-motion'),
        'ask-secret': takesPart('ask-secret'),
        'stand-in': takesPart('stand-in'),
        vote: { action: 'meeting.take-part', fields: { intent: 'vote', choice: 'yes' }, ...session },
        signal: { action: 'meeting.signal', own: true },
        read: { action: 'meeting.read-inside', own: true, fields: { intent: 'read' }, ...session },
        need: { action: 'meeting.tell-need', own: true, fields: { intent: 'need', kinds: 'loop', text: '' } },
        question: {
          action: 'question.ask',
          own: true,
          fields: { intent: 'question', text: 'Fragt hier die Probe oder ein Mensch?', item: '' },
        },
        'support-question': { action: 'question.ask', own: true },
        'answer-question': { action: 'question.answer' },
      },
    },
    '/runder-tisch/sitzungen/:number/vorschlag': {
      of: 'meeting',
      see: 'account',
      posts: {
        propose: {
          action: 'agenda.propose',
          own: true,
          fields: { intent: 'propose', title: item.title, text: item.text, noGoalReason: item.noGoalReason },
          ...agenda,
        },
        withdraw: { action: 'account', theirs: true, fields: { intent: 'withdraw' }, ...agenda },
      },
    },
    '/runder-tisch/sitzungen/:number/bearbeiten': {
      of: 'meeting',
      see: 'meeting.plan',
      posts: {
        change: { action: 'meeting.plan', fields: { intent: 'change', ...plan } },
        move: { action: 'meeting.plan' },
        remove: { action: 'meeting.plan' },
        idea: { action: 'meeting.plan', ...agenda },
        invite: { action: 'meeting.plan', fields: { urgency: 'Die Probe hat es eilig.' } },
        cancel: { action: 'meeting.plan' },
        accept: { action: 'meeting.plan', fields: { intent: 'accept' }, ...agenda },
        decline: { action: 'meeting.plan', fields: { intent: 'decline' }, ...agenda },
      },
    },
    '/runder-tisch/sitzungen/:number/punkt-neu': {
      of: 'meeting',
      see: 'meeting.plan',
      posts: { save: { action: 'meeting.plan', fields: item } },
    },
    '/runder-tisch/sitzungen/:number/leitung': {
      of: 'meeting',
      see: 'meeting.lead',
      posts: consolePosts(),
    },
    '/runder-tisch/sitzungen/:number/leinwand': { of: 'meeting', see: 'meeting.read' },
    '/runder-tisch/sitzungen/:number/mitschrift': {
      of: 'meeting',
      see: 'minutes.write',
      posts: {
        note: { action: 'minutes.write', fields: { text: 'Die Probe schreibt mit.' } },
        task: {
          action: 'minutes.write',
          fields: { text: 'Die Probe nachlesen', owner: 'Probe', ownerId: '' },
        },
      },
    },
    '/runder-tisch/sitzungen/:number/niederschrift': {
      of: 'meeting',
      see: 'meeting.read',
      posts: {
        check: { action: 'minutes.write', fields: { intent: 'check' }, ...minutesTest },
        correct: {
          action: 'minutes.correct',
          fields: { proposed: 'Die Probe sah es anders.' },
          ...minutesTest,
        },
        decide: { action: 'minutes.sign', fields: { intent: 'decide', decision: 'taken' }, ...minutesTest },
        sign: { action: 'minutes.sign', fields: { intent: 'sign' }, ...minutesTest },
        publish: { action: 'minutes.sign', fields: { intent: 'publish' }, ...minutesTest },
        approve: { action: 'meeting.lead', fields: { intent: 'approve' }, ...minutesTest },
      },
    },
    '/runder-tisch/sitzungen/:number/niederschrift.docx': {
      of: 'meeting',
      see: 'meeting.read',
    },
    '/runder-tisch/sitzungen/:number/stand.json': { of: 'meeting', see: 'meeting.read' },
    '/runder-tisch/sitzungen/:number/termin.ics': { of: 'meeting', see: 'meeting.read' },
    '/runder-tisch/punkte/:item': { of: 'agendaItem', see: 'agendaItem.read', posts: talkPosts },
    '/runder-tisch/punkte/:item/bearbeiten': {
      of: 'agendaItem',
      see: 'meeting.plan',
      posts: {
        save: { action: 'meeting.plan', fields: item },
        paper: { action: 'meeting.plan', fields: { title: 'Papier der Probe', target: '/ideen/11' } },
        'remove-paper': { action: 'meeting.plan' },
      },
    },
    '/unterlagen/:id': { of: 'paper', see: 'agendaItem.read' },
    '/runder-tisch/geschaeftsordnung': {
      of: 'table',
      see: 'nothing',
      posts: { change: { action: 'rules.change' } },
    },
    '/runder-tisch/beschluesse': {
      of: 'task',
      see: 'nothing',
      posts: {
        finish: {
          action: 'task.finish',
          fields: { note: 'Die Probe hat es getan.' },
          names: ({ id }) => ({ task: id }),
        },
        review: { action: 'minutes.write', fields: { intent: 'review', reviewOn: '2027-05-01' } },
      },
    },
  },
  parts: {
    'meeting.read-needs': 'the needs on a meeting’s page, with a private word',
    'meeting.tell-need': 'a form on a meeting’s page',
  },
  people: ['berghoff', 'hannes', 'federkiel', 'amina', 'bernd', 'mira', 'renate'],
  topics: {
    meetings: { see: 'town.read' },
    meeting: { of: 'meeting', see: 'meeting.read' },
    'meeting-inside': { of: 'meeting', see: 'meeting.read-inside' },
    'meeting-lead': { of: 'meeting', see: 'meeting.lead', says: true },
    agendaItem: { of: 'agendaItem', see: 'agendaItem.read' },
  },
  furnish,
  canaries: (): readonly Canary[] => [
    { word: words.item, where: 'item that is not public', reads: sitsThere },
    { word: words.note, where: 'minutes of an item that is not public', reads: sitsThere },
    { word: words.paper, where: 'paper of an item that is not public', reads: sitsThere },
    { word: words.task, where: 'task from an item that is not public', reads: sitsThere },
    { word: words.vote, where: 'vote on an item that is not public', reads: sitsThere },
    {
      word: words.need,
      where: 'what somebody needs to take part',
      reads: (person) =>
        person.handle === 'mira' ||
        person.seats.some(
          ({ body, function: held }) => body === table && ['chair', 'deputy', 'minute-taker'].includes(held),
        ),
    },
  ],
}

const sitsThere = ({ seats }: Person) => seats.some(({ body }) => body === table)

const words = {
  item: 'KANARIE-PUNKT-5501',
  note: 'KANARIE-NOTIZ-5502',
  paper: 'KANARIE-PAPIER-5503',
  task: 'KANARIE-AUFGABE-5504',
  vote: 'KANARIE-BESCHLUSS-5505',
  need: 'KANARIE-BEDARF-5506',
}

/** The meeting that runs comes to its item that is not public: a paper, a line of the minutes, a vote, a task. */
async function furnish({ platform, does, idOf, pass, now }: Furnishing): Promise<void> {
  const db = platform.database.read
  const { id: meetingId } = await db
    .selectFrom('meeting')
    .select('id')
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow()
  const inside = (await agendaOf(db, meetingId)).find(({ audience }) => audience === 'inside')
  const itemId = inside?.id ?? ''
  const turn = async () => (await readSession(db, await getMeeting(db, meetingId))).live.turn
  const file = new TextEncoder().encode(`%PDF-1.4 ${words.paper}`)
  await does('federkiel', addPaper, { itemId, title: `Angebot ${words.paper}`, target: '', file })
  await does('berghoff', lead, { meetingId, turn: await turn(), step: { type: 'item-called', itemId } })
  const note = { meetingId, itemId, noteId: null, text: `Der Tisch berät ${words.note}.` }
  await does('federkiel', noteDown, note)
  await does('berghoff', openVote, {
    meetingId,
    turn: await turn(),
    question: `Nimmt der Tisch das Angebot ${words.vote} an?`,
    label: 'resolution',
    way: 'open',
    motionId: null,
  })
  await pass(70)
  await does('berghoff', closeVote, { meetingId, turn: await turn() })
  await pass(12)
  await pass(2)
  await does('federkiel', giveTask, {
    itemId,
    text: `Das Angebot ${words.task} beantworten`,
    owner: 'Ausschuss',
    ownerId: await idOf('bernd'),
    dueOn: new Date(Date.parse(now()) + 20 * 86_400_000).toISOString().slice(0, 10),
  })
  const { id: aheadId } = await db
    .selectFrom('meeting')
    .select('id')
    .where('state', '=', 'planned')
    .executeTakeFirstOrThrow()
  await does('federkiel', addItem, {
    meetingId: aheadId,
    title: `Noch nicht öffentlich: ${words.item}`,
    kind: 'consultation',
    audience: 'inside',
    minutes: 10,
    text: `Worum es geht: ${words.item}.`,
    goals: [],
    noGoalReason: 'Es geht um den Ablauf.',
    responsible: '',
    broughtBy: '',
    project: null,
  })
  const open = (await agendaOf(db, aheadId)).find(({ audience }) => audience === 'public')
  const paper = new TextEncoder().encode('%PDF-1.4 Das darf jeder lesen.')
  await does('federkiel', addPaper, { itemId: open?.id ?? '', title: 'Für alle', target: '', file: paper })
  await does('renate', askQuestion, {
    meetingId: aheadId,
    itemId: null,
    text: 'Hat die Probe bei der nächsten Sitzung einen Stuhl?',
  })
  const need = { meetingId: aheadId, kinds: ['loop'], text: `Ich brauche ${words.need}.` }
  await does('mira', tellNeed, need)
}
