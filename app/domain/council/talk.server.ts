// Free conversations inside the Council's house: opened by those who make culture, listed for them, nobody else's.
import type { TalkTable } from '#db/tables.ts'
import { isNumber } from '../numbers.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, type Work } from '../run.server.ts'
import { requireOpen } from './closing.server.ts'
import { council, councilSpace } from './house.ts'

/** Opens a talk with its title; the first contribution is written on its page. */
export async function openTalk(
  work: Work,
  input: { readonly title: string; readonly language: string },
): Promise<{ number: number; conversationId: string }> {
  work.require('council.open-talk', council)
  await requireOpen(work)
  const number = await nextNumber(work.tx, 'council-talk')
  const [id, conversationId] = [work.newId(), work.newId()]
  await work.tx
    .insertInto('conversation')
    .values({
      id: conversationId,
      subjectKind: 'talk',
      subjectId: id,
      state: 'open',
      contributionCount: 0,
      movedAt: work.now,
      version: 1,
    })
    .execute()
  await work.tx
    .insertInto('talk')
    .values({
      ...input,
      id,
      number,
      conversationId,
      space: councilSpace,
      byId: work.actor.accountId ?? '',
      openedAt: work.now,
    })
    .execute()
  await work.record({ type: 'talk.opened', talkId: id })
  return { number, conversationId }
}

export interface ListedTalk {
  readonly number: number
  readonly title: string
  readonly language: string
  readonly state: string
  readonly contributions: number
  readonly movedAt: string
}

/** The Council's talks, the liveliest first; for those inside, 'not_found' for everybody else. */
export async function listTalks(ask: Ask): Promise<readonly ListedTalk[]> {
  if (!may(ask.actor, 'council.read-internal', council)) throw refuse('not_found')
  const rows = await ask.db
    .selectFrom('talk')
    .innerJoin('conversation', 'conversation.id', 'talk.conversationId')
    .select(['talk.number', 'talk.title', 'talk.language', 'conversation.state', 'conversation.movedAt'])
    .select('conversation.contributionCount as contributions')
    .where('talk.space', '=', councilSpace)
    .orderBy('conversation.state', 'desc')
    .orderBy('conversation.movedAt', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, contributions: Number(row.contributions) }))
}

export async function getTalk(ask: Ask, number: number): Promise<TalkTable> {
  if (!may(ask.actor, 'council.read-internal', council)) throw refuse('not_found')
  const row = isNumber(number)
    ? await ask.db
        .selectFrom('talk')
        .selectAll()
        .where('space', '=', councilSpace)
        .where('number', '=', number)
        .executeTakeFirst()
    : undefined
  if (!row) throw refuse('not_found')
  return row
}
