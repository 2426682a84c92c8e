import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { guest, system } from '#app/domain/actor.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { appoint, release, saveResponsibleRole } from '#app/domain/people/appointment.server.ts'
import { findVisitor } from '#app/domain/people/session.server.ts'
import { readSite } from '#app/domain/people/site.server.ts'
import { changeTown, setUpTown } from '#app/domain/people/town.server.ts'
import { printSetUpLink } from '#server/setup.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { newestMail } from './mails.ts'

const imprint = {
  provider: 'Stadt Hattingen',
  address: 'Rathausplatz 1, 45525 Hattingen',
  represented: 'Der Bürgermeister',
  mail: 'stadt@beispiel.example',
  phone: '02324 0000',
  responsible: 'Kulturbüro',
}

describe.each(databases)('running the platform on $name', (database) => {
  let town: TestTown
  beforeAll(async () => {
    town = await openTestTown(database)
  })
  afterAll(() => town.close())

  const again = async (actor: Actor) => {
    const found = await findActor(town.platform.database.read, actor.accountId ?? '', town.now)
    if (!found) throw new Error('The person is gone.')
    return found
  }
  const appointmentOf = (actor: Actor, role: string) =>
    town.platform.database.read
      .selectFrom('appointment')
      .select('id')
      .where('accountId', '=', actor.accountId)
      .where('role', '=', role)
      .where('untilAt', 'is', null)
      .executeTakeFirstOrThrow()

  test('a link from the terminal sets up the town once; a newer one replaces it', async () => {
    await town.platform.database.write.deleteFrom('setting').execute()
    const lines: string[] = []
    const first = await printSetUpLink(town.platform, (line) => lines.push(line))
    const second = await printSetUpLink(town.platform, (line) => lines.push(line))
    expect(lines.join()).toContain(second)
    const secretOf = (link: string | null) => link?.split('/').at(-1) ?? ''
    const input = {
      town: 'Hattingen',
      name: 'Nadine Netz',
      mail: 'nadine@beispiel.example',
      language: 'de',
      imprint,
      device: 'Firefox, Linux',
    }
    expect((await readSite(town.platform, false)).setUp).toBe(false)
    expect(await town.tries(system, setUpTown, { ...input, link: secretOf(first) })).toMatchObject({
      refusal: { reason: 'link_not_valid' },
    })
    expect(await town.tries(guest, setUpTown, { ...input, link: secretOf(second) })).toMatchObject({
      refusal: { reason: 'sign_in_first' },
    })
    const { token } = await town.does(system, setUpTown, { ...input, link: secretOf(second) })
    expect(await readSite(town.platform, false)).toMatchObject({ setUp: true, town: 'Hattingen', imprint })
    expect((await findVisitor(town.platform, token))?.actor.appointments).toEqual([
      { role: 'operator', scope: 'town' },
    ])
    expect(await newestMail(town, 'nadine@beispiel.example')).toMatchObject({ town: 'Hattingen' })
    expect(await town.tries(system, setUpTown, { ...input, link: secretOf(second) })).toMatchObject({
      refusal: { reason: 'set_up_done' },
    })
    expect(await printSetUpLink(town.platform)).toBeNull()
  })

  test('operators give and take tasks; nobody else does; a task given twice is held once', async () => {
    const nadine = await town.person('Nadine', { role: 'operator' })
    const dieter = await town.person('Dieter')
    const task = { accountId: dieter.accountId ?? '', role: 'moderator', scope: 'town' } as const
    expect(await town.tries(dieter, appoint, task)).toMatchObject({ refusal: { reason: 'not_allowed' } })
    await town.does(nadine, appoint, task)
    await town.does(nadine, appoint, task)
    expect((await again(dieter)).appointments).toEqual([{ role: 'moderator', scope: 'town' }])
    const held = await appointmentOf(dieter, 'moderator')
    await town.does(nadine, release, { appointmentId: held.id })
    expect((await again(dieter)).appointments).toEqual([])
    expect(await town.tries(nadine, release, { appointmentId: held.id })).toMatchObject({
      refusal: { reason: 'already_decided' },
    })
  })

  test('responsible roles are added, renamed, and given only when they exist', async () => {
    const nadine = await town.person('Nadine', { role: 'operator' })
    const herrK = await town.person('Herr K.')
    const task = { accountId: herrK.accountId ?? '', role: 'responsible', scope: 'buecherei' } as const
    expect(await town.tries(nadine, appoint, task)).toMatchObject({ refusal: { reason: 'not_found' } })
    await town.does(nadine, saveResponsibleRole, { slug: 'buecherei', name: 'Stadtbücherei' })
    await town.does(nadine, saveResponsibleRole, { slug: 'buecherei', name: 'Bücherei' })
    await town.does(nadine, appoint, task)
    expect((await again(herrK)).appointments).toEqual([{ role: 'responsible', scope: 'buecherei' }])
    const roles = await town.platform.database.read.selectFrom('responsibleRole').selectAll().execute()
    expect(roles).toContainEqual({ slug: 'buecherei', name: 'Bücherei' })
    expect(await town.tries(herrK, saveResponsibleRole, { slug: 'x', name: 'X' })).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    expect(await town.tries(herrK, changeTown, { town: 'X', imprint })).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
  })

  test('the last operator stays, also when two let each other go at once', async () => {
    await town.platform.database.write
      .updateTable('appointment')
      .set({ untilAt: town.now })
      .where('role', '=', 'operator')
      .execute()
    const [one, two] = [
      await town.person('Eins', { role: 'operator' }),
      await town.person('Zwei', { role: 'operator' }),
    ]
    const [first, second] = [await appointmentOf(one, 'operator'), await appointmentOf(two, 'operator')]
    const outcomes = await Promise.all([
      town.tries(one, release, { appointmentId: second.id }),
      town.tries(two, release, { appointmentId: first.id }),
    ])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({ refusal: { reason: 'last_operator' } })
  })
})
