// What runs at this moment, for the start page: three ideas one can join in, the one that ends first on top.
import type { SelectQueryBuilder } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Ask } from '../query.server.ts'
import { readingMinutes } from './reading.ts'

export interface RunningTalk {
  readonly number: number
  readonly title: string
  readonly language: string
  readonly openQuestions: number
  readonly contributions: number
  /** Null where reading it takes longer than a tram ride: then the number of contributions says enough. */
  readonly minutes: number | null
  readonly answerDueAt: string
  /** The office that promised the answer. */
  readonly office: string | null
}

export const mostRunning = 3

/** The one with most open questions, the one whose answer is due next and the newest; then the next due ones. */
export async function listRunning(ask: Ask): Promise<readonly RunningTalk[]> {
  const [questions, due, newest] = await Promise.all([
    idsOf(ask, (talks) => talks.orderBy('openQuestions', 'desc').orderBy('conversation.movedAt', 'desc')),
    idsOf(ask, (talks) => talks.orderBy('idea.answerDueAt')),
    idsOf(ask, (talks) => talks.orderBy('idea.publishedAt', 'desc')),
  ])
  const chosen = [
    ...new Set([questions[0], due[0], newest[0], ...due, ...newest].filter((id) => id !== undefined)),
  ].slice(0, mostRunning)
  const talks = await Promise.all(chosen.map((id) => readTalk(ask, id)))
  return talks.sort((a, b) => (a.answerDueAt < b.answerDueAt ? -1 : 1))
}

type Talks = ReturnType<typeof openTalks>

/** Ideas in conversation whose promised answer is still to come. */
function openTalks(ask: Ask) {
  return ask.db
    .selectFrom('idea')
    .innerJoin('conversation', 'conversation.id', 'idea.conversationId')
    .where('idea.state', '=', 'talk')
    .where('idea.answerDueAt', '>', ask.now)
    .where('conversation.state', '=', 'open')
    .select((eb) => [
      'idea.id',
      eb
        .selectFrom('contribution')
        .whereRef('contribution.conversationId', '=', 'conversation.id')
        .where('contribution.section', '=', 'open-question')
        .where('contribution.hiddenAt', 'is', null)
        .where('contribution.deletedAt', 'is', null)
        .select((count) => count.fn.countAll().as('count'))
        .as('openQuestions'),
    ])
}

async function idsOf(
  ask: Ask,
  inOrder: (talks: Talks) => SelectQueryBuilder<Tables, 'idea' | 'conversation', { id: string }>,
): Promise<readonly string[]> {
  const rows = await inOrder(openTalks(ask)).orderBy('idea.number', 'desc').limit(mostRunning).execute()
  return rows.map((row) => row.id)
}

async function readTalk(ask: Ask, id: string): Promise<RunningTalk> {
  const talk = await openTalks(ask)
    .leftJoin('responsibleRole', 'responsibleRole.slug', 'idea.responsible')
    .where('idea.id', '=', id)
    .select((eb) => [
      'idea.number',
      'idea.title',
      'idea.text',
      'idea.language',
      'idea.answerDueAt',
      'idea.conversationId',
      'responsibleRole.name as office',
      eb
        .selectFrom('contribution')
        .whereRef('contribution.conversationId', '=', 'conversation.id')
        .where('contribution.hiddenAt', 'is', null)
        .where('contribution.deletedAt', 'is', null)
        .select((count) => count.fn.countAll().as('count'))
        .as('contributions'),
    ])
    .executeTakeFirstOrThrow()
  const { text, answerDueAt, number, title, language, office } = talk
  return {
    number,
    title,
    language,
    office,
    openQuestions: Number(talk.openQuestions),
    contributions: Number(talk.contributions),
    minutes: readingMinutes([text.length, await talkLength(ask, talk.conversationId)]),
    answerDueAt: answerDueAt ?? ask.now,
  }
}

/** Signs of everything anybody may read there. */
async function talkLength(ask: Ask, conversationId: string): Promise<number> {
  const { length } = await ask.db
    .selectFrom('contribution')
    .where('conversationId', '=', conversationId)
    .where('hiddenAt', 'is', null)
    .where('deletedAt', 'is', null)
    .select((eb) => eb.fn.sum(eb.fn<number>('length', ['text'])).as('length'))
    .executeTakeFirstOrThrow()
  return Number(length ?? 0)
}
