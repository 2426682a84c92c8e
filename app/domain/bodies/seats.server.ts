// Who sits where today: for the drawn table, the list of members, and the question who is missing.
import type { BodyFunction } from '../actor.ts'
import type { Ask } from '../query.server.ts'
import { getBodyRow } from './body.server.ts'
import type { BodyKind } from './body.ts'

export interface HeldSeat {
  readonly membershipId: string
  readonly accountId: string
  /** null: the account was erased, the seat's term still runs. */
  readonly name: string | null
  readonly function: BodyFunction
  readonly bench: string | null
  readonly fromAt: string
  readonly untilAt: string | null
}

export interface BodyView {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly kind: BodyKind
  readonly about: string
  readonly seats: number
  readonly benches: readonly {
    readonly slug: string
    readonly name: string
    readonly seats: number
    readonly held: readonly HeldSeat[]
  }[]
  /** Seats that belong to no bench: chair and minute-taker, or everybody of a body without benches. */
  readonly free: readonly HeldSeat[]
  /** They fill no seat: they step in for one who is missing. */
  readonly substitutes: readonly HeldSeat[]
}

const order: readonly BodyFunction[] = ['chair', 'deputy', 'speaker', 'member', 'minute-taker', 'substitute']

/** The body with everybody whose term runs, or the refusal 'not_found'. */
export async function getBody(ask: Ask, slug: string): Promise<BodyView> {
  const body = await getBodyRow(ask.db, slug)
  const benches = await ask.db
    .selectFrom('bench')
    .select(['slug', 'name', 'seats'])
    .where('bodyId', '=', body.id)
    .orderBy('place')
    .execute()
  const rows = await ask.db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .leftJoin('bench', 'bench.id', 'membership.benchId')
    .select([
      'membership.id as membershipId',
      'account.id as accountId',
      'account.name',
      'account.erasedAt',
      'membership.function',
      'bench.slug as bench',
      'membership.fromAt',
      'membership.untilAt',
    ])
    .where('membership.bodyId', '=', body.id)
    .where('membership.fromAt', '<=', ask.now)
    .where((eb) => eb.or([eb('membership.untilAt', 'is', null), eb('membership.untilAt', '>', ask.now)]))
    .orderBy('account.sortName')
    .execute()
  const all = rows
    .map(
      ({ erasedAt, ...row }): HeldSeat => ({
        ...row,
        name: erasedAt === null ? row.name : null,
        function: row.function as BodyFunction,
      }),
    )
    .sort((a, b) => order.indexOf(a.function) - order.indexOf(b.function))
  const held = all.filter((seat) => seat.function !== 'substitute')
  return {
    ...body,
    kind: body.kind as BodyKind,
    benches: benches.map((bench) => ({ ...bench, held: held.filter((seat) => seat.bench === bench.slug) })),
    free: held.filter((seat) => seat.bench === null),
    substitutes: all.filter((seat) => seat.function === 'substitute'),
  }
}

/** The body, or null where the town has not set it up. */
export async function findBody(ask: Ask, slug: string): Promise<BodyView | null> {
  const known = await ask.db.selectFrom('body').select('id').where('slug', '=', slug).executeTakeFirst()
  return known ? getBody(ask, slug) : null
}

export async function listBodies(ask: Ask): Promise<readonly { slug: string; name: string; kind: string }[]> {
  return ask.db.selectFrom('body').select(['slug', 'name', 'kind']).orderBy('name').execute()
}

/** The bodies somebody sits in today, for their own page. */
export async function listOwnSeats(ask: Ask) {
  return ask.db
    .selectFrom('membership')
    .innerJoin('body', 'body.id', 'membership.bodyId')
    .select(['body.name', 'membership.function', 'membership.fromAt', 'membership.untilAt'])
    .where('membership.accountId', '=', ask.actor.accountId ?? '')
    .where('membership.fromAt', '<=', ask.now)
    .where((eb) => eb.or([eb('membership.untilAt', 'is', null), eb('membership.untilAt', '>', ask.now)]))
    .orderBy('body.name')
    .execute()
}
