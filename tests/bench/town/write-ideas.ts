// The ideas of a bench town and what is said under them, numbered and indexed as the deeds would have done it.
import { v7 as timeOrderedId } from 'uuid'
import { type Move, openingMoves, sectionOf } from '#app/domain/conversations/contribution.ts'
import { chance, openStock, type Text } from './words.ts'
import { accountId, firstDay, longConversation, never, people, perIdea, type Rows } from './write.ts'

interface Desk {
  readonly rows: Rows
  readonly next: () => number
  readonly say: (sentences: number) => Text
  contributions: number
  events: number
  entries: number
}

interface Idea {
  readonly id: string
  readonly number: number
  readonly conversationId: string
  /** The newest contribution that stands on its own and is answered by those after it. */
  root: { readonly id: string; readonly number: number } | null
}

export function writeIdeas(rows: Rows, contributions: number): void {
  const next = chance(7)
  const desk: Desk = { rows, next, say: openStock(next), contributions: 0, events: 0, entries: 0 }
  for (let number = 1; desk.contributions < contributions; number++) {
    const count = number === 1 ? longConversation(contributions) : perIdea
    const idea = writeIdea(desk, number, count)
    for (let inside = 1; inside <= count; inside++) writeContribution(desk, idea, inside)
  }
}

function writeIdea(desk: Desk, number: number, count: number): Idea {
  const { rows, next, say } = desk
  const id = timeOrderedId()
  const conversationId = timeOrderedId()
  const at = momentAt(desk.contributions)
  const moved = momentAt(desk.contributions + count)
  const title = say(1)
  const body = say(3)
  const html = `<p>${body.text}</p>`
  const own = { title: title.text, text: body.text, html }
  const authorId = accountId(number % people)
  rows('idea', {
    ...{ ...own, id, number, conversationId, sanitiser: 'bench', language: 'de' },
    ...{
      state: number % 9 === 0 ? 'done' : 'talk',
      district: 'welper',
      authorId,
      authorName: null,
      source: 'web',
    },
    ...{ secretHash: null, pictureId: null, supportCount: Math.floor(next() * 40), receivedAt: at },
    ...{ publishedAt: at, movedAt: moved, responsible: 'kulturbuero', answerDueAt: never, reviewOn: null },
    ...{ mergedIntoId: null, closedReason: null, stateBefore: null, version: 1 },
  })
  rows('ideaVersion', { ...own, ideaId: id, number: 1, byId: authorId, at })
  rows('ideaGoal', { ideaId: id, goal: number % 2 ? '1.1' : '2.3' })
  const step = { kind: 'received', at, byFunction: null, link: null, note: null }
  rows('lifelineStep', { id: timeOrderedId(), subject: `idea:${id}`, ...step })
  rows('conversation', {
    ...{ id: conversationId, subjectKind: 'idea', subjectId: id, state: 'open' },
    ...{ contributionCount: count, movedAt: moved, version: 1 },
  })
  index(desk, { id, kind: 'idea', subjectId: id }, title, body)
  record(desk, at, 'idea.published', { ideaId: id }, [`idea:${id}`, 'ideas'])
  return { id, number, conversationId, root: null }
}

/** Of five contributions three stand on their own, and the last two answer the third. */
function writeContribution(desk: Desk, idea: Idea, number: number): void {
  const { rows, next, say } = desk
  const id = timeOrderedId()
  const at = momentAt(desk.contributions)
  const author = Math.floor(next() * people)
  const place = (number - 1) % 5
  const root = place > 2 ? idea.root : null
  if (place === 2) idea.root = { id, number }
  const depth = root === null ? 0 : 1
  const move: Move = root ? 'answer' : (openingMoves[Math.floor(next() * openingMoves.length)] ?? 'for')
  const said = say(2)
  desk.contributions++
  rows('contribution', {
    ...{ id, publicNumber: desk.contributions, conversationId: idea.conversationId, number },
    ...{ parentId: root?.id ?? null, rootNumber: root?.number ?? number, depth, authorId: accountId(author) },
    ...{ authorFunction: null, move, section: sectionOf(move, depth, place === 2), text: said.text },
    ...{ html: `<p>${said.text}</p>`, sanitiser: 'bench', language: 'de', replyCount: place === 2 ? 2 : 0 },
    ...{ postedAt: at, editedAt: null, deletedAt: null, hiddenAt: null, movedFromId: null, version: 1 },
  })
  if (number % 3 === 0)
    rows('reaction', {
      contributionId: id,
      accountId: accountId((author + 1) % people),
      kind: 'understandable',
    })
  index(desk, { id, kind: 'contribution', subjectId: idea.id }, nothing, said)
  record(
    desk,
    at,
    'contribution.posted',
    {
      ...{ contributionId: id, conversationId: idea.conversationId, subject: `idea:${idea.id}`, number },
      parentId: root?.id ?? null,
    },
    [`idea:${idea.id}`, `conversation:${idea.conversationId}`],
  )
}

const nothing: Text = { text: '', stems: '', folded: '' }

function index(
  desk: Desk,
  entry: { readonly id: string; readonly kind: string; readonly subjectId: string },
  title: Text,
  body: Text,
): void {
  const seq = ++desk.entries
  desk.rows('searchEntry', { seq, ...entry, title: title.text, body: body.text })
  desk.rows('searchWords', { rowid: seq, title: title.stems, body: body.stems })
  desk.rows('searchFragments', { rowid: seq, title: title.folded, body: body.folded })
}

function record(desk: Desk, at: string, type: string, data: unknown, topics: readonly string[]): void {
  const number = ++desk.events
  desk.rows('event', { number, type, actorId: null, at, data: JSON.stringify(data) })
  for (const topic of topics) desk.rows('eventTopic', { topic, eventNumber: number })
}

/** Ten seconds apart. */
function momentAt(count: number): string {
  return new Date(firstDay + count * 10_000).toISOString()
}
