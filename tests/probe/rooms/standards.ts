// Standards that everybody reads and one that only its drafting group knows, with clauses, amendments and the workshop.

import { addClause } from '#app/domain/standards/draft.server.ts'
import { addSection, editSection } from '#app/domain/standards/section.server.ts'
import { foundStandard } from '#app/domain/standards/standard.server.ts'
import { giveTask } from '#app/domain/standards/tasks.server.ts'
import type { Furnishing } from '../ready.ts'
import type { Canary, Person, Post, Room, Thing } from '../room.ts'
import type { Town } from '../town.ts'
import { talkPosts } from './talk-posts.ts'

const group = 'ag-standards'

function drafts(person: Person): readonly string[] {
  return person.seats.some(({ body }) => body === group) ? ['drafter'] : []
}

type Fact = Readonly<Record<string, unknown>>

function thingsOf(town: Town, kind: string, more: (fact: Fact) => Partial<Thing> & { label: string }) {
  return Object.entries(town.facts.things[kind] ?? {}).flatMap(([visibility, facts]) =>
    facts.map((fact): Thing => {
      const { label, ...rest } = more(fact)
      return {
        param: String(fact.slug ?? fact.standard),
        id: String(fact.id),
        public: visibility === 'public',
        body: 'runder-tisch',
        gives: drafts,
        ...rest,
        label: `${visibility} ${label}`,
      }
    }),
  )
}

function standardsOf(town: Town): readonly Thing[] {
  return thingsOf(town, 'standard', ({ startedOn }) => ({
    label: startedOn === null ? 'standard whose clock stands' : 'standard whose clock runs',
  }))
}

function clausesOf(town: Town): readonly Thing[] {
  return thingsOf(town, 'clause', ({ stage, standard, number }) => ({
    label: `clause ${stage}`,
    params: { standard: String(standard), clause: String(number) },
  }))
}

function sectionsOf(town: Town): readonly Thing[] {
  return thingsOf(town, 'section', ({ standard, place }) => ({
    label: `section of ${standard}`,
    params: { standard: String(standard), section: String(place) },
  }))
}

function amendmentsOf(town: Town): readonly Thing[] {
  return thingsOf(town, 'amendment', ({ state, standard, number, author }) => ({
    label: `amendment ${state}`,
    author: author as string | null,
    params: { standard: String(standard), number: String(number) },
  }))
}

/** Each adopted version of a standard stands at its own number. */
function versionsOf(town: Town): readonly Thing[] {
  return town
    .rows<{ id: string; number: number; slug: string; publishedAt: string | null }>(
      'select "standardVersion".id, "standardVersion".number, slug, "publishedAt" from "standardVersion" join standard on standard.id = "standardId"',
    )
    .map(({ id, number, slug, publishedAt }) => ({
      param: slug,
      params: { standard: slug, version: String(number) },
      id,
      label: 'version',
      public: publishedAt !== null,
      body: 'runder-tisch',
      gives: drafts,
    }))
}

const missing = 'nirgends'
const shop = { provenIn: 'tests/standards/workshop-pages.test.ts' }
const amending = { provenIn: 'tests/standards/amending.test.ts' }
const clock = { provenIn: 'tests/standards/clock-page.test.ts' }
const told = { provenIn: 'tests/standards/notices.test.ts' }
const following = {
  follow: { action: 'standard.follow', own: true },
  unfollow: { action: 'standard.follow', own: true, fields: { intent: 'unfollow' }, ...told },
} as const satisfies Readonly<Record<string, Post>>
const text = 'Die Probe schreibt hier einen Satz, der lang genug ist.'

function workshop(intents: readonly string[]): Readonly<Record<string, Post>> {
  return Object.fromEntries(
    intents.map((intent) => [
      intent,
      { action: 'standard.draft', fields: { intent, text, stage: 'raw' }, ...shop },
    ]),
  )
}

export const standards: Room = {
  things: {
    standard: { list: standardsOf, known: 'standard.read', missing },
    clause: { list: clausesOf, known: 'standard.read', missing },
    section: { list: sectionsOf, known: 'standard.read', missing },
    amendment: { list: amendmentsOf, known: 'standard.read', missing },
    version: { list: versionsOf, known: 'standard.read', missing },
  },
  doors: {
    '/standards': { see: 'nothing' },
    '/standards/:standard': { of: 'standard', see: 'standard.read', posts: following },
    '/standards/:standard/text.docx': { of: 'standard', see: 'standard.read' },
    '/standards/:standard/synopse.docx': { of: 'standard', see: 'standard.read' },
    '/standards.atom': { see: 'nothing' },
    '/standards/:standard/synopse.md': { of: 'standard', see: 'standard.read' },
    '/standards/:standard/text.md': { of: 'standard', see: 'standard.read' },
    '/standards/:standard/absatz/:clause': {
      of: 'clause',
      see: 'standard.read',
      posts: { ...talkPosts, ...following },
    },
    '/standards/:standard/aenderungen': { of: 'standard', see: 'standard.read' },
    '/standards/:standard/aenderungen/neu': {
      of: 'standard',
      see: 'standard.read',
      posts: {
        add: { action: 'standard.read', step: true },
        back: { action: 'standard.read', step: true, fields: { intent: 'back' }, ...amending },
        check: { action: 'standard.read', step: true, ...amending },
        send: {
          action: 'amendment.propose',
          after: 'check',
          fields: { intent: 'send', reason: text },
          ...amending,
        },
      },
    },
    '/standards/:standard/aenderungen/:number': {
      of: 'amendment',
      see: 'standard.read',
      posts: {
        ...talkPosts,
        ...following,
        cosign: { action: 'amendment.cosign', own: true },
        uncosign: { action: 'amendment.cosign', own: true, fields: { intent: 'uncosign' }, ...amending },
        pull: { action: 'amendment.pull', fields: { intent: 'pull' }, ...amending },
        off: { action: 'standard.steer', fields: { intent: 'off' }, ...amending },
        withdraw: { action: 'amendment.change', fields: { intent: 'withdraw' } },
        reopen: { action: 'amendment.change', fields: { intent: 'reopen' } },
        answer: { action: 'amendment.change', fields: { intent: 'answer', answer: 'agreed' }, ...amending },
        recommend: {
          action: 'amendment.recommend',
          fields: { recommendation: 'adopt', reason: text },
        },
        settle: { action: 'amendment.settle', fields: { intent: 'settle' }, ...amending },
      },
    },
    '/standards/:standard/aenderungen/:number/entscheiden': {
      of: 'amendment',
      see: 'amendment.decide',
      posts: {
        decide: {
          action: 'amendment.decide',
          fields: { intent: 'decide', outcome: 'rejected', decision: text },
          ...amending,
        },
      },
    },
    '/standards/:standard/synopse': { of: 'standard', see: 'standard.read' },
    '/standards/:standard/fassungen': { of: 'standard', see: 'standard.read' },
    '/standards/:standard/fassungen/vergleich': { of: 'standard', see: 'standard.read' },
    '/standards/:standard/fassungen/:version': { of: 'version', see: 'standard.read' },
    '/standards/:standard/frueher': { of: 'standard', see: 'standard.read' },
    '/standards/:standard/karten': { of: 'standard', see: 'standard.read' },
    '/standards/:standard/tagesordnung': {
      of: 'standard',
      see: 'standard.steer',
      posts: {
        bundle: { action: 'standard.steer', provenIn: 'tests/standards/agenda-page.test.ts' },
        'section-off': {
          action: 'standard.steer',
          fields: { intent: 'section-off' },
          provenIn: 'tests/standards/by-vote.test.ts',
        },
      },
    },
    '/standards/:standard/uhr': {
      of: 'standard',
      see: 'programme.steer',
      posts: {
        start: { action: 'programme.steer', fields: { intent: 'start' }, ...clock },
        pause: { action: 'programme.steer', fields: { intent: 'pause' }, ...clock },
        resume: { action: 'programme.steer', fields: { intent: 'resume' }, ...clock },
        reached: { action: 'programme.steer', fields: { intent: 'reached' }, ...clock },
      },
    },
    '/standards/:standard/wir-arbeiten-danach': {
      of: 'standard',
      see: 'standard.read',
      posts: {
        withdraw: { action: 'account', theirs: true },
        confirm: { action: 'account', theirs: true, fields: { intent: 'confirm' }, ...told },
        declare: {
          action: 'standard.declare',
          own: true,
          fields: { organisation: 'Haus der Probe', contact: 'probe@beispiel.example' },
        },
      },
    },
    '/standards/:standard/werkstatt': {
      of: 'standard',
      see: 'standard.draft',
      posts: {
        'add-section': { action: 'standard.draft', fields: { title: 'Abschnitt der Probe' } },
        publish: { action: 'standard.steer', fields: { intent: 'publish' } },
        consult: { action: 'standard.steer', fields: { intent: 'consult' }, ...shop },
        'finish-task': { action: 'standard.draft' },
      },
    },
    '/standards/:standard/werkstatt/einlesen': {
      of: 'standard',
      see: 'standard.draft',
      posts: {
        preview: { action: 'standard.draft', step: true, fields: { intent: 'preview' } },
        take: {
          action: 'standard.draft',
          fields: { intent: 'take' },
          provenIn: 'tests/standards/office-files.test.ts',
        },
      },
    },
    '/standards/:standard/werkstatt/:section': {
      of: 'section',
      see: 'standard.draft',
      posts: {
        ...workshop([
          'save',
          'split',
          'join',
          'plain',
          'card',
          'stage',
          'section',
          'up',
          'down',
          'strike',
          'use-aside',
          'clear-aside',
        ]),
        'add-clause': { action: 'standard.draft', fields: { text } },
        'give-task': { action: 'standard.draft', fields: { what: 'Die Probe lesen' } },
        'finish-task': { action: 'standard.draft' },
      },
    },
  },
  parts: {
    'standard.keep-draft': 'done by the house while several write: tests/standards/drafting.test.ts',
    'standard.found': 'the chair’s deed, by command only: tests/standards/drafting.test.ts',
    'standard.adopt': 'done by the vote on an item: tests/standards/by-vote.test.ts',
    'standard.remind': 'done by the house on its day: tests/standards/notices.test.ts',
    'declaration.withdraw': 'a button beside one’s own declaration',
  },
  people: ['jonas', 'kornfeld', 'amina', 'bernd', 'berghoff'],
  topics: {
    standards: { see: 'town.read' },
    standard: { of: 'standard', see: 'standard.read' },
    workshop: { of: 'standard', see: 'standard.draft' },
    draft: { of: 'section', see: 'standard.draft', writes: true },
    clause: { of: 'clause', see: 'standard.read' },
    amendment: { of: 'amendment', see: 'standard.read' },
  },
  furnish,
  canaries: (): readonly Canary[] => [
    {
      word: words.clause,
      where: 'clause of a standard that is not public',
      // What one wrote oneself stays among one's own data.
      reads: (person) => drafts(person).length > 0 || isChair(person) || person.handle === 'kornfeld',
    },
    {
      word: words.note,
      where: 'note of the drafting group',
      reads: (person) => drafts(person).length > 0,
    },
    {
      word: words.task,
      where: 'task in the drafting group',
      // A task of one's own stays among one's own data.
      reads: (person) => drafts(person).length > 0 || person.handle === 'jonas',
    },
  ],
}

const isChair = ({ seats }: Person) =>
  seats.some(({ body, function: held }) => body === 'runder-tisch' && held === 'chair')

const words = {
  clause: 'KANARIE-ABSATZ-6601',
  note: 'KANARIE-WERKSTATT-6602',
  task: 'KANARIE-ENTWURFSARBEIT-6603',
}

/** A standard nobody outside its group knows of yet. */
async function furnish({ does, idOf, now }: Furnishing): Promise<void> {
  const { id: standardId } = await does('berghoff', foundStandard, {
    slug: 'noch-geheim',
    title: `Noch im Entwurf ${words.clause}`,
    about: `Worum es geht: ${words.clause}.`,
    bodySlug: group,
  })
  const { id: sectionId } = await does('kornfeld', addSection, { standardId, title: 'Der Anfang' })
  await does('kornfeld', addClause, { sectionId, text: `Hier steht ${words.clause}.` })
  await does('kornfeld', editSection, {
    sectionId,
    title: 'Der Anfang',
    note: `Noch klären: ${words.note}.`,
    version: 1,
  })
  await does('kornfeld', giveTask, {
    sectionId,
    what: `Nachfragen, ${words.task}`,
    ownerId: await idOf('jonas'),
    dueOn: new Date(Date.parse(now()) + 20 * 86_400_000).toISOString().slice(0, 10),
  })
}
