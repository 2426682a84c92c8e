// Bodies, their benches and who sits on them. Rights hang on seats, so a term that ends takes them away by itself.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { BodyFunction } from '../actor.ts'
import { queueMailTo } from '../notices/outbox.server.ts'
import { taskMail } from '../people/mails.ts'
import type { Subject } from '../policy.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { type BodyKind, checkSeat, councilSlug } from './body.ts'

export interface SavedBody {
  readonly slug: string
  readonly name: string
  readonly kind: BodyKind
  readonly about: string
  /** All seats together, those without a bench counted in. */
  readonly seats: number
  readonly benches: readonly { readonly slug: string; readonly name: string; readonly seats: number }[]
}

export function bodySubject(slug: string): Subject {
  return { kind: 'body', slug }
}

/** Makes the body, or brings it to this shape. A bench on which somebody sits stays. */
export async function saveBody(work: Work, input: SavedBody): Promise<{ bodyId: string }> {
  work.require('body.manage', bodySubject(input.slug))
  const { slug, name, kind, about, seats } = input
  const { id: bodyId } = await work.tx
    .insertInto('body')
    .values({ id: work.newId(), slug, name, kind, about, seats })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ name, kind, about, seats }))
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [place, bench] of input.benches.entries()) {
    await work.tx
      .insertInto('bench')
      .values({ id: work.newId(), bodyId, ...bench, place })
      .onConflict((conflict) =>
        conflict.columns(['bodyId', 'slug']).doUpdateSet({ name: bench.name, seats: bench.seats, place }),
      )
      .execute()
  }
  await work.record({ type: 'body.changed', bodyId })
  return { bodyId }
}

export interface NewSeat {
  readonly body: string
  readonly accountId: string
  readonly bench: string | null
  readonly function: BodyFunction
  readonly fromAt: string
  readonly untilAt: string | null
}

export async function seat(work: Work, input: NewSeat): Promise<{ membershipId: string }> {
  const body = await getBodyRow(work.tx, input.body)
  work.require('body.manage', bodySubject(body.slug))
  await leaveCouncilAlone(work, body)
  const bench = input.bench === null ? null : await getBench(work, body.id, input.bench)
  const membershipId = await writeSeat(work, body, bench, input)
  if (work.actor.kind === 'account') {
    await queueMailTo(work, input.accountId, { kind: 'task', topic: null, data: taskMail(body.name) })
  }
  await work.record({ type: 'body.changed', bodyId: body.id })
  return { membershipId }
}

/** Writes the seat inside another deed, which has asked the policy and records what happened. */
export async function writeSeat(
  work: Work,
  body: { readonly id: string },
  bench: { readonly id: string; readonly seats: number } | null,
  input: Pick<NewSeat, 'accountId' | 'function' | 'fromAt' | 'untilAt'>,
): Promise<string> {
  const taken = await work.tx
    .selectFrom('membership')
    .select(['accountId', 'benchId', 'fromAt', 'untilAt', 'function'])
    .where('bodyId', '=', body.id)
    .execute()
  const { accountId, fromAt, untilAt } = input
  checkSeat(
    { accountId, benchId: bench?.id ?? null, function: input.function, fromAt, untilAt },
    taken.map((one) => ({ ...one, function: one.function as BodyFunction })),
    bench,
  )
  const id = work.newId()
  await work.tx
    .insertInto('membership')
    .values({
      id,
      bodyId: body.id,
      accountId,
      benchId: bench?.id ?? null,
      function: input.function,
      fromAt,
      untilAt,
    })
    .execute()
  return id
}

/** Ends a seat now. What somebody did on it stays theirs. */
export async function endSeat(work: Work, input: { readonly membershipId: string }): Promise<void> {
  const held = await work.tx
    .selectFrom('membership')
    .innerJoin('body', 'body.id', 'membership.bodyId')
    .select(['membership.id', 'body.id as bodyId', 'body.slug', 'body.kind', 'membership.untilAt'])
    .where('membership.id', '=', input.membershipId)
    .executeTakeFirst()
  if (!held) throw refuse('not_found')
  // A working group looks after itself; at the Round Table nobody who leads it takes a seat away.
  const group = held.kind === 'working-group' && work.actor.kind === 'account'
  work.require(group ? 'seat.invite' : 'body.manage', bodySubject(held.slug))
  await leaveCouncilAlone(work, { id: held.bodyId, slug: held.slug })
  if (held.untilAt !== null && held.untilAt <= work.now) throw refuse('already_decided')
  await work.tx.updateTable('membership').set({ untilAt: work.now }).where('id', '=', held.id).execute()
  await work.record({ type: 'body.changed', bodyId: held.bodyId })
}

/** An operator may seat the first Council and nobody after: from then on it elects itself. */
export async function leaveCouncilAlone(work: Work, body: { readonly id: string; readonly slug: string }) {
  if (body.slug !== councilSlug || work.actor.kind === 'system') return
  const begun = await work.tx
    .selectFrom('membership')
    .select('id')
    .where('bodyId', '=', body.id)
    .where('fromAt', '<', dayBefore(work.now))
    .limit(1)
    .executeTakeFirst()
  if (begun) throw refuse('council_seats_itself')
}

/** The first day is for seating everybody, and for mending a slip. */
function dayBefore(now: string): string {
  return new Date(Date.parse(now) - 86_400_000).toISOString()
}

export async function getBodyRow(db: Kysely<Tables>, slug: string) {
  const row = await db.selectFrom('body').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return row
}

/** Locked, so that two operators cannot give away the last seat twice. */
export async function getBench(work: Work, bodyId: string, slug: string) {
  const row = await work.tx
    .selectFrom('bench')
    .select(['id', 'seats'])
    .where('bodyId', '=', bodyId)
    .where('slug', '=', slug)
    .$if(work.platform.database.kind === 'postgres', (q) => q.forUpdate())
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  return row
}
