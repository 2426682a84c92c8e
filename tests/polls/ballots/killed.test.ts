// The built server dies between token and receipt: the voter tries again, one vote counts, and nothing is lost.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { announcePoll } from '#app/domain/polls/announce.server.ts'
import { findBox } from '#app/domain/polls/ballots/box.server.ts'
import type { Manifest } from '#app/domain/polls/ballots/manifest.ts'
import { drawToken, finishToken, sealNext } from '#app/domain/polls/ballots/wallet.ts'
import { openPoll } from '#app/domain/polls/life.server.ts'
import { openDatabase } from '#db/open.ts'
import { openPlace, type Place } from '#tests/gates/harness/place.ts'
import { type Inhabitant, settleIn } from '#tests/gates/harness/settle-in.ts'
import { startTown } from '#tests/gates/harness/town-process.ts'
import { visitor } from '#tests/gates/harness/visitor.ts'
import { plainPoll } from '../votes.ts'
import { random } from './made-up-vote.ts'
import { blindTerms } from './secret-votes.ts'

let place: Place
let leo: Inhabitant
let poll: { readonly pollId: string; readonly number: number }
let manifest: Manifest
beforeAll(async () => {
  place = await openPlace()
  await settleIn(place, async (town) => {
    leo = await town.person('Leo')
    const moderator = await town.person('Mechthild', { role: 'moderator' })
    const terms = { ...plainPoll, ...blindTerms, label: 'recommendation', electorate: 'roll' } as const
    poll = await town.does(moderator.actor, announcePoll, { ...terms, roll: [leo.accountId] })
    await town.does(moderator.actor, openPoll, { pollId: poll.pollId })
    const box = await findBox(town.platform.database.read, poll.pollId)
    if (!box) throw new Error('There is no box.')
    manifest = box.manifest
  })
})
afterAll(() => place?.remove())

test('killed after the token was given, and again while the ballot was on its way: one vote, and its receipt', async () => {
  const door = visitor(place, { cookie: leo.cookie })
  const nobody = visitor(place)
  const drawn = await drawToken(manifest, random)
  const askFor = (blindedMessage: string) =>
    door.send(`/abstimmungen/${poll.number}/ausweis.json`, { blindedMessage })
  const blinded = drawn.blinded[0]?.message ?? ''

  const first = await startTown(place)
  const given = await askFor(blinded)
  expect(given.status, given.text).toBe(200)
  await first.kill()
  expect((await askFor(blinded)).status).toBe(0)

  const second = await startTown(place)
  // The reply is lost; the voter asks in the same words and gets the same answer. Nobody gets a second token.
  expect(JSON.parse((await askFor(blinded)).text)).toEqual(JSON.parse(given.text))
  const another = await drawToken(manifest, random)
  expect((await askFor(another.blinded[0]?.message ?? '')).status).toBe(409)
  const token = await finishToken(manifest, drawn, JSON.parse(given.text).blindSignatures)
  if (!token) throw new Error('The signature does not fit.')
  const ballot = JSON.stringify(await sealNext(token, '2'))
  const headers = { origin: place.baseUrl, 'content-type': 'application/json' }
  const put = () => nobody.ask('POST', `/einwurf/${poll.pollId}`, headers, ballot)
  const onItsWay = put()
  await second.kill()
  await onItsWay

  const third = await startTown(place)
  const arrived = await put()
  expect(arrived.status, arrived.text).toBe(200)
  const { kind, receipt } = JSON.parse(arrived.text)
  expect(['arrived', 'again']).toContain(kind)
  expect(receipt).toMatchObject({ format: 'stimmtisch-receipt-1', pollId: poll.pollId, turn: 1 })
  expect(JSON.parse((await put()).text)).toEqual({ kind: 'again', receipt })
  door.close()
  nobody.close()
  await third.stop()
  const kept = await openDatabase(place.databaseUrl)
  const ballots = await kept.read.selectFrom('sealedBallot').select('key').execute()
  await kept.close()
  expect(ballots).toHaveLength(1)
})
