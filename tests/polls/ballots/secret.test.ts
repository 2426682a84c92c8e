import { existsSync, readdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, guest } from '#app/domain/actor.ts'
import { findPart } from '#app/domain/polls/ballots/box.server.ts'
import { castByCode, castSigned } from '#app/domain/polls/ballots/cast.server.ts'
import { hashOfCode } from '#app/domain/polls/ballots/code.ts'
import { printCodes } from '#app/domain/polls/ballots/codes.server.ts'
import { noteOtherWay } from '#app/domain/polls/ballots/envelope.server.ts'
import { awaitPaper, enterPaper } from '#app/domain/polls/ballots/paper.server.ts'
import { findFile } from '#app/domain/polls/ballots/published.server.ts'
import { readPublished } from '#app/domain/polls/ballots/read-published.ts'
import { storeOf } from '#app/domain/polls/ballots/stores.server.ts'
import { issueToken, listTokensOut } from '#app/domain/polls/ballots/token.server.ts'
import { isAllRight, unsignedIn, verifyFile } from '#app/domain/polls/ballots/verify.ts'
import { drawToken, sealNext } from '#app/domain/polls/ballots/wallet.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { closePoll, openPoll, undoClose } from '#app/domain/polls/life.server.ts'
import { getPoll } from '#app/domain/polls/poll.server.ts'
import { turnoutAlone } from '#db/migrations/065-turnout-alone.ts'
import { openDatabase } from '#db/open.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { announced, later, one, outcomeOf, pollRow, vote, voted } from '../votes.ts'
import { random } from './made-up-vote.ts'
import { blindTerms, castWith, closed, drawn, openedFor, separateTerms, termsOf } from './secret-votes.ts'

describe.each(databases)('secret votes on $name', (database) => {
  let town: TestTown
  let moderator: Actor

  beforeAll(async () => {
    town = await openTestTown(database)
    moderator = await town.person('Mechthild', { role: 'moderator' })
  })
  afterAll(() => town.close())

  const fileOf = async (pollId: string) =>
    findFile(town.platform, await getPoll(town.platform.database.read, pollId))
  const keyFiles = () => {
    const folder = path.join(town.settings.dataDir, 'ballot-keys')
    return existsSync(folder) ? readdirSync(folder) : []
  }
  const rowsOf = async (table: 'sentForm' | 'event' | 'mail' | 'job') =>
    Number(
      (
        await town.platform.database.read
          .selectFrom(table)
          .select((eb) => eb.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )

  test('of votes that were over before, the way of each is forgotten too', async () => {
    const { write, read, kind } = town.platform.database
    const people = JSON.stringify([
      ['a1', 'paper'],
      ['b2', 'separate'],
    ])
    await write.insertInto('turnout').values({ pollId: 'older', people }).execute()
    await turnoutAlone(write as never, kind)
    const after = await read.selectFrom('turnout').select('people').where('pollId', '=', 'older').execute()
    expect(after).toEqual([{ people: '["a1","b2"]' }])
  })

  describe('stored apart', () => {
    test('a ballot counts once; cast again it is said to have arrived, whatever it says', async () => {
      const { pollId, voters } = await openedFor(town, moderator, separateTerms, 6)
      for (const [at, voter] of voters.entries()) {
        expect((await voted(town, voter, pollId, one(at < 4 ? '1' : '2'))).kind).toBe('arrived')
      }
      const [first] = voters as [Actor]
      expect((await voted(town, first, pollId, one('1'))).kind).toBe('again')
      expect((await voted(town, first, pollId, one('3'))).kind).toBe('again')
      await closed(town, moderator, pollId)
      expect(await outcomeOf(town, pollId)).toMatchObject({ winners: ['1'], cast: 6 })
      const file = await fileOf(pollId)
      expect(file?.ballots.map(({ ballot }) => ballot)).toEqual(['1', '1', '1', '1', '2', '2'])
      expect(isAllRight(await verifyFile(file as never))).toBe(true)
    })

    test('a ballot leaves no event, no form key, no job and no mail behind', async () => {
      const { pollId, voters } = await openedFor(town, moderator, separateTerms, 5)
      const before = await Promise.all((['sentForm', 'event', 'mail', 'job'] as const).map(rowsOf))
      for (const voter of voters) await voted(town, voter, pollId, one('2'))
      expect(await Promise.all((['sentForm', 'event', 'mail', 'job'] as const).map(rowsOf))).toEqual(before)
    })

    test('two devices at once make one vote', async () => {
      const { pollId, voters } = await openedFor(town, moderator, separateTerms, 5)
      const outcomes = await Promise.all(
        voters.flatMap((voter) => ['1', '2', '3'].map((option) => voted(town, voter, pollId, one(option)))),
      )
      expect(outcomes.filter(({ kind }) => kind === 'arrived')).toHaveLength(5)
      await closed(town, moderator, pollId)
      expect((await fileOf(pollId))?.ballots).toHaveLength(5)
    })

    test('while it is open the house can say who voted, and after the close too, but never how', async () => {
      const { pollId, voters } = await openedFor(town, moderator, separateTerms, 5)
      const [first, second] = voters as [Actor, Actor]
      const room = { db: town.platform.database.read, ballotKeys: town.platform.ballotKeys }
      const poll = await getPoll(room.db, pollId)
      const store = storeOf(poll)
      const { control } = await voted(town, first, pollId, one('1'))
      expect(await store.ownVote(room, poll, first.accountId ?? '')).toMatchObject({
        way: 'separate',
        line: null,
        control,
      })
      expect(await store.ownVote(room, poll, second.accountId ?? '')).toBeNull()
      expect(await store.whoVoted(room, pollId)).toEqual([first.accountId])
      await closed(town, moderator, pollId)
      expect(await findPart(room, pollId, first.accountId ?? '')).toBe('some-way')
      expect(await findPart(room, pollId, second.accountId ?? '')).toBeNull()
    })
  })

  describe('signed blind', () => {
    test('from token to result: a stranger can check all of it, and the key is gone', async () => {
      const { pollId, voters } = await openedFor(town, moderator, blindTerms, 6)
      expect(keyFiles()).toContain(`${pollId}.json`)
      const tokens = []
      for (const voter of voters) tokens.push(await drawn(town, voter, pollId))
      const arrivals = []
      for (const [at, token] of tokens.entries())
        arrivals.push(await castWith(town, token, at < 4 ? '2' : '-'))
      expect(arrivals.map(({ kind }) => kind)).toEqual(Array(6).fill('arrived'))
      const outOf = async (who: Actor) => (await listTokensOut(town.ask(who))).map((one) => one.pollId)
      expect(await outOf(voters[0] as Actor)).toEqual([pollId])
      expect([await outOf(moderator), await outOf(guest)]).toEqual([[], []])
      await closed(town, moderator, pollId)
      expect(await outOf(voters[0] as Actor)).toEqual([])
      expect(await outcomeOf(town, pollId)).toMatchObject({ winners: ['2'], cast: 6, blank: 2 })
      expect(keyFiles()).not.toContain(`${pollId}.json`)
      expect(town.news.map(({ event }) => event)).toContainEqual({ type: 'poll.key-destroyed', pollId })
      const file = await fileOf(pollId)
      const published = { type: 'poll.published', pollId, hash: file?.hash }
      expect(town.news.map(({ event }) => event)).toContainEqual(published)
      const findings = await verifyFile(file as never, { receipt: arrivals[0]?.receipt ?? null })
      expect(findings.map(({ check, verdict }) => `${check} ${verdict}`)).toEqual([
        'terms right',
        'names not-needed',
        'hash right',
        'order right',
        'signatures right',
        'seals right',
        'covered not-needed',
        'codes not-needed',
        'doubled right',
        'numbers right',
        'result right',
        'receipt right',
      ])
    })

    test('a hundred parallel requests get one token; the same request gets the same answer', async () => {
      const { pollId, voters } = await openedFor(town, moderator, blindTerms, 1)
      const [voter] = voters as [Actor]
      const manifest = await termsOf(town, pollId)
      const drawings = await Promise.all(Array.from({ length: 10 }, () => drawToken(manifest, random)))
      const requests = Array.from({ length: 100 }, (_, at) => drawings[at % 10]?.blinded[0]?.message ?? '')
      const outcomes = await Promise.all(
        requests.map(async (blindedMessage) => ({
          blindedMessage,
          outcome: await town.tries(voter, issueToken, { pollId, blindedMessage }),
        })),
      )
      const given = outcomes.filter(({ outcome }) => outcome.ok)
      expect(new Set(given.map(({ blindedMessage }) => blindedMessage)).size).toBe(1)
      expect(new Set(given.map(({ outcome }) => JSON.stringify(outcome))).size).toBe(1)
      expect(given).toHaveLength(10)
      for (const { outcome } of outcomes.filter(({ outcome: { ok } }) => !ok)) {
        expect(outcome).toMatchObject({ refusal: { reason: 'token_drawn_already' } })
      }
      const lost = given[0]?.blindedMessage ?? ''
      expect(await town.does(voter, issueToken, { pollId, blindedMessage: lost })).toEqual(
        given[0]?.outcome.ok && given[0].outcome.value,
      )
    })

    test('only who is on the roll gets a token', async () => {
      const { pollId } = await openedFor(town, moderator, blindTerms, 1)
      const stranger = await town.person('Fremd')
      const { blinded } = await drawToken(await termsOf(town, pollId), random)
      const blindedMessage = blinded[0]?.message ?? ''
      expect(await town.tries(stranger, issueToken, { pollId, blindedMessage })).toMatchObject({ ok: false })
      expect(await town.tries(guest, issueToken, { pollId, blindedMessage })).toMatchObject({
        refusal: { reason: 'sign_in_first' },
      })
    })

    test('the last ballot of a token counts; the very same again is answered the same again', async () => {
      const { pollId, voters } = await openedFor(town, moderator, blindTerms, 5)
      const tokens = []
      for (const voter of voters) tokens.push(await drawn(town, voter, pollId))
      const [token, ...others] = tokens as [(typeof tokens)[0], ...typeof tokens]
      for (const other of others) await castWith(town, other, '1')
      const ballot = await sealNext(token, '1')
      const first = await town.does(guest, castSigned, { pollId, ballot })
      expect(await town.does(guest, castSigned, { pollId, ballot })).toEqual({ ...first, kind: 'again' })
      const later = await sealNext({ ...token, turn: 1 }, '3')
      expect(await town.does(guest, castSigned, { pollId, ballot: later })).toMatchObject({ kind: 'changed' })
      expect(await town.tries(guest, castSigned, { pollId, ballot })).toMatchObject({
        refusal: { reason: 'ballot_of_later_turn', params: { turn: 2 } },
      })
      await closed(town, moderator, pollId)
      const file = await fileOf(pollId)
      expect(file?.ballots.map(({ ballot: line }) => line).sort()).toEqual(['1', '1', '1', '1', '3'])
    })

    test('what is no ballot of this vote is refused in a sentence', async () => {
      const { pollId, voters } = await openedFor(town, moderator, blindTerms, 2)
      const other = await openedFor(town, moderator, blindTerms, 1)
      const token = await drawn(town, voters[0] as Actor, pollId)
      const foreign = await drawn(town, other.voters[0] as Actor, other.pollId)
      const good = await sealNext(token, '1')
      const reasonOf = async (ballot: typeof good) => {
        const outcome = await town.tries(guest, castSigned, { pollId, ballot })
        return outcome.ok ? outcome.value.kind : outcome.refusal.reason
      }
      expect(await reasonOf({ ...good, ballot: '2' })).toBe('token_not_genuine')
      expect(await reasonOf({ ...good, signatures: [] })).toBe('token_not_genuine')
      expect(await reasonOf(await sealNext(foreign, '1'))).toBe('token_not_genuine')
      expect(await reasonOf(await sealNext(token, '9'))).toBe('ballot_option_unknown')
      expect(await reasonOf(await sealNext(token, '1,2'))).toBe('ballot_option_unknown')
      expect(await reasonOf(good)).toBe('arrived')
    })

    test('a ballot without a session needs no session and leaves nothing behind but itself', async () => {
      const { pollId, voters } = await openedFor(town, moderator, blindTerms, 1)
      const token = await drawn(town, voters[0] as Actor, pollId)
      const before = await Promise.all((['sentForm', 'event', 'mail', 'job'] as const).map(rowsOf))
      await castWith(town, token, '1')
      expect(await Promise.all((['sentForm', 'event', 'mail', 'job'] as const).map(rowsOf))).toEqual(before)
      expect(await town.tries(voters[0] as Actor, castBallot, vote(pollId, one('1')))).toMatchObject({
        refusal: { reason: 'ballot_needs_token' },
      })
    })

    test('printed codes are the way without a device: each counts once, and nobody takes part twice', async () => {
      const people: Actor[] = []
      for (let at = 1; at <= 5; at++) people.push(await town.person(`Umschlag ${at}`))
      const roll = people.map((person) => person.accountId ?? '')
      const pollId = await announced(town, moderator, {
        ...blindTerms,
        electorate: 'roll',
        label: 'recommendation',
        roll,
      })
      const codes = await town.does(moderator, printCodes, { pollId, count: 5 })
      expect(new Set(codes).size).toBe(5)
      expect(codes[0]).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/)
      await town.does(moderator, openPoll, { pollId })
      expect(await town.tries(moderator, printCodes, { pollId, count: 5 })).toMatchObject({
        refusal: { reason: 'codes_before_opening' },
      })
      for (const person of people.slice(0, 4)) {
        await town.does(moderator, noteOtherWay, {
          pollId,
          accountId: person.accountId ?? '',
          way: 'envelope',
        })
      }
      const { blinded } = await drawToken(await termsOf(town, pollId), random)
      const blindedMessage = blinded[0]?.message ?? ''
      expect(await town.tries(people[0] as Actor, issueToken, { pollId, blindedMessage })).toMatchObject({
        refusal: { reason: 'vote_by_envelope' },
      })
      const enter = async (code: string, line: string) =>
        town.tries(guest, castByCode, { pollId, codeHash: await hashOfCode(pollId, code), line })
      for (const code of codes.slice(0, 4)) {
        expect(await enter(code.toLowerCase().replaceAll('-', ' '), '1')).toEqual({
          ok: true,
          value: 'arrived',
        })
      }
      expect(await enter(codes[0] ?? '', '1')).toEqual({ ok: true, value: 'again' })
      expect(await enter(codes[0] ?? '', '2')).toEqual({ ok: true, value: 'changed' })
      expect(await enter('AAAA-AAAA-AAAA-AAAA', '2')).toMatchObject({
        refusal: { reason: 'code_not_printed' },
      })
      await castWith(town, await drawn(town, people[4] as Actor, pollId), '3')
      await closed(town, moderator, pollId)
      const file = await fileOf(pollId)
      expect(file?.issued).toMatchObject({ tokens: 1, envelopes: 4, papers: 0, separate: 0 })
      expect(file?.ballots.map(({ way }) => way)).toEqual(Array(5).fill('bare'))
      expect(isAllRight(await verifyFile(file as never))).toBe(true)
      expect(JSON.stringify(file)).not.toContain(codes[0])
    })
  })

  describe('one of each way', () => {
    /** So many by form or token, one on paper, and where there are codes one with a code: everything that is kept of it. */
    async function withOneOfEach(terms: typeof blindTerms, count: number) {
      const people: Actor[] = []
      for (let at = 1; at <= count + 2; at++) people.push(await town.person(`Weg ${at}`))
      const [onPaper, withCode, ...others] = people as [Actor, Actor, ...Actor[]]
      const roll = people.map((person) => person.accountId ?? '')
      const pollId = await announced(town, moderator, {
        ...terms,
        electorate: 'roll',
        label: 'recommendation',
        roll,
      })
      const [code] =
        terms === blindTerms ? await town.does(moderator, printCodes, { pollId, count: 1 }) : [null]
      await town.does(moderator, awaitPaper, { pollId })
      await town.does(moderator, openPoll, { pollId })
      const note = (person: Actor, way: 'paper' | 'envelope') =>
        town.does(moderator, noteOtherWay, { pollId, accountId: person.accountId ?? '', way })
      await note(onPaper, 'paper')
      if (code) {
        await note(withCode, 'envelope')
        await town.does(guest, castByCode, { pollId, codeHash: await hashOfCode(pollId, code), line: '2' })
      }
      const receipts = []
      for (const voter of others) {
        if (terms === blindTerms)
          receipts.push((await castWith(town, await drawn(town, voter, pollId), '1')).receipt)
        else await voted(town, voter, pollId, one('1'))
      }
      await closed(town, moderator, pollId)
      const second = await town.person('Zweite', { role: 'moderator' })
      await town.does(moderator, enterPaper, { pollId, lines: ['3'] })
      await town.does(second, enterPaper, { pollId, lines: ['3'] })
      await later(town, 1)
      const db = town.platform.database.read
      const of = async (table: 'turnout' | 'paperEntry' | 'publishedBallot') =>
        JSON.stringify(await db.selectFrom(table).selectAll().where('pollId', '=', pollId).execute())
      const file = await fileOf(pollId)
      if (!file) throw new Error('There is no file.')
      return {
        pollId,
        file,
        receipts,
        took: roll.filter((id) => code || id !== withCode.accountId).sort(),
        kept: {
          turnout: await of('turnout'),
          sheets: await of('paperEntry'),
          rows: await of('publishedBallot'),
        },
      }
    }

    test('stored apart, paper and form look alike, in the file and in the tables', async () => {
      const { pollId, file, took, kept } = await withOneOfEach(separateTerms, 6)
      expect(file.ballots).toEqual([...Array(6).fill('1'), '3'].map((ballot) => ({ way: 'bare', ballot })))
      expect(await outcomeOf(town, pollId)).toMatchObject({ winners: ['1'], cast: 7 })
      expect(isAllRight(await verifyFile(file))).toBe(true)
      expect(kept.turnout).toBe(JSON.stringify([{ pollId, people: JSON.stringify(took) }]))
      expect(kept.sheets).toBe('[]')
      expect(kept.rows).not.toMatch(/paper|separate/)
    })

    test('signed blind, paper and code lie among five, and all of it can still be checked', async () => {
      const { pollId, file, receipts, took, kept } = await withOneOfEach(blindTerms, 9)
      expect(file.ballots.map(({ way }) => way)).toEqual([
        ...Array(5).fill('bare'),
        ...Array(6).fill('token'),
      ])
      expect(file.ballots.slice(0, 5).map(({ ballot }) => ballot)).toEqual(['1', '1', '1', '2', '3'])
      expect(file.issued.covered).toHaveLength(3)
      expect(await outcomeOf(town, pollId)).toMatchObject({ winners: ['1'], cast: 11 })
      const verdicts = []
      for (const receipt of receipts) {
        const findings = await verifyFile(readPublished(JSON.stringify(file)), { receipt })
        expect(isAllRight(findings)).toBe(true)
        verdicts.push(findings.at(-1)?.verdict)
      }
      expect(verdicts.sort()).toEqual([...Array(3).fill('cannot-tell'), ...Array(6).fill('right')])
      expect(unsignedIn(file)).toBe(2)
      expect(kept.turnout).toBe(JSON.stringify([{ pollId, people: JSON.stringify(took) }]))
      expect(kept.sheets).toBe('[]')
      expect(kept.rows).not.toMatch(/paper|"code"/)
      // A covered token is in one row only, and that one knows no ballot.
      for (const { hash } of file.issued.covered ?? []) expect(kept.rows).not.toContain(hash)
    })
  })

  test('fewer than five ballots show no result and no ballot', async () => {
    const { pollId, voters } = await openedFor(town, moderator, separateTerms, 5)
    for (const voter of voters.slice(0, 4)) await voted(town, voter, pollId, one('1'))
    await closed(town, moderator, pollId)
    expect(await outcomeOf(town, pollId)).toEqual({ kind: 'too-few' })
    expect(await fileOf(pollId)).toBeNull()
    const kept = await town.platform.database.read
      .selectFrom('publishedBallot')
      .select('ballot')
      .where('pollId', '=', pollId)
      .execute()
    expect(kept).toEqual([])
  })

  test('a close can be taken back for ten seconds, with every ballot still in the box', async () => {
    const { pollId, voters } = await openedFor(town, moderator, separateTerms, 6)
    for (const voter of voters.slice(0, 5)) await voted(town, voter, pollId, one('1'))
    await town.does(moderator, closePoll, { pollId })
    expect(await town.tries(voters[5] as Actor, castBallot, vote(pollId, one('2')))).toMatchObject({
      ok: false,
    })
    await town.does(moderator, undoClose, { pollId })
    await voted(town, voters[5] as Actor, pollId, one('2'))
    await closed(town, moderator, pollId)
    expect((await fileOf(pollId))?.ballots).toHaveLength(6)
    expect(await town.tries(moderator, undoClose, { pollId })).toMatchObject({ ok: false })
  })

  test('at the very second of the close the clock decides, also when it is set back afterwards', async () => {
    const closesAt = new Date(Date.parse(town.now) + 60_000).toISOString()
    const { pollId, voters } = await openedFor(town, moderator, { ...separateTerms, closesAt }, 6)
    for (const voter of voters.slice(0, 5)) await voted(town, voter, pollId, one('1'))
    town.now = closesAt
    expect(await town.tries(voters[5] as Actor, castBallot, vote(pollId, one('2')))).toMatchObject({
      refusal: { reason: 'poll_is_closed' },
    })
    await later(town, 0)
    town.now = new Date(Date.parse(closesAt) - 30_000).toISOString()
    expect(await town.tries(voters[5] as Actor, castBallot, vote(pollId, one('2')))).toMatchObject({
      refusal: { reason: 'poll_is_closed' },
    })
    town.now = new Date(Date.parse(closesAt) + 60_000).toISOString()
    await later(town, 1)
    expect((await pollRow(town, pollId)).state).toBe('final')
    expect((await fileOf(pollId))?.ballots).toHaveLength(5)
  })

  test('a key that is missing stops the vote with a sentence, and nothing is lost when it is back', async () => {
    const { pollId, voters } = await openedFor(town, moderator, separateTerms, 5)
    for (const voter of voters.slice(0, 4)) await voted(town, voter, pollId, one('1'))
    const file = path.join(town.settings.dataDir, 'ballot-keys', `${pollId}.json`)
    renameSync(file, `${file}.away`)
    expect(await town.tries(voters[4] as Actor, castBallot, vote(pollId, one('1')))).toMatchObject({
      refusal: { reason: 'ballot_key_missing' },
    })
    renameSync(`${file}.away`, file)
    await voted(town, voters[4] as Actor, pollId, one('1'))
    await closed(town, moderator, pollId)
    expect((await fileOf(pollId))?.ballots).toHaveLength(5)
  })

  test('a ballot that comes while the box is emptied is in it or refused, never lost', async () => {
    const { pollId, voters } = await openedFor(town, moderator, separateTerms, 20)
    const casting = voters.map((voter) => town.tries(voter, castBallot, vote(pollId, one('1'))))
    const [outcomes] = await Promise.all([Promise.all(casting), town.does(moderator, closePoll, { pollId })])
    await later(town, 11)
    await later(town, 1)
    const arrived = outcomes.filter(({ ok }) => ok).length
    const { ballots } = await town.platform.database.read
      .selectFrom('publishedBallot')
      .select((eb) => eb.fn.countAll().as('ballots'))
      .where('pollId', '=', pollId)
      .executeTakeFirstOrThrow()
    expect(Number(ballots)).toBe(arrived < 5 ? 0 : arrived)
  })

  test('another connection sees who voted nowhere in the open tables', async () => {
    const { pollId, voters } = await openedFor(town, moderator, separateTerms, 5)
    for (const voter of voters) await voted(town, voter, pollId, one('1'))
    const other = await openDatabase(town.settings.databaseUrl)
    const drawers = await other.read
      .selectFrom('ballotDrawer')
      .selectAll()
      .where('pollId', '=', pollId)
      .execute()
    const sealed = await other.read
      .selectFrom('sealedBallot')
      .selectAll()
      .where('pollId', '=', pollId)
      .execute()
    await other.close()
    const everything = JSON.stringify([drawers, sealed])
    for (const voter of voters) expect(everything).not.toContain(voter.accountId)
    expect(new Set(sealed.map((row) => row.sealed.length)).size).toBe(1)
    expect(new Set(sealed.map((row) => row.sealed)).size).toBe(5)
  })
})
