// Asks somebody onto a seat by mail: at once where there is an account, else as soon as they sign in with that address.
import type { BodyFunction } from '../actor.ts'
import { queueMail, queueMailTo } from '../notices/outbox.server.ts'
import { findAccountByMail } from '../people/account.server.ts'
import { seatMail } from '../people/mails.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { bodySubject, getBench, getBodyRow, leaveCouncilAlone, writeSeat } from './body.server.ts'

export interface SeatInvitation {
  readonly body: string
  readonly mail: string
  readonly bench: string | null
  readonly function: Exclude<BodyFunction, 'speaker'>
  readonly untilAt: string | null
}

export async function inviteToSeat(work: Work, input: SeatInvitation): Promise<void> {
  const body = await getBodyRow(work.tx, input.body)
  work.require('seat.invite', bodySubject(body.slug))
  await leaveCouncilAlone(work, body)
  const bench = input.bench === null ? null : await getBench(work, body.id, input.bench)
  const account = await findAccountByMail(work.tx, input.mail)
  const data = seatMail(body.name, `${work.platform.baseUrl}/anmelden`)
  if (account) {
    await writeSeat(work, body, bench, {
      accountId: account.id,
      function: input.function,
      fromAt: work.now,
      untilAt: input.untilAt,
    })
    await queueMailTo(work, account.id, { kind: 'task', topic: null, data })
  } else {
    const kept = {
      benchId: bench?.id ?? null,
      function: input.function,
      untilAt: input.untilAt,
      at: work.now,
      byId: work.actor.accountId,
    }
    await work.tx
      .insertInto('seatInvitation')
      .values({ id: work.newId(), bodyId: body.id, mail: input.mail, ...kept })
      .onConflict((conflict) => conflict.columns(['bodyId', 'mail']).doUpdateSet(kept))
      .execute()
    await queueMail(work, { kind: 'task', address: input.mail, accountId: null, language: 'de', data })
  }
  await work.record({ type: 'body.changed', bodyId: body.id })
}

export async function withdrawInvitation(
  work: Work,
  input: { readonly invitationId: string },
): Promise<void> {
  const row = await work.tx
    .selectFrom('seatInvitation')
    .innerJoin('body', 'body.id', 'seatInvitation.bodyId')
    .select(['seatInvitation.id', 'body.slug', 'body.id as bodyId'])
    .where('seatInvitation.id', '=', input.invitationId)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  work.require('seat.invite', bodySubject(row.slug))
  await work.tx.deleteFrom('seatInvitation').where('id', '=', row.id).execute()
  await work.record({ type: 'body.changed', bodyId: row.bodyId })
}

/**
 * Asks nobody: who opened the account has read the mail that came to this address. A seat that was given to somebody
 * else meanwhile is not taken; whoever invited sees the invitation still waiting.
 */
export async function takeInvitedSeats(
  work: Work,
  { accountId, mail }: { readonly accountId: string; readonly mail: string },
): Promise<void> {
  const invited = await work.tx
    .selectFrom('seatInvitation')
    .innerJoin('body', 'body.id', 'seatInvitation.bodyId')
    .leftJoin('bench', 'bench.id', 'seatInvitation.benchId')
    .selectAll('seatInvitation')
    .select(['body.slug', 'bench.seats'])
    .where('seatInvitation.mail', '=', mail)
    .execute()
  for (const one of invited) {
    if (one.untilAt !== null && one.untilAt <= work.now) continue
    const taken = await work.tx
      .selectFrom('membership')
      .select('id')
      .where('bodyId', '=', one.bodyId)
      .where('benchId', '=', one.benchId)
      .where('function', '!=', 'substitute')
      .where('fromAt', '<=', work.now)
      .where((eb) => eb.or([eb('untilAt', 'is', null), eb('untilAt', '>', work.now)]))
      .execute()
    if (one.seats !== null && one.function !== 'substitute' && taken.length >= one.seats) continue
    const bench = one.benchId === null ? null : { id: one.benchId, seats: Number(one.seats) }
    await writeSeat(work, { id: one.bodyId }, bench, {
      accountId,
      function: one.function as BodyFunction,
      fromAt: work.now,
      untilAt: one.untilAt,
    })
    await work.tx.deleteFrom('seatInvitation').where('id', '=', one.id).execute()
    await work.record({ type: 'body.changed', bodyId: one.bodyId })
  }
}

export interface WaitingInvitation {
  readonly id: string
  readonly mail: string
  readonly function: BodyFunction
  readonly bench: string | null
  readonly at: string
}

/** Addresses are read by those who invite, and by nobody else. */
export async function listInvitations(ask: Ask, slug: string): Promise<readonly WaitingInvitation[]> {
  if (!may(ask.actor, 'seat.invite', bodySubject(slug))) return []
  const rows = await ask.db
    .selectFrom('seatInvitation')
    .innerJoin('body', 'body.id', 'seatInvitation.bodyId')
    .leftJoin('bench', 'bench.id', 'seatInvitation.benchId')
    .select(['seatInvitation.id', 'seatInvitation.mail', 'seatInvitation.function', 'seatInvitation.at'])
    .select('bench.name as bench')
    .where('body.slug', '=', slug)
    .orderBy('seatInvitation.at')
    .execute()
  return rows.map((row) => ({ ...row, function: row.function as BodyFunction }))
}
