// Consent in rounds: what stands against a proposal is heard, taken back by whoever raised it, or worked in.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import {
  announceNextRound,
  listObjections,
  mayIntegrate,
  withdrawObjection,
} from '#app/domain/polls/consent.server.ts'
import { openPoll } from '#app/domain/polls/life.server.ts'
import { getPoll } from '#app/domain/polls/poll.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { closedAndCounted, one, opened, vote, voted } from './votes.ts'

describe.each(databases)('a round of consent on $name', (database) => {
  let town: TestTown
  let chair: Actor
  let anna: Actor
  let ben: Actor
  let cleo: Actor
  beforeAll(async () => {
    town = await openTestTown(database)
    chair = await town.person('Frau B.', { seat: { body: 'runder-tisch', function: 'chair' } })
    anna = await town.person('Anna')
    ben = await town.person('Ben')
    cleo = await town.person('Cleo')
  })
  afterAll(() => town.close())

  const refused = (reason: string) => ({ ok: false, refusal: { reason } })
  const round = (names: 'listed' | 'unlisted' = 'unlisted') =>
    opened(town, chair, {
      space: 'round-table',
      label: 'recommendation',
      method: 'consent',
      options: [],
      question: 'Soll die Werkstatt montags öffnen?',
      about: 'Montags von 9 bis 12 Uhr.',
      electorate: 'roll',
      roll: [anna, ben].map(({ accountId }) => accountId ?? ''),
      names,
    })
  const read = (pollId: string) => getPoll(town.platform.database.read, pollId)
  const heard = async (pollId: string) => listObjections(town.ask(anna), await read(pollId))
  const objects = (who: Actor, pollId: string, reason: string) =>
    town.does(who, castBallot, vote(pollId, one('objection'), reason))

  test('an objection needs its reason, is heard at once, and stops the proposal', async () => {
    const pollId = await round()
    expect(await town.tries(anna, castBallot, vote(pollId, one('objection')))).toMatchObject(
      refused('ballot_reason_missing'),
    )
    await objects(anna, pollId, 'Da ist die Schule im Haus.')
    await voted(town, ben, pollId, one('consent'))
    expect(await heard(pollId)).toEqual([
      { kind: 'objection', reason: 'Da ist die Schule im Haus.', name: null },
    ])
    expect(await closedAndCounted(town, chair, pollId)).toMatchObject({ outcome: 'objected', objections: 1 })
  })

  test('taken back by whoever raised it, it stays on record and the proposal is adopted', async () => {
    const pollId = await round('listed')
    await objects(anna, pollId, 'Wer schließt ab?')
    await town.does(ben, castBallot, vote(pollId, one('concern'), 'Der Boden ist empfindlich.'))
    expect(await town.tries(ben, withdrawObjection, { pollId })).toMatchObject(
      refused('consent_no_objection'),
    )
    expect(await town.tries(cleo, withdrawObjection, { pollId })).toMatchObject({ ok: false })
    await town.does(anna, withdrawObjection, { pollId })
    expect(await town.tries(anna, withdrawObjection, { pollId })).toMatchObject(
      refused('consent_no_objection'),
    )
    expect(await heard(pollId)).toEqual([
      { kind: 'withdrawn', reason: 'Wer schließt ab?', name: 'Anna' },
      { kind: 'concern', reason: 'Der Boden ist empfindlich.', name: 'Ben' },
    ])
    expect(await closedAndCounted(town, chair, pollId)).toMatchObject({
      outcome: 'adopted',
      consents: 1,
      concerns: 1,
      objections: 0,
    })
    expect(await town.tries(anna, withdrawObjection, { pollId })).toMatchObject(refused('poll_is_closed'))
    expect(await mayIntegrate(town.ask(chair), await read(pollId))).toBe(false)
  })

  test('worked in, the proposal changes and everybody is asked again, once', async () => {
    const pollId = await round()
    const better = { question: 'Soll die Werkstatt dienstags öffnen?', about: 'Dienstags von 9 bis 12 Uhr.' }
    expect(await town.tries(chair, announceNextRound, { pollId, ...better })).toMatchObject(
      refused('consent_nothing_to_integrate'),
    )
    await objects(anna, pollId, 'Montags ist die Schule im Haus.')
    await voted(town, ben, pollId, one('consent'))
    await closedAndCounted(town, chair, pollId)
    const { question, about } = await read(pollId)
    expect(await town.tries(chair, announceNextRound, { pollId, question, about })).toMatchObject(
      refused('consent_unchanged'),
    )
    expect(await town.tries(anna, announceNextRound, { pollId, ...better })).toMatchObject(
      refused('not_allowed'),
    )
    const next = await town.does(chair, announceNextRound, { pollId, ...better })
    expect(await town.tries(chair, announceNextRound, { pollId, ...better })).toMatchObject(
      refused('consent_nothing_to_integrate'),
    )
    expect(await read(next.pollId)).toMatchObject({ ...better, parentId: pollId, state: 'announced' })
    await town.does(chair, openPoll, { pollId: next.pollId })
    expect(await heard(next.pollId)).toEqual([])
    expect(await town.tries(cleo, castBallot, vote(next.pollId, one('consent')))).toMatchObject({ ok: false })
    await voted(town, anna, next.pollId, one('consent'))
    await voted(town, ben, next.pollId, one('consent'))
    expect(await closedAndCounted(town, chair, next.pollId)).toMatchObject({
      outcome: 'adopted',
      consents: 2,
    })
  })
})
