// One idea as its page shows it: with its people, its answers, its way, and how the reader stands to it.

import { readAuthors } from '../conversations/people.server.ts'
import type { Voice } from '../conversations/voice.ts'
import { lifelineOf } from '../lifelines.server.ts'
import type { LifelineStep } from '../lifelines.ts'
import { isProtected } from '../people/account.ts'
import type { Ask } from '../query.server.ts'
import type { AnswerKind, Idea } from './idea.ts'
import { isSplittable } from './merge.ts'

export interface IdeaView {
  readonly author: Author
  /** Who wrote it down for somebody; null where people wrote themselves. */
  readonly helper: string | null
  readonly responsible: { readonly slug: string; readonly name: string } | null
  readonly goals: readonly string[]
  readonly picture: {
    readonly id: string
    readonly alt: string
    readonly width: number
    readonly height: number
  } | null
  readonly answers: readonly AnswerView[]
  readonly steps: readonly LifelineStep[]
  readonly versions: number
  readonly contributions: number
  readonly supports: boolean
  readonly follows: boolean
}

export interface Author {
  /** How the author is called; null for an account that is gone and for guests without a name. */
  readonly name: string | null
  readonly voice: Voice
  readonly seat: string | null
  readonly kind: 'account' | 'guest' | 'gone'
  /** 14 or 15 years old: nothing for search engines. */
  readonly protected: boolean
}

export interface AnswerView {
  readonly kind: AnswerKind
  readonly html: string
  readonly reviewOn: string | null
  readonly by: string | null
  readonly byFunction: string
  readonly at: string
}

export async function viewIdea(ask: Ask, idea: Idea): Promise<IdeaView> {
  const subject = `idea:${idea.id}` as const
  const [goals, picture, versions, conversation] = await Promise.all([
    ask.db.selectFrom('ideaGoal').select('goal').where('ideaId', '=', idea.id).orderBy('goal').execute(),
    idea.pictureId === null
      ? undefined
      : ask.db
          .selectFrom('picture')
          .select(['id', 'alt', 'width', 'height'])
          .where('id', '=', idea.pictureId)
          .executeTakeFirst(),
    ask.db
      .selectFrom('ideaVersion')
      .select((eb) => eb.fn.countAll().as('count'))
      .where('ideaId', '=', idea.id)
      .executeTakeFirstOrThrow(),
    ask.db
      .selectFrom('conversation')
      .select('contributionCount')
      .where('id', '=', idea.conversationId)
      .executeTakeFirst(),
  ])
  return {
    ...(await authorOf(ask, idea)),
    responsible: await responsibleOf(ask, idea),
    goals: goals.map((row) => row.goal),
    picture: picture ?? null,
    answers: await answersOf(ask, idea.id),
    steps: await lifelineOf(ask, subject),
    versions: Number(versions.count),
    contributions: Number(conversation?.contributionCount ?? 0),
    ...(await ownStand(ask, idea.id)),
  }
}

async function authorOf(ask: Ask, idea: Idea): Promise<Pick<IdeaView, 'author' | 'helper'>> {
  if (idea.authorId === null) {
    const author = {
      name: idea.authorName,
      voice: 'citizens',
      seat: null,
      kind: 'guest',
      protected: false,
    } as const
    return { author, helper: idea.source === 'web' ? null : await helperOf(ask, idea.id) }
  }
  const known = (await readAuthors(ask, [idea.authorId])).get(idea.authorId)
  const account = await ask.db
    .selectFrom('account')
    .select('ageBand')
    .where('id', '=', idea.authorId)
    .executeTakeFirst()
  return {
    author: {
      name: known?.name ?? null,
      voice: known?.voice ?? 'citizens',
      seat: known?.seat ?? null,
      kind: known?.name ? 'account' : 'gone',
      protected: account ? isProtected(account.ageBand as '16+' | '14-15' | 'group') : false,
    },
    helper: null,
  }
}

async function helperOf(ask: Ask, ideaId: string): Promise<string | null> {
  const row = await ask.db
    .selectFrom('ideaVersion')
    .innerJoin('account', 'account.id', 'ideaVersion.byId')
    .select('account.name')
    .where('ideaVersion.ideaId', '=', ideaId)
    .where('ideaVersion.number', '=', 1)
    .where('account.erasedAt', 'is', null)
    .executeTakeFirst()
  return row?.name ?? null
}

async function responsibleOf(ask: Ask, idea: Idea): Promise<IdeaView['responsible']> {
  if (idea.responsible === null) return null
  const role = await ask.db
    .selectFrom('responsibleRole')
    .select(['slug', 'name'])
    .where('slug', '=', idea.responsible)
    .executeTakeFirst()
  return role ?? { slug: idea.responsible, name: idea.responsible }
}

async function answersOf(ask: Ask, ideaId: string): Promise<readonly AnswerView[]> {
  const rows = await ask.db
    .selectFrom('officialAnswer')
    .leftJoin('account', 'account.id', 'officialAnswer.byId')
    .select(['kind', 'html', 'reviewOn', 'byFunction', 'at', 'account.name', 'account.erasedAt'])
    .where('ideaId', '=', ideaId)
    .orderBy('at', 'desc')
    .execute()
  return rows.map(({ name, erasedAt, ...row }) => ({
    ...row,
    kind: row.kind as AnswerKind,
    by: erasedAt === null ? name : null,
  }))
}

async function ownStand(ask: Ask, ideaId: string): Promise<Pick<IdeaView, 'supports' | 'follows'>> {
  const accountId = ask.actor.accountId
  if (accountId === null) return { supports: false, follows: false }
  const support = await ask.db
    .selectFrom('support')
    .select('ideaId')
    .where('ideaId', '=', ideaId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  const follow = await ask.db
    .selectFrom('follow')
    .select('subject')
    .where('subject', '=', `idea:${ideaId}`)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return { supports: support !== undefined, follows: follow !== undefined }
}

/** What a moderator's tools need besides: the roles there are, and what went into this idea and can still go back. */
export async function readTools(ask: Ask, idea: Idea) {
  const roles = await ask.db.selectFrom('responsibleRole').select(['slug', 'name']).orderBy('name').execute()
  const merged = await ask.db
    .selectFrom('idea')
    .select(['id', 'number', 'title', 'state', 'movedAt'])
    .where('mergedIntoId', '=', idea.id)
    .orderBy('number')
    .execute()
  return {
    roles,
    merged: merged
      .filter((row) =>
        isSplittable(
          { state: row.state as Idea['state'], movedAt: row.movedAt },
          ask.town.rules.splitDays,
          ask.now,
        ),
      )
      .map(({ id, number, title }) => ({ id, number, title })),
  }
}
