// What most tests about meetings begin with: a body with its benches, the people on them, and a meeting ahead.
import { type Actor, system } from '#app/domain/actor.ts'
import { saveBody, seat } from '#app/domain/bodies/body.server.ts'
import { addItem, type ItemWords } from '#app/domain/meetings/agenda.server.ts'
import { momentAt } from '#app/domain/meetings/clear-days.ts'
import { planMeeting } from '#app/domain/meetings/meeting.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import type { TestTown } from '#tests/platform.ts'

export interface Table {
  readonly chair: Actor
  readonly deputy: Actor
  readonly taker: Actor
  /** Five with a vote: two of the committee, three creators. */
  readonly members: readonly [Actor, Actor, Actor, Actor, Actor]
  readonly citizen: Actor
  readonly operator: Actor
}

/** Chair, deputy and minute-taker without a bench; so seven have a vote. */
export async function setTable(town: TestTown): Promise<Table> {
  await town.does(system, saveBody, {
    slug: 'runder-tisch',
    name: 'Runder Tisch',
    kind: 'round-table',
    about: 'Berät öffentlich.',
    seats: 7,
    benches: [
      { slug: 'ausschuss', name: 'Bank des Ausschusses', seats: 2 },
      { slug: 'kulturschaffende', name: 'Bank der Kulturschaffenden', seats: 3 },
    ],
  })
  const sit = async (
    name: string,
    held: 'chair' | 'deputy' | 'minute-taker' | 'member',
    bench: string | null,
  ): Promise<Actor> => {
    const person = await town.person(name)
    const accountId = person.accountId ?? ''
    await town.does(system, seat, {
      body: 'runder-tisch',
      accountId,
      bench,
      function: held,
      fromAt: town.now,
      untilAt: null,
    })
    const seated = await findActor(town.platform.database.read, accountId, town.now)
    if (!seated) throw new Error('The person is gone.')
    return seated
  }
  return {
    chair: await sit('Berghoff', 'chair', null),
    deputy: await sit('Hannes', 'deputy', null),
    taker: await sit('Federkiel', 'minute-taker', null),
    members: [
      await sit('Walburga', 'member', 'ausschuss'),
      await sit('Cem', 'member', 'ausschuss'),
      await sit('Jonas', 'member', 'kulturschaffende'),
      await sit('Mira', 'member', 'kulturschaffende'),
      await sit('Kofi', 'member', 'kulturschaffende'),
    ],
    citizen: await town.person('Renate Tonwald'),
    operator: await town.person('Nadine', { role: 'operator' }),
  }
}

/** On Tuesday, 30 March 2027 at seven in the evening; the test town's clock begins on 10 March. */
export const meetingDay = '2027-03-30'
export const startsAt = momentAt(meetingDay, '19:00', 'Europe/Berlin')

export async function planned(town: TestTown, by: Actor, more: { startsAt?: string } = {}) {
  return town.does(by, planMeeting, {
    body: 'runder-tisch',
    title: 'Zweite Sitzung',
    place: 'Bürgertreff Welper',
    access: 'Stufenlos, mit Induktionsschleife',
    online: null,
    startsAt: more.startsAt ?? startsAt,
    endsAt: momentAt(meetingDay, '21:00', 'Europe/Berlin'),
  })
}

export const plainItem: ItemWords = {
  title: 'Probenraum Winz-Baak',
  kind: 'resolution',
  audience: 'public',
  minutes: 20,
  text: '',
  goals: ['1.3'],
  noGoalReason: '',
  responsible: 'Kulturbüro',
  broughtBy: '',
  project: null,
}

export async function itemOn(town: TestTown, by: Actor, meetingId: string, more: Partial<ItemWords> = {}) {
  return town.does(by, addItem, { meetingId, ...plainItem, ...more })
}
