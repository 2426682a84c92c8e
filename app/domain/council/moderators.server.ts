// The Council's own moderators: given and taken by speakers, never by the town.

import { findActor } from '../people/actor.server.ts'
import { writeAppointment } from '../people/appointment.server.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { council, councilSpace, isAdministration } from './house.ts'

/** Given twice it is held once. Whoever works for the town cannot hold it. */
export async function appointCouncilModerator(
  work: Work,
  input: { readonly accountId: string },
): Promise<void> {
  work.require('council.appoint-moderator', council)
  const person = await findActor(work.tx, input.accountId, work.now)
  if (!person) throw refuse('not_found')
  if (isAdministration(person)) throw refuse('not_allowed')
  if (await findHeld(work, input.accountId)) return
  await writeAppointment(work, { accountId: input.accountId, role: 'moderator', scope: councilSpace })
}

export async function releaseCouncilModerator(
  work: Work,
  input: { readonly accountId: string },
): Promise<void> {
  work.require('council.appoint-moderator', council)
  const held = await findHeld(work, input.accountId)
  if (!held) throw refuse('already_decided')
  await work.tx.updateTable('appointment').set({ untilAt: work.now }).where('id', '=', held.id).execute()
  const { accountId } = input
  await work.record({ type: 'account.released', accountId, role: 'moderator', scope: councilSpace })
}

async function findHeld(work: Work, accountId: string) {
  return work.tx
    .selectFrom('appointment')
    .select('id')
    .where('accountId', '=', accountId)
    .where('role', '=', 'moderator')
    .where('scope', '=', councilSpace)
    .where('untilAt', 'is', null)
    .executeTakeFirst()
}

export async function listCouncilModerators(
  ask: Ask,
): Promise<readonly { readonly accountId: string; readonly name: string; readonly fromAt: string }[]> {
  if (!may(ask.actor, 'council.read-internal', council)) throw refuse('not_found')
  return ask.db
    .selectFrom('appointment')
    .innerJoin('account', 'account.id', 'appointment.accountId')
    .select(['account.id as accountId', 'account.name', 'appointment.fromAt'])
    .where('role', '=', 'moderator')
    .where('scope', '=', councilSpace)
    .where('untilAt', 'is', null)
    .where('account.erasedAt', 'is', null)
    .orderBy('account.sortName')
    .execute()
}
