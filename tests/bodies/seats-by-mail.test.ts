// Seats by mail, and working groups: who may ask somebody, what becomes of it at the first sign-in, who ends a seat.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, guest } from '#app/domain/actor.ts'
import { endSeat } from '#app/domain/bodies/body.server.ts'
import { foundGroup } from '#app/domain/bodies/group.server.ts'
import { inviteToSeat, listInvitations, withdrawInvitation } from '#app/domain/bodies/invite.server.ts'
import { getBody } from '#app/domain/bodies/seats.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { openOwnAccount, requestSignIn, signInByLink } from '#app/domain/people/sign-in.server.ts'
import { databases } from '#tests/databases.ts'
import { setTable, type Table } from '#tests/meetings/table.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

describe.each(databases)('seats by mail on $name', (database) => {
  let town: TestTown
  let table: Table
  let slug = ''
  beforeAll(async () => {
    town = await openTestTown(database)
    table = await setTable(town)
  })
  afterAll(() => town.close())

  const refused = async (outcome: Promise<{ ok: boolean }>) =>
    ((await outcome) as { refusal?: { reason: string } }).refusal?.reason ?? 'done'
  const again = async (person: Actor) =>
    (await findActor(town.platform.database.read, person.accountId ?? '', town.now)) ?? guest
  const invitation = (mail: string, more: object = {}) => ({
    body: slug,
    mail,
    bench: null,
    function: 'member' as const,
    untilAt: null,
    ...more,
  })

  test('the Round Table’s chair founds a working group; one of its members leads it from the first moment', async () => {
    const group = {
      name: 'Kultur und Schule, Süd',
      about: 'Bereitet Regeln vor.',
      seats: 3,
      leaderId: table.members[2].accountId ?? '',
    }
    expect(await refused(town.tries(table.members[0], foundGroup, group))).toBe('not_allowed')
    expect(
      await refused(
        town.tries(table.chair, foundGroup, { ...group, leaderId: table.citizen.accountId ?? '' }),
      ),
    ).toBe('not_found')
    slug = (await town.does(table.chair, foundGroup, group)).slug
    expect(slug).toBe('kultur-und-schule-sued')
    expect((await town.does(table.chair, foundGroup, group)).slug).toBe('kultur-und-schule-sued-2')
    expect((await getBody(town.ask(), slug)).free).toMatchObject([{ name: 'Jonas', function: 'chair' }])
  })

  test('who has an account sits there at once; who has none as soon as they sign in with that address', async () => {
    const leader = await again(table.members[2])
    const ask = (by: Actor, mail: string) => town.tries(by, inviteToSeat, invitation(mail))
    expect(await refused(ask(table.members[0], 'neu@example.org'))).toBe('not_allowed')
    expect(await refused(ask(leader, 'neu@example.org'))).toBe('done')
    expect((await getBody(town.ask(), slug)).free).toHaveLength(1)
    expect((await listInvitations(town.ask(leader), slug)).map(({ mail }) => mail)).toEqual([
      'neu@example.org',
    ])
    expect(await listInvitations(town.ask(table.members[0]), slug)).toEqual([])

    const opened = await openAccountOf('neu@example.org', 'Nele')
    expect((await findActor(town.platform.database.read, opened, town.now))?.memberships).toEqual([
      { body: slug, function: 'member', bench: null },
    ])
    expect(await listInvitations(town.ask(leader), slug)).toEqual([])
    expect(await refused(ask(leader, 'neu@example.org'))).toBe('already_seated')
  })

  test('an invitation that was taken back gives no seat', async () => {
    const leader = await again(table.members[2])
    await town.does(leader, inviteToSeat, invitation('weg@example.org'))
    const [waiting] = await listInvitations(town.ask(leader), slug)
    const back = { invitationId: waiting?.id ?? '' }
    expect(await refused(town.tries(table.members[0], withdrawInvitation, back))).toBe('not_allowed')
    await town.does(leader, withdrawInvitation, back)
    const opened = await openAccountOf('weg@example.org', 'Wiebke')
    expect((await findActor(town.platform.database.read, opened, town.now))?.memberships).toEqual([])
  })

  test('a group ends its own seats; at the Round Table the chair takes none away; substitutes fill none', async () => {
    const leader = await again(table.members[2])
    const seatOf = async (body: string, name: string) => {
      const view = await getBody(town.ask(), body)
      const held = [...view.free, ...view.benches.flatMap((bench) => bench.held)]
      return { membershipId: held.find((one) => one.name === name)?.membershipId ?? '' }
    }
    await town.does(leader, endSeat, await seatOf(slug, 'Nele'))
    expect((await getBody(town.ask(), slug)).free).toHaveLength(1)
    expect(await refused(town.tries(table.chair, endSeat, await seatOf('runder-tisch', 'Kofi')))).toBe(
      'not_allowed',
    )
    const full = { body: 'runder-tisch', bench: 'kulturschaffende' }
    await openAccountOf('springt@example.org', 'Sina')
    const seat = invitation('springt@example.org', full)
    expect(await refused(town.tries(table.chair, inviteToSeat, seat))).toBe('bench_full')
    await town.does(table.chair, inviteToSeat, { ...seat, function: 'substitute' })
    const view = await getBody(town.ask(), 'runder-tisch')
    expect(view.substitutes).toMatchObject([{ name: 'Sina', bench: 'kulturschaffende' }])
    expect(view.benches.find((bench) => bench.slug === 'kulturschaffende')?.held).toHaveLength(3)
  })

  test('a bench that is full meanwhile stops nobody from opening an account; the invitation waits', async () => {
    const late = invitation('spaet@example.org', { body: 'runder-tisch', bench: 'ausschuss' })
    await town.does(table.chair, inviteToSeat, late)
    const opened = await openAccountOf('spaet@example.org', 'Svenja')
    expect((await findActor(town.platform.database.read, opened, town.now))?.memberships).toEqual([])
    expect(await listInvitations(town.ask(table.chair), 'runder-tisch')).toHaveLength(1)
  })

  /** Reads the link in the mail, as whoever has that mailbox does. */
  async function openAccountOf(mail: string, name: string): Promise<string> {
    const browser = { device: 'Firefox', replaces: null }
    await town.does(guest, requestSignIn, { mail, language: 'de', linkPage: 'https://x', linkEnd: '' })
    const sent = await town.platform.database.read
      .selectFrom('mail')
      .select('data')
      .where('address', '=', mail)
      .where('kind', '=', 'code')
      .executeTakeFirstOrThrow()
    const link = /https:\/\/x\/([\w-]+)/.exec(sent.data)?.[1] ?? ''
    const tried = await town.does(guest, signInByLink, { ...browser, link })
    if (tried.kind !== 'opening') throw new Error(tried.kind)
    const { requestId } = tried
    const opened = await town.does(guest, openOwnAccount, {
      ...browser,
      requestId,
      name,
      age: '16+',
      district: null,
      language: 'de',
    })
    if (opened.kind !== 'signed-in') throw new Error(opened.kind)
    return opened.accountId
  }
})
