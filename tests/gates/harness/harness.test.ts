import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases, type TestDatabase } from '#tests/databases.ts'
import { openPlace, type Place } from './place.ts'
import { type Inhabitant, settleIn } from './settle-in.ts'
import { startTown } from './town-process.ts'
import { visitor } from './visitor.ts'

describe.each(databases)('a town as a process on $name', (database) => {
  let kept: TestDatabase
  let place: Place
  let leo: Inhabitant
  let talk: { number: number; conversationId: string }
  beforeAll(async () => {
    kept = await database.create()
    place = await openPlace({ databaseUrl: kept.url })
    await settleIn(place, async (town) => {
      leo = await town.person('Leo')
      talk = await town.idea(leo.actor, 'Probenraum für Chöre')
    })
  })
  afterAll(async () => {
    await place.remove()
    await kept.drop()
  })

  test('it serves its people, dies of a kill -9, comes back with all it confirmed, and stops in good order', async () => {
    const first = await startTown(place)
    const door = visitor(place, { cookie: leo.cookie })
    const said = { move: 'for', text: 'Ich bin dafür.', idempotencyKey: 'only-once' }
    const confirmed = await door.send(`/gespraech/${talk.conversationId}`, said)
    expect(confirmed.status, confirmed.text).toBe(200)
    await first.kill()
    expect(first.ended()).toEqual({ code: null, signal: 'SIGKILL' })
    expect((await door.get('/')).status).toBe(0)

    const second = await startTown(place)
    expect((await door.get(`/ideen/${talk.number}`)).text).toContain('Ich bin dafür.')
    expect((await door.send(`/gespraech/${talk.conversationId}`, said)).text).toBe(confirmed.text)
    door.close()
    expect((await second.stop()).code).toBe(0)
    expect(second.log()).not.toContain('"level":50')
  })

  test('a server that cannot start says why', async () => {
    await expect(startTown(place, { env: { LOG_LEVEL: 'loud' } })).rejects.toThrow('LOG_LEVEL must be')
  })
})
