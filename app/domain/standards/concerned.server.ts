// Finds the people around an event of a standard: authors, cosigners, followers, the drafting group, who owes what.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { roundTableSlug } from '../bodies/body.ts'
import { type Concerned, nobody } from '../notices/notice.ts'
import type { Work } from '../run.server.ts'
import type { Amendment } from './amendment.ts'
import { getAmendment, partsOf } from './amendment-rows.server.ts'
import { findColliding } from './collisions.server.ts'
import type { StandardEvent } from './notices.ts'
import { getStandard } from './standard.server.ts'
import { draftersOf } from './tasks.server.ts'

export async function standardConcerned(work: Work, event: StandardEvent): Promise<Concerned> {
  const db = work.tx
  switch (event.type) {
    case 'amendment.proposed':
    case 'amendment.recommended':
    case 'amendment.answered':
    case 'amendment.put-on-agenda':
    case 'amendment.taken-off-agenda':
    case 'amendment.decided':
    case 'amendment.settled':
    case 'amendment.withdrawn':
    case 'amendment.reopened':
      return aroundAmendment(work, event)
    case 'clause.changed':
    case 'clause.struck': {
      const followers = await followersOf(db, [`clause:${event.clauseId}`, `standard:${event.standardId}`])
      const told = await toldByAmendment(db, event)
      return { ...nobody, followers: followers.filter((id) => !told.has(id)) }
    }
    case 'standard.published':
    case 'standard.adopted':
    case 'standard.withdrawn':
    case 'standard.consultation-turned':
      return {
        ...nobody,
        responsible: await drafters(work, event.standardId),
        followers: await followersOf(db, [`standard:${event.standardId}`]),
      }
    case 'standard.review-due':
      return {
        ...nobody,
        responsible: [...(await chairs(work)), ...(await drafters(work, event.standardId))],
      }
    case 'task.given':
    case 'task.reminded': {
      const task = await db
        .selectFrom('sectionTask')
        .select(['ownerId', 'doneAt'])
        .where('id', '=', event.taskId)
        .executeTakeFirst()
      return { ...nobody, affected: task && task.doneAt === null ? task.ownerId : null }
    }
    case 'declaration.review-due': {
      const row = await db
        .selectFrom('declaration')
        .select(['byId', 'withdrawnAt'])
        .where('id', '=', event.declarationId)
        .executeTakeFirst()
      return { ...nobody, affected: row && row.withdrawnAt === null ? row.byId : null }
    }
    default:
      return nobody
  }
}

async function aroundAmendment(
  work: Work,
  event: StandardEvent & { readonly amendmentId: string },
): Promise<Concerned> {
  const db = work.tx
  const amendment = await getAmendment(db, event.amendmentId)
  const parts = await partsOf(db, amendment.id)
  const clauses = parts.flatMap(({ clauseId }) => (clauseId === null ? [] : [`clause:${clauseId}`]))
  const cosigners = await db
    .selectFrom('cosignature')
    .select('accountId')
    .where('amendmentId', '=', amendment.id)
    .orderBy('at')
    .execute()
  return {
    ...nobody,
    author: amendment.authorId,
    supporters: cosigners.map(({ accountId }) => accountId),
    followers: await followersOf(db, [
      `amendment:${amendment.id}`,
      ...clauses,
      `standard:${amendment.standardId}`,
    ]),
    responsible: await whoActs(work, event, amendment, parts),
  }
}

/** The drafting group: where proposals collide, where an author answered, and where a human has to settle what was voted. */
async function whoActs(
  work: Work,
  event: StandardEvent & { readonly amendmentId: string },
  { state, number }: Amendment,
  parts: Awaited<ReturnType<typeof partsOf>>,
): Promise<readonly string[]> {
  const { standardId, amendmentId } = event
  if (event.type === 'amendment.answered') return drafters(work, standardId)
  if (event.type === 'amendment.decided' && state === 'to_settle') return drafters(work, standardId)
  if (event.type !== 'amendment.proposed') return []
  const colliding = await findColliding({ db: work.tx }, standardId, parts, amendmentId)
  // The later one of two is told of, whenever this is followed up.
  return colliding.some((other) => other.number < number) ? drafters(work, standardId) : []
}

/** Whoever hears of the amendment hears by it that the words changed; one deed is told once. */
async function toldByAmendment(
  db: Kysely<Tables>,
  event: { readonly clauseId: string; readonly number?: number },
): Promise<ReadonlySet<string>> {
  if (event.number === undefined) return new Set()
  const version = await db
    .selectFrom('clauseVersion')
    .select('amendmentId')
    .where('clauseId', '=', event.clauseId)
    .where('number', '=', event.number)
    .executeTakeFirst()
  if (!version?.amendmentId) return new Set()
  const amendment = await getAmendment(db, version.amendmentId)
  const cosigners = await db
    .selectFrom('cosignature')
    .select('accountId')
    .where('amendmentId', '=', amendment.id)
    .execute()
  const followers = await followersOf(db, [
    `amendment:${amendment.id}`,
    `clause:${event.clauseId}`,
    `standard:${amendment.standardId}`,
  ])
  return new Set([amendment.authorId ?? '', ...cosigners.map(({ accountId }) => accountId), ...followers])
}

async function drafters(work: Work, standardId: string): Promise<readonly string[]> {
  const { bodySlug } = await getStandard(work.tx, standardId)
  return (await draftersOf(work.tx, bodySlug, work.now)).map(({ id }) => id)
}

async function chairs(work: Work): Promise<readonly string[]> {
  const rows = await work.tx
    .selectFrom('membership')
    .innerJoin('body', 'body.id', 'membership.bodyId')
    .select('membership.accountId')
    .where('body.slug', '=', roundTableSlug)
    .where('membership.function', '=', 'chair')
    .where('membership.fromAt', '<=', work.now)
    .where((eb) => eb.or([eb('membership.untilAt', 'is', null), eb('membership.untilAt', '>', work.now)]))
    .execute()
  return rows.map(({ accountId }) => accountId)
}

async function followersOf(db: Kysely<Tables>, subjects: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('follow')
    .select('accountId')
    .distinct()
    .where('subject', 'in', [...subjects])
    .execute()
  return rows.map(({ accountId }) => accountId)
}
