// Contributions: shown, hidden, taken back; the talk below an idea as a live topic.
import type { Room, Thing } from '../room.ts'
import type { Town } from '../town.ts'
import { isInside } from './council.ts'

interface ContributionFact {
  readonly id: string
  readonly publicNumber: number
  readonly author: string | null
  readonly idea: number
}

const openIdeas = (town: Town) =>
  new Set(
    (town.facts.things.idea?.public ?? [])
      .concat(town.facts.things.idea?.merged ?? [], town.facts.things.idea?.withdrawn ?? [])
      .map((idea) => idea.number),
  )

function contributionsOf(town: Town): readonly Thing[] {
  const open = openIdeas(town)
  return Object.entries(town.facts.things.contribution ?? {}).flatMap(([visibility, rows]) =>
    (rows as unknown as readonly ContributionFact[]).map((row) => ({
      param: String(row.publicNumber),
      id: row.id,
      label: visibility,
      public: visibility !== 'hidden' && visibility !== 'deleted' && open.has(row.idea),
      author: row.author,
    })),
  )
}

/** What is said in the Council's talks: open to those inside, never to the administration. */
function insideOf(town: Town): readonly Thing[] {
  return town
    .rows<{ id: string; publicNumber: number; authorId: string; hiddenAt: string | null; author: string }>(
      'select contribution.id, "publicNumber", "hiddenAt", account.handle as author from contribution join talk on talk."conversationId" = contribution."conversationId" join account on account.id = contribution."authorId" where "deletedAt" is null',
    )
    .map(({ id, publicNumber, hiddenAt, author }) => ({
      param: String(publicNumber),
      id,
      label: `inside the Council ${hiddenAt === null ? 'shown' : 'hidden'}`,
      public: false,
      space: 'council',
      author,
      gives: (person) => (hiddenAt === null && isInside(person) ? ['reader'] : []),
    }))
}

function placesOf(town: Town): readonly Thing[] {
  const open = openIdeas(town)
  return Object.entries(town.facts.things.contribution ?? {}).flatMap(([visibility, rows]) =>
    (rows as unknown as readonly ContributionFact[]).map(({ id, publicNumber, idea }) => ({
      param: String(publicNumber),
      id,
      label: `place of a ${open.has(idea) ? visibility : 'contribution to a closed idea'}`,
      public: open.has(idea),
    })),
  )
}

/** Every talk of the house, as open as what it is about. */
function talksOf(town: Town): readonly Thing[] {
  const idsOf = (kind: string, ...visibilities: string[]) =>
    visibilities.flatMap((visibility) =>
      (town.facts.things[kind]?.[visibility] ?? []).map(({ id }) => String(id)),
    )
  const open = new Set([
    ...idsOf('idea', 'public', 'merged', 'withdrawn'),
    ...['poll', 'agendaItem', 'clause', 'amendment'].flatMap((kind) => idsOf(kind, 'public')),
  ])
  return town
    .rows<{ id: string; kind: string; subjectId: string; state: string; space: string | null }>(
      `select conversation.id, "subjectKind" as kind, "subjectId", conversation.state, poll.space as space
       from conversation left join poll on poll.id = "subjectId"`,
    )
    .map(({ id, kind, subjectId, state, space }) => {
      const inside = kind === 'talk'
      return {
        param: id,
        id,
        label: `${open.has(subjectId) ? '' : 'closed '}talk of ${kind} ${state}`,
        public: open.has(subjectId),
        space: inside ? 'council' : open.has(subjectId) ? 'town' : (space ?? 'town'),
        ...(inside ? {} : { outer: true as const }),
        gives: (person) => (inside && isInside(person) ? ['reader'] : []),
      }
    })
}

export const conversations: Room = {
  things: {
    contribution: {
      list: (town) => [...contributionsOf(town), ...insideOf(town)],
      known: 'contribution.read',
      missing: '987654',
    },
    /** Where a contribution stands or stood is no secret where its idea is none. */
    place: { list: placesOf, missing: '987654' },
    conversation: { list: talksOf, missing: '01900000-0000-7000-8000-000000000000' },
  },
  doors: {
    // Leads to the page that holds it, which says that a hidden one is hidden.
    '/beitraege/:number': { of: 'place', see: 'conversation.read' },
    '/beitraege/:number/aendern': {
      of: 'contribution',
      see: 'contribution.edit',
      posts: {
        edit: {
          action: 'contribution.edit',
          fields: { text: 'Die Probe sagt es jetzt ein wenig anders als zuvor.' },
        },
        delete: { action: 'contribution.delete' },
      },
    },
    '/beitraege/:number/fassungen': { of: 'contribution', see: 'contribution.read' },
    '/gespraech/:conversation': {
      of: 'conversation',
      see: 'conversation.read',
      exempt: 'answers to posts only',
      posts: {
        contribute: {
          action: 'conversation.contribute',
          unseen: 'sent by script',
          fields: {
            intent: 'contribute',
            move: 'question',
            text: 'Fragt hier die Probe oder ein Mensch?',
            language: 'de',
          },
        },
      },
    },
  },
  parts: {
    'conversation.answer-officially': 'the tick beside the text; sent without it by everybody',
    'contribution.read-hidden':
      'the words of hidden contributions on the page of their idea, each with its private word',
  },
  topics: { conversation: { of: 'conversation', see: 'conversation.read', says: true } },
}
