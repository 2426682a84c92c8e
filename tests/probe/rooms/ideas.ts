// Ideas in every state, their answers, their feed and their calendar.
import { editIdea } from '#app/domain/ideas/edit.server.ts'
import { postIdea } from '#app/domain/ideas/idea.server.ts'
import { putIdeaOnAgenda } from '#app/domain/meetings/agenda-ideas.server.ts'
import { hideIdea } from '#app/domain/moderation/text-measures.server.ts'
import type { Furnishing } from '../ready.ts'
import type { Canary, Room, Thing } from '../room.ts'
import type { Town } from '../town.ts'
import { talkPosts } from './talk-posts.ts'

interface IdeaFact {
  readonly id: string
  readonly number: number
  readonly state: string
  readonly author: string | null
  readonly responsible: string | null
  readonly secretWord?: string
}

function ideasOf(town: Town): readonly Thing[] {
  const shut = new Set(
    town.facts.conversations.filter(({ state }) => state !== 'open').map(({ idea }) => idea),
  )
  const withHidden = new Set((town.facts.things.contribution?.hidden ?? []).map(({ idea }) => idea))
  return Object.entries(town.facts.things.idea ?? {}).flatMap(([visibility, ideas]) =>
    (ideas as unknown as readonly IdeaFact[]).map((idea) => ({
      param: String(idea.number),
      id: idea.id,
      label:
        visibility === 'public'
          ? `${idea.state}, ${idea.responsible} answers${shut.has(idea.number) ? ', talk closed' : ''}${withHidden.has(idea.number) ? ', with hidden words' : ''}`
          : visibility,
      // What was taken back stays to be read, and says so.
      public: ['public', 'merged', 'withdrawn'].includes(visibility),
      author: idea.author,
      responsible: idea.responsible,
    })),
  )
}

const words = {
  title: 'Ein Stuhl mehr am Tisch der Probe',
  text: 'Ein Stuhl mehr am Tisch, damit auch die Probe sitzen kann. Das kostet wenig und freut viele.',
}

export const ideas: Room = {
  things: { idea: { list: ideasOf, known: 'idea.read', missing: '987654' } },
  doors: {
    '/ideen': { see: 'nothing' },
    '/ideen/neu': {
      see: 'nothing',
      posts: {
        title: { action: 'idea.post', step: true, fields: { title: words.title } },
        words: { action: 'idea.post', step: true, after: 'title', fields: { text: words.text } },
        send: { action: 'idea.post', after: 'words', own: true, fields: { naming: 'none', name: '' } },
      },
    },
    '/ideen/verfolgen': {
      see: 'nothing',
      posts: {
        show: { action: 'idea.post', step: true },
        take: {
          action: 'idea.follow',
          own: true,
          unseen: 'needs a secret word',
          provenIn: 'tests/ideas/promise.test.ts',
        },
      },
    },
    '/ideen/eintragen': {
      see: 'idea.enter-for-somebody',
      posts: { '': { action: 'idea.enter-for-somebody', fields: { ...words, readBack: 'on' } } },
    },
    '/ideen/:number': {
      of: 'idea',
      see: 'idea.read',
      // The whole talk at once, where words in it are hidden.
      at: ({ label }) => (label.endsWith('with hidden words') ? '?alles=1' : ''),
      posts: {
        support: { action: 'idea.support', own: true },
        unsupport: { action: 'idea.support', own: true },
        follow: { action: 'idea.follow', own: true },
        unfollow: { action: 'idea.follow', own: true },
        withdraw: { action: 'idea.withdraw', fields: { reason: 'Die Probe nimmt sie zurück.' } },
        finish: { action: 'idea.finish' },
        tag: { action: 'idea.tag', fields: { goals: ['1.1', '2.3'] } },
        assign: { action: 'idea.assign' },
        merge: { action: 'idea.merge', fields: { into: '11' } },
        split: { action: 'idea.merge' },
        agenda: { action: 'meeting.plan', fields: { intent: 'agenda' } },
        ...talkPosts,
        react: { action: 'contribution.react', own: true },
        'mark-read': { action: 'conversation.read', own: true },
        'close-conversation': { action: 'conversation.close' },
        'reopen-conversation': {
          action: 'conversation.close',
          provenIn: 'tests/conversations/contribute.test.ts',
        },
      },
    },
    '/ideen/:number/antwort': {
      of: 'idea',
      see: 'idea.answer',
      posts: {
        check: { action: 'idea.answer', step: true },
        answer: { action: 'idea.answer', after: 'check' },
        extend: { action: 'idea.answer' },
      },
    },
    '/ideen/:number/bearbeiten': {
      of: 'idea',
      see: 'idea.edit',
      posts: { '': { action: 'idea.edit', fields: words } },
    },
    '/ideen/:number/fassungen': { of: 'idea', see: 'idea.read' },
    '/ideen/:number/termin.ics': { of: 'idea', see: 'idea.read' },
    '/ideen.atom': { see: 'nothing' },
    '/ideen/aehnlich.json': { see: 'nothing', query: 'q' },
  },
  people: ['kornfeld', 'renate'],
  topics: {
    ideas: { see: 'town.read' },
    idea: { of: 'idea', see: 'idea.read' },
  },
  furnish,
  /** The word with which a guest comes back to an idea is that guest's alone. */
  canaries: (town): readonly Canary[] => [
    {
      word: hiddenTitle,
      where: 'title of an idea that was hidden while it stood on an agenda',
      reads: ({ handle, roles }) => handle === 'gisela' || roles.includes('moderator'),
      onceOpen: true,
    },
    ...Object.values(town.facts.things.idea ?? {})
      .flat()
      .flatMap(({ number, secretWord }) =>
        typeof secretWord === 'string'
          ? [{ word: secretWord, where: `secret word of the guest of idea ${number}`, reads: () => false }]
          : [],
      ),
  ],
}

const hiddenTitle = 'KANARIE-HUT-8120'

/** Put on an agenda, given another title, and hidden: the item stays, what the idea says now is gone. */
async function furnish({ platform, does, pass }: Furnishing): Promise<void> {
  const db = platform.database.read
  const { id: ideaId } = await does('gisela', postIdea, {
    title: 'Ein Hut für die Probe',
    text: words.text,
    district: 'welper',
    language: 'de',
    authorName: null,
    secret: null,
    source: 'web',
    picture: null,
  })
  const { id: meetingId } = await db
    .selectFrom('meeting')
    .select('id')
    .where('state', '=', 'planned')
    .executeTakeFirstOrThrow()
  await pass(5)
  await does('federkiel', putIdeaOnAgenda, { ideaId, meetingId })
  const title = `Ein anderer Hut: ${hiddenTitle}`
  await does('gisela', editIdea, { ideaId, title, text: words.text, district: 'welper', language: 'de' })
  const idea = await db
    .selectFrom('idea')
    .select('version')
    .where('id', '=', ideaId)
    .executeTakeFirstOrThrow()
  const grounds = { rule: '1', template: 'off_topic', sentence: 'Die Probe nennt hier einen Grund.' } as const
  await does('gudrun', hideIdea, { ideaId, version: idea.version, grounds })
}
