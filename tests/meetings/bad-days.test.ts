// Bad days of a meeting: the built server dies in the middle of a vote, a wall and a phone live through it, a clock is
// wrong by an hour, a line is cut; and everything that comes too late, twice or from the wrong person is told so.
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '#app/domain/actor.ts'
import { saveBody, seat } from '#app/domain/bodies/body.server.ts'
import { addItem } from '#app/domain/meetings/agenda.server.ts'
import { callSpeaker, type LeadStep, lead } from '#app/domain/meetings/lead.server.ts'
import { getMeeting, inviteToMeeting, planMeeting } from '#app/domain/meetings/meeting.server.ts'
import { readStand } from '#app/domain/meetings/stand.server.ts'
import { askForFloor, sayConflict, sayPresence } from '#app/domain/meetings/take-part.server.ts'
import { openVote } from '#app/domain/meetings/votes.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { launchBrowser } from '#tests/browser.ts'
import { openPlace, type Place } from '#tests/gates/harness/place.ts'
import { type Inhabitant, type SettlingIn, settleIn } from '#tests/gates/harness/settle-in.ts'
import { startTown, type TownProcess } from '#tests/gates/harness/town-process.ts'
import { type Visitor, visitor } from '#tests/gates/harness/visitor.ts'
import { plainItem } from './table.ts'

const here = '/runder-tisch/sitzungen/1'
const people = ['Berghoff', 'Walburga', 'Cem', 'Jonas', 'Kofi'] as const
type Name = (typeof people)[number]

let place: Place
let server: TownProcess
let browser: Browser
let wall: Page
let phone: Page
const seated = {} as Record<Name, Inhabitant>
let citizen: Inhabitant
const doors = new Map<string, Visitor>()
let pollId = ''
let turn = 0

beforeAll(async () => {
  place = await openPlace()
  let now = new Date(Date.now() - 20 * 86_400_000).toISOString()
  await settleIn(place, furnish, () => now)

  async function furnish(town: SettlingIn) {
    const body = { slug: 'runder-tisch', name: 'Runder Tisch', kind: 'round-table', about: 'Berät.' } as const
    await town.does(system, saveBody, { ...body, seats: 5, benches: [] })
    for (const name of people) {
      const one = await town.person(name)
      const held = { body: body.slug, accountId: one.accountId, bench: null, untilAt: null, fromAt: now }
      await town.does(system, seat, { ...held, function: name === 'Berghoff' ? 'chair' : 'member' })
      const actor = (await findActor(town.platform.database.read, one.accountId, now)) ?? one.actor
      seated[name] = { ...one, actor }
    }
    citizen = await town.person('Renate Tonwald')
    const chair = seated.Berghoff.actor
    const startsAt = new Date(Date.now() - 120_000).toISOString()
    const endsAt = new Date(Date.now() + 3_600_000).toISOString()
    const when = { startsAt, endsAt, place: 'Bürgertreff', access: '', online: null }
    const { id: meetingId } = await town.does(chair, planMeeting, {
      body: body.slug,
      title: 'Sitzung',
      ...when,
    })
    const items: string[] = []
    for (const title of ['Probenraum Winz-Baak', 'Fördertopf']) {
      items.push((await town.does(chair, addItem, { meetingId, ...plainItem, title })).itemId)
    }
    await town.does(chair, inviteToMeeting, { meetingId, urgency: '' })
    now = startsAt
    const at = async () => {
      const meeting = await getMeeting(town.platform.database.read, meetingId)
      const { db, ...rest } = { db: town.platform.database.read, kind: town.platform.database.kind }
      const ask = { db, ...rest, actor: chair, now, town: town.platform.town }
      const stand = await readStand({ ...ask, ballotKeys: town.platform.ballotKeys }, meeting)
      turn = stand.turn
      return { meetingId, turn }
    }
    const step = async (one: LeadStep) => town.does(chair, lead, { ...(await at()), step: one })
    await step({ type: 'opened' })
    for (const name of people.slice(1)) {
      await town.does(seated[name].actor, sayPresence, { meetingId, as: 'room' })
    }
    await step({ type: 'item-called', itemId: items[0] ?? '' })
    await town.does(seated.Kofi.actor, sayConflict, { meetingId, itemId: items[0] ?? '', is: 'yes' })
    await town.does(seated.Jonas.actor, askForFloor, { meetingId, kind: 'speech' })
    now = new Date(Date.now() - 62_000).toISOString()
    await town.does(chair, callSpeaker, { ...(await at()), requestId: null, note: '' })
    const vote = { label: 'resolution', way: 'open', motionId: null } as const
    const question = 'Wird der Probenraum gebaut?'
    const opened = await town.does(chair, openVote, { ...(await at()), ...vote, question })
    pollId = opened.pollId
    await at()
  }

  server = await startTown(place)
  browser = await launchBrowser()
  wall = await (await browser.newContext()).newPage()
  const context = await browser.newContext({ viewport: { width: 320, height: 720 } })
  const [name = '', value = ''] = seated.Walburga.cookie.split('=')
  await context.addCookies([{ name, value, url: place.baseUrl }])
  phone = await context.newPage()
  // This phone's clock is an hour fast.
  await phone.addInitScript(`{
    const Real = Date
    const fast = 3600000
    globalThis.Date = class extends Real {
      constructor(...given) { given.length ? super(...given) : super(Real.now() + fast) }
      static now() { return Real.now() + fast }
    }
  }`)
  for (const page of [wall, phone]) page.setDefaultTimeout(20_000)
})
afterAll(async () => {
  for (const door of doors.values()) door.close()
  await browser?.close()
  await server?.kill()
  await place?.remove()
})

const doorOf = (person: Inhabitant) => {
  const door = doors.get(person.name) ?? visitor(place, { cookie: person.cookie })
  doors.set(person.name, door)
  return door
}
const casts = (person: Inhabitant, choice: 'yes' | 'no', idempotencyKey: string) =>
  doorOf(person).send(here, { intent: 'vote', poll: pollId, choice, idempotencyKey })
const leads = (fields: Record<string, string>) => doorOf(seated.Berghoff).send(`${here}/leitung`, fields)
const stand = async () =>
  (JSON.parse((await doorOf(seated.Berghoff).get(`${here}/stand.json`)).text) as { stand: Stand }).stand
interface Stand {
  readonly turn: number
  readonly vote: { readonly votes: number; readonly closedAt: string | null }
  readonly places: readonly { readonly who: { readonly name: string } }[]
}

test('a countdown on a phone whose clock is an hour wrong shows what the wall shows', async () => {
  await wall.goto(`${place.baseUrl}${here}/leinwand`)
  await phone.goto(`${place.baseUrl}${here}`)
  const left = phone.locator('.timer .left b')
  await left.waitFor()
  // A speech of three minutes began a minute ago: one to two minutes are left, and nothing is over.
  await phone.waitForTimeout(1200)
  expect(await left.textContent()).toMatch(/^1:[0-5]\d$/)
})

test('killed in the middle of a vote and started again, the meeting goes on: no ballot lost, none twice', async () => {
  expect((await casts(seated.Walburga, 'yes', 'w')).status).toBe(303)
  expect((await casts(seated.Walburga, 'yes', 'w')).status).toBe(303)
  expect((await stand()).vote).toMatchObject({ votes: 1, closedAt: null })
  await wall.getByText('Wird der Probenraum gebaut?').waitFor()

  await server.kill()
  expect((await casts(seated.Jonas, 'no', 'j')).status).toBe(0)
  server = await startTown(place)
  expect((await stand()).vote).toMatchObject({ votes: 1, closedAt: null })
  expect((await casts(seated.Jonas, 'no', 'j')).status).toBe(303)
  expect((await casts(seated.Walburga, 'yes', 'w')).status).toBe(303)
  expect((await stand()).vote.votes).toBe(2)
  // Nobody touched the wall: it found its way back by itself. Its tries come ever more rarely, up to fourteen seconds apart.
  await wall.locator('.turnout-large b', { hasText: '2' }).waitFor({ timeout: 50_000 })
}, 120_000)

test('who may not vote is told so: a guest of the table, and whoever has a conflict of interest', async () => {
  for (const person of [citizen, seated.Kofi]) {
    const answer = await casts(person, 'yes', `${person.name}-key`)
    expect([403, 404, 409], `${person.name}: ${answer.status}`).toContain(answer.status)
  }
  expect((await stand()).vote.votes).toBe(2)
})

test('a phone that was cut off catches up with what happened meanwhile', async () => {
  await phone.context().setOffline(true)
  expect((await leads({ intent: 'close-vote', turn: String(turn - 1) })).status).toBe(409)
  expect((await leads({ intent: 'close-vote', turn: String(turn) })).status).toBe(303)
  await phone.context().setOffline(false)
  await phone.getByText('Die Stimmen werden gezählt.').first().waitFor()
})

test('a vote after the close is refused with a sentence, by the server’s clock', async () => {
  const late = await casts(seated.Cem, 'yes', 'late')
  expect(late.status).toBe(409)
  expect(late.text).toMatch(/geschlossen|vorbei|beendet/)
  expect((await stand()).vote.votes).toBe(2)
})

test('a hand that is sent twice stands once; raised once more it is told that it stands there', async () => {
  const hand = { intent: 'floor', kind: 'speech', idempotencyKey: 'hand' }
  expect((await doorOf(seated.Cem).send(here, hand)).status).toBe(303)
  expect((await doorOf(seated.Cem).send(here, hand)).status).toBe(303)
  expect((await doorOf(seated.Cem).send(here, { ...hand, idempotencyKey: 'other' })).status).toBe(409)
  expect((await stand()).places.map(({ who }) => who.name)).toEqual(['Cem'])
})

test('a click on a console that has not seen the newest deed changes nothing and says why', async () => {
  const now = await stand()
  const stale = await leads({ intent: 'call', turn: String(now.turn - 1), request: '', note: '' })
  expect(stale.status).toBe(409)
  expect((await stand()).turn).toBe(now.turn)
})
