import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { system } from '#app/domain/actor.ts'
import { endSeat, saveBody, seat } from '#app/domain/bodies/body.server.ts'
import {
  confirmCreator,
  declareCreator,
  findDeclaration,
  listCreators,
} from '#app/domain/bodies/creator.server.ts'
import { getBody, listOwnSeats } from '#app/domain/bodies/seats.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { may } from '#app/domain/policy.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

const table = {
  slug: 'runder-tisch',
  name: 'Runder Tisch',
  kind: 'round-table',
  about: 'Berät öffentlich.',
  seats: 4,
  benches: [
    { slug: 'verwaltung', name: 'Bank der Verwaltung', seats: 1 },
    { slug: 'kulturschaffende', name: 'Bank der Kulturschaffenden', seats: 2 },
  ],
} as const
const council = {
  slug: 'sprecherrat',
  name: 'Sprecherrat',
  kind: 'council',
  about: 'Sieben Gewählte.',
  seats: 7,
  benches: [],
} as const

describe.each(databases)('bodies on $name', (database) => {
  let town: TestTown
  let operator: Actor
  beforeAll(async () => {
    town = await openTestTown(database)
    operator = await town.person('Nadine', { role: 'operator' })
    await town.does(system, saveBody, table)
    await town.does(operator, saveBody, council)
  })
  afterAll(() => town.close())

  const idOf = (actor: Actor) => actor.accountId ?? ''
  const again = async (actor: Actor) => {
    const found = await findActor(town.platform.database.read, idOf(actor), town.now)
    if (!found) throw new Error('The person is gone.')
    return found
  }
  const place = (actor: Actor, as: Partial<Parameters<typeof seat>[1]> = {}) => ({
    body: 'runder-tisch',
    accountId: idOf(actor),
    bench: 'kulturschaffende',
    function: 'member' as const,
    fromAt: town.now,
    untilAt: null,
    ...as,
  })

  test('only operators give seats; a full bench, a second seat and a backward term are refused', async () => {
    const [jonas, mira, leo] = [
      await town.person('Jonas'),
      await town.person('Mira'),
      await town.person('Leo'),
    ]
    expect(await town.tries(leo, seat, place(leo))).toMatchObject({ refusal: { reason: 'not_allowed' } })
    await town.does(operator, seat, place(jonas))
    expect(await town.tries(operator, seat, place(jonas, { bench: 'verwaltung' }))).toMatchObject({
      refusal: { reason: 'already_seated' },
    })
    expect(await town.tries(operator, seat, place(mira, { untilAt: town.now }))).toMatchObject({
      refusal: { reason: 'term_backwards' },
    })
    const { membershipId } = await town.does(operator, seat, place(mira))
    expect(await town.tries(operator, seat, place(leo))).toMatchObject({ refusal: { reason: 'bench_full' } })
    await town.does(operator, endSeat, { membershipId })
    await town.does(operator, seat, place(leo))
    expect(await town.tries(operator, endSeat, { membershipId })).toMatchObject({
      refusal: { reason: 'already_decided' },
    })
    const shown = await getBody(town.ask(), 'runder-tisch')
    expect(shown.benches.map((bench) => [bench.slug, bench.held.map((held) => held.name)])).toEqual([
      ['verwaltung', []],
      ['kulturschaffende', ['Jonas', 'Leo']],
    ])
  })

  test('two operators cannot give the last seat of a bench twice', async () => {
    const people = await Promise.all(['Amina', 'Beate', 'Clara'].map((name) => town.person(name)))
    const outcomes = await Promise.all(
      people.map((person) => town.tries(operator, seat, place(person, { bench: 'verwaltung' }))),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })

  test('when a term ends the right goes with it, by the clock alone', async () => {
    const before = town.now
    const frauB = await town.person('Frau B.')
    const untilAt = new Date(Date.parse(before) + 86_400_000).toISOString()
    await town.does(operator, seat, place(frauB, { bench: null, function: 'chair', untilAt }))
    expect((await again(frauB)).memberships).toEqual([
      { body: 'runder-tisch', bench: null, function: 'chair' },
    ])
    expect(await listOwnSeats(town.ask(frauB))).toMatchObject([{ function: 'chair', untilAt }])
    town.now = untilAt
    expect((await again(frauB)).memberships).toEqual([])
    expect(await listOwnSeats(town.ask(frauB))).toEqual([])
    town.now = before
  })

  test('creators declare themselves; the Council confirms; administration and operators may not, even as speakers', async () => {
    const renate = await town.person('Renate')
    const amina = await town.person('Amina')
    const clerk = await town.person('Herr K.', { role: 'staff', scope: 'Kulturbüro' })
    for (const person of [amina, clerk, operator]) {
      await town.does(system, seat, place(person, { body: 'sprecherrat', bench: null, function: 'speaker' }))
    }
    await town.does(renate, declareCreator, { branch: 'Musik', does: 'Leitet einen Chor in Winz-Baak' })
    expect((await again(renate)).creator).toBe(false)

    const deed = { accountId: idOf(renate) }
    for (const person of [renate, await again(clerk), await again(operator)]) {
      expect(await town.tries(person, confirmCreator, deed)).toMatchObject({
        refusal: { reason: 'not_allowed' },
      })
      await expect(listCreators(town.ask(person), 'waiting')).rejects.toMatchObject({ reason: 'not_found' })
    }
    const speaker = await again(amina)
    expect(await listCreators(town.ask(speaker), 'waiting')).toMatchObject([
      { name: 'Renate', branch: 'Musik' },
    ])
    await town.does(speaker, confirmCreator, deed)
    expect(await town.tries(speaker, confirmCreator, deed)).toMatchObject({
      refusal: { reason: 'already_decided' },
    })
    const inside = { kind: 'body', slug: 'sprecherrat' } as const
    expect(may(await again(renate), 'council.read-internal', inside)).toBe(true)
    expect(may(await again(clerk), 'council.read-internal', inside)).toBe(false)
    expect(may(await again(operator), 'council.read-internal', inside)).toBe(false)

    await town.does(renate, declareCreator, { branch: 'Literatur', does: 'Liest Gedichte im Bürgerhaus vor' })
    expect(await findDeclaration(town.platform.database.read, idOf(renate))).toMatchObject({
      branch: 'Literatur',
      confirmedAt: null,
    })
    expect((await again(renate)).creator).toBe(false)
  })
})
