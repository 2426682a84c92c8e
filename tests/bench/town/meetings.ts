// Meetings of the bench: a body with everybody seated and there, the first item called, nothing said yet.
import { type Actor, system } from '#app/domain/actor.ts'
import { saveBody, seat } from '#app/domain/bodies/body.server.ts'
import type { BodyKind } from '#app/domain/bodies/body.ts'
import { addItem } from '#app/domain/meetings/agenda.server.ts'
import { type LeadStep, lead } from '#app/domain/meetings/lead.server.ts'
import { getMeeting, planMeeting } from '#app/domain/meetings/meeting.server.ts'
import { changeRules } from '#app/domain/meetings/rules.server.ts'
import { defaultRules } from '#app/domain/meetings/rules-of-procedure.ts'
import { readSession } from '#app/domain/meetings/steps.server.ts'
import { askForFloor, sayPresence } from '#app/domain/meetings/take-part.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import type { Inhabitant, SettlingIn } from '#tests/gates/harness/settle-in.ts'
import { plainItem } from '#tests/meetings/table.ts'
import { settleCrowd, type Voter } from './furnished.ts'

export interface Table {
  readonly chair: Inhabitant
  readonly members: readonly (Voter & { readonly actor: Actor })[]
}

export interface Meeting {
  readonly id: string
  readonly number: number
}

/** Votes close after ten seconds, the least that rules of procedure may say. */
export async function setTable(
  place: SettlingIn,
  body: { readonly slug: string; readonly kind: BodyKind },
  count: number,
): Promise<Table> {
  const { database, now } = place.platform
  const chair = await place.person(`Leitung ${body.slug}`, { seat: { body: body.slug, function: 'chair' } })
  const shape = { name: body.slug, about: 'Berät öffentlich.', seats: count + 1, benches: [] }
  await place.does(system, saveBody, { ...body, ...shape })
  const rules = { ...defaultRules, voteSeconds: 10, standardBenches: 'off' } as const
  await place.does(chair.actor, changeRules, { body: body.slug, rules, version: 0 })
  const members: (Voter & { readonly actor: Actor })[] = []
  for (const voter of await settleCrowd(place, count)) {
    const { accountId } = voter
    const term = { bench: null, fromAt: now(), untilAt: null }
    await place.does(system, seat, { body: body.slug, accountId, function: 'member', ...term })
    const actor = await findActor(database.read, accountId, now())
    if (actor) members.push({ ...voter, actor })
  }
  return { chair, members }
}

export async function planSoon(place: SettlingIn, { actor }: Inhabitant, body: string): Promise<Meeting> {
  const at = Date.parse(place.platform.now()) + 600_000
  return place.does(actor, planMeeting, {
    ...{ body, title: 'Sitzung der Messung', place: 'Altes Rathaus', access: '', online: null },
    startsAt: new Date(at).toISOString(),
    endsAt: new Date(at + 7_200_000).toISOString(),
  })
}

/** Everybody is there, and so many have asked for the floor. */
export async function openMeeting(
  place: SettlingIn,
  { chair, members }: Table,
  body: string,
  hands: number,
): Promise<Meeting> {
  const { database } = place.platform
  const meeting = await planSoon(place, chair, body)
  const { itemId } = await place.does(chair.actor, addItem, { meetingId: meeting.id, ...plainItem })
  const steps: readonly LeadStep[] = [{ type: 'opened' }, { type: 'item-called', itemId }]
  for (const step of steps) {
    const { live } = await readSession(database.read, await getMeeting(database.read, meeting.id))
    await place.does(chair.actor, lead, { meetingId: meeting.id, turn: live.turn, step })
  }
  for (const { actor } of members) await place.does(actor, sayPresence, { meetingId: meeting.id, as: 'room' })
  for (const { actor } of members.slice(0, hands))
    await place.does(actor, askForFloor, { meetingId: meeting.id, kind: 'speech' })
  return meeting
}
