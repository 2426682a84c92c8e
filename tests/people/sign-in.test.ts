import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest, system } from '#app/domain/actor.ts'
import { endSession, findVisitor, listSessions, startSession } from '#app/domain/people/session.server.ts'
import {
  openOwnAccount,
  requestSignIn,
  type SignInOutcome,
  signInByCode,
  signInByLink,
} from '#app/domain/people/sign-in.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { newestMail } from './mails.ts'

const browser = { device: 'Firefox, Linux', replaces: null }
const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000')

describe.each(databases)('signing in on $name', (database) => {
  let town: TestTown
  beforeAll(async () => {
    town = await openTestTown(database)
  })
  afterAll(() => town.close())

  async function ask(mail: string) {
    const { requestId } = await town.does(guest, requestSignIn, {
      mail,
      language: 'de',
      linkPage: 'http://127.0.0.1/anmelden/link',
      linkEnd: '',
    })
    const { code = '', link = '' } = await newestMail(town, mail)
    return { requestId, code, link: link.split('/').at(-1) ?? '' }
  }
  const byCode = (requestId: string, code: string) =>
    town.does(guest, signInByCode, { ...browser, requestId, code })

  function openingOf(outcome: SignInOutcome): string {
    if (outcome.kind !== 'opening') throw new Error(`No first questions: ${JSON.stringify(outcome)}`)
    return outcome.requestId
  }
  const answerFirstQuestions = (requestId: string, name: string) =>
    town.does(guest, openOwnAccount, {
      ...browser,
      requestId,
      name,
      age: '16+',
      district: null,
      language: 'de',
    })

  async function open(mail: string, name: string) {
    const { requestId, code } = await ask(mail)
    const outcome = await answerFirstQuestions(openingOf(await byCode(requestId, code)), name)
    if (outcome.kind !== 'signed-in') throw new Error(`Not signed in: ${JSON.stringify(outcome)}`)
    return outcome
  }

  test('the first right code leads to the first questions, then to an account with a session', async () => {
    const { token, accountId } = await open('renate@beispiel.example', 'Renate Tonwald')
    const visitor = await findVisitor(town.platform, token)
    expect(visitor?.actor).toMatchObject({ accountId, name: 'Renate Tonwald', ageBand: '16+' })
    const stored = await town.platform.database.read.selectFrom('session').select('tokenHash').execute()
    expect(stored.map((row) => row.tokenHash)).not.toContain(token)
  })

  test('known and unknown addresses get the same answer and the same mail', async () => {
    await open('bekannt@beispiel.example', 'Bekannt')
    const known = await ask('bekannt@beispiel.example')
    const unknown = await ask('unbekannt@beispiel.example')
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    expect(known.code).toMatch(/^\d{6}$/)
    expect(unknown.code).toMatch(/^\d{6}$/)
    const tried = await Promise.all(
      [known, unknown].map(({ requestId, code }) => byCode(requestId, wrongOf(code))),
    )
    expect(tried[0]).toEqual(tried[1])
    expect(tried[0]).toMatchObject({ refusal: { reason: 'code_wrong', params: { count: 4 } } })
  })

  test('after five wrong tries even the right code is refused', async () => {
    const { requestId, code } = await ask('fuenf@beispiel.example')
    const reasons = []
    for (let place = 0; place < 5; place++) {
      const outcome = await byCode(requestId, wrongOf(code))
      reasons.push(outcome.kind === 'refused' && outcome.refusal.reason)
    }
    expect(reasons).toEqual(['code_wrong', 'code_wrong', 'code_wrong', 'code_wrong', 'code_used_up'])
    expect(await byCode(requestId, code)).toMatchObject({ refusal: { reason: 'code_used_up' } })
  })

  test('a code ends after ten minutes, and its link too', async () => {
    await open('spaet@beispiel.example', 'Spät')
    const { requestId, code, link } = await ask('spaet@beispiel.example')
    const before = town.now
    town.now = new Date(Date.parse(before) + 10 * 60_000).toISOString()
    expect(await byCode(requestId, code)).toMatchObject({ refusal: { reason: 'code_expired' } })
    expect(await town.does(guest, signInByLink, { ...browser, link })).toMatchObject({
      refusal: { reason: 'link_not_valid' },
    })
    town.now = new Date(Date.parse(before) + 10 * 60_000 - 1).toISOString()
    expect(await byCode(requestId, code)).toMatchObject({ kind: 'signed-in' })
    town.now = before
  })

  test('one code used five times at once signs in once', async () => {
    await open('gleich@beispiel.example', 'Gleichzeitig')
    const { requestId, code } = await ask('gleich@beispiel.example')
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => byCode(requestId, code)))
    expect(outcomes.filter((outcome) => outcome.kind === 'signed-in')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome.kind === 'refused')).toHaveLength(4)
  })

  test('a link and its code are one: what was used by one is gone for the other', async () => {
    await open('link@beispiel.example', 'Link')
    const { requestId, code, link } = await ask('link@beispiel.example')
    expect(await town.does(guest, signInByLink, { ...browser, link })).toMatchObject({ kind: 'signed-in' })
    expect(await byCode(requestId, code)).toMatchObject({ refusal: { reason: 'code_expired' } })
    expect(await town.does(guest, signInByLink, { ...browser, link })).toMatchObject({
      refusal: { reason: 'link_not_valid' },
    })
  })

  test('who only asked for the code opens nothing once its reader pressed the link', async () => {
    const asked = await ask('eingeladen@beispiel.example')
    const reader = await town.does(guest, signInByLink, { ...browser, link: asked.link })
    expect(await answerFirstQuestions(asked.requestId, 'Fremd')).toMatchObject({
      refusal: { reason: 'code_expired' },
    })
    expect(await answerFirstQuestions(openingOf(reader), 'Eingeladen')).toMatchObject({ kind: 'signed-in' })
  })

  test('a code belongs to its own request: another person’s request does not open with it', async () => {
    const mine = await ask('meins@beispiel.example')
    const other = await ask('anderes@beispiel.example')
    if (mine.code === other.code) return
    expect(await byCode(other.requestId, mine.code)).toMatchObject({ refusal: { reason: 'code_wrong' } })
  })

  test('too many mails to one address are refused, whoever asks', async () => {
    const request = { mail: 'viele@beispiel.example', language: 'de', linkPage: 'http://x', linkEnd: '' }
    for (let place = 0; place < 8; place++) await town.does(guest, requestSignIn, request)
    expect(await town.tries(guest, requestSignIn, request)).toMatchObject({
      refusal: { reason: 'too_often' },
    })
  })

  test('who is younger than 14 gets a kind sentence, no account, and leaves no address behind', async () => {
    const { requestId, code } = await ask('kind@beispiel.example')
    const openingId = openingOf(await byCode(requestId, code))
    const opening = { ...browser, requestId: openingId, name: 'Kim', district: null, language: 'de' } as const
    expect(await town.does(guest, openOwnAccount, { ...opening, age: 'younger' })).toMatchObject({
      refusal: { reason: 'too_young' },
    })
    const db = town.platform.database.read
    expect(
      await db.selectFrom('signInCode').select('id').where('mail', '=', 'kind@beispiel.example').execute(),
    ).toEqual([])
    expect(
      await db.selectFrom('mail').select('id').where('address', '=', 'kind@beispiel.example').execute(),
    ).toEqual([])
    expect(await town.does(guest, openOwnAccount, { ...opening, age: '16+' })).toMatchObject({
      refusal: { reason: 'code_expired' },
    })
  })

  test('at 14 or 15 the name is one made-up word', async () => {
    const { requestId, code } = await ask('sam@beispiel.example')
    const openingId = openingOf(await byCode(requestId, code))
    const opening = {
      ...browser,
      requestId: openingId,
      age: '14-15',
      district: null,
      language: 'de',
    } as const
    expect(await town.tries(guest, openOwnAccount, { ...opening, name: 'Sam Sonnental' })).toMatchObject({
      refusal: { reason: 'name_one_word' },
    })
    expect(await town.does(guest, openOwnAccount, { ...opening, name: 'Windvogel' })).toMatchObject({
      kind: 'signed-in',
    })
  })

  test('signing in anew ends the session the browser brought along', async () => {
    const first = await open('neu@beispiel.example', 'Neu')
    const before = await findVisitor(town.platform, first.token)
    const { requestId, code } = await ask('neu@beispiel.example')
    const second = await town.does(guest, signInByCode, {
      device: '',
      replaces: before?.sessionId ?? null,
      requestId,
      code,
    })
    expect(second.kind).toBe('signed-in')
    expect(await findVisitor(town.platform, first.token)).toBeNull()
    // Told as an end, so that the live connections of the replaced one end too.
    const ends = await town.platform.database.read
      .selectFrom('event')
      .select('data')
      .where('type', '=', 'session.ended')
      .execute()
    expect(ends.map(({ data }) => data).join()).toContain(before?.sessionId)
  })

  test('sessions end one by one, all others, or all; never another person’s', async () => {
    const jonas = await open('jonas@beispiel.example', 'Jonas')
    const mira = await open('mira@beispiel.example', 'Mira')
    const more = await Promise.all(
      [1, 2, 3].map(() =>
        town.does(system, startSession, { accountId: jonas.accountId, device: 'Chrome', replaces: null }),
      ),
    )
    const [one, two, three] = more
    const visitor = await findVisitor(town.platform, jonas.token)
    const miras = await findVisitor(town.platform, mira.token)
    if (!visitor || !miras || !one || !two || !three) throw new Error('Nobody is signed in.')
    const isOpen = async (token: string) => (await findVisitor(town.platform, token)) !== null

    await town.does(visitor.actor, endSession, { which: 'one', sessionId: one.sessionId })
    await town.does(visitor.actor, endSession, { which: 'one', sessionId: miras.sessionId })
    expect(await Promise.all([one.token, two.token, mira.token].map(isOpen))).toEqual([false, true, true])
    await town.does(visitor.actor, endSession, { which: 'others', sessionId: visitor.sessionId })
    expect(await Promise.all([two.token, three.token, jonas.token].map(isOpen))).toEqual([false, false, true])
    expect(await listSessions(town.ask(visitor.actor))).toHaveLength(1)
    await town.does(visitor.actor, endSession, { which: 'all' })
    expect(await Promise.all([jonas.token, mira.token].map(isOpen))).toEqual([false, true])
    expect(town.news.at(-1)).toMatchObject({ event: { type: 'session.ended', accountId: jonas.accountId } })
  })

  test('a session is seen at most once an hour and ends after sixty days, or after thirty in which nobody came', async () => {
    const { token, accountId } = await open('stunde@beispiel.example', 'Stunde')
    const before = town.now
    const seen = () =>
      town.platform.database.read
        .selectFrom('session')
        .select('seenAt')
        .where('accountId', '=', accountId)
        .executeTakeFirstOrThrow()
    const later = (minutes: number) => new Date(Date.parse(before) + minutes * 60_000).toISOString()
    town.now = later(59)
    await findVisitor(town.platform, token)
    expect((await seen()).seenAt).toBe(before)
    town.now = later(61)
    await findVisitor(town.platform, token)
    expect((await seen()).seenAt).toBe(later(61))
    const days = (count: number) => later(61 + count * 24 * 60)
    town.now = days(30)
    expect(await findVisitor(town.platform, token)).toBeNull()
    town.now = days(29)
    expect(await findVisitor(town.platform, token)).not.toBeNull()
    town.now = days(58)
    expect(await findVisitor(town.platform, token)).not.toBeNull()
    town.now = later(60 * 24 * 60)
    expect(await findVisitor(town.platform, token)).toBeNull()
    town.now = before
  })

  test('only the house starts sessions without a code', async () => {
    const dieter = await town.person('Dieter', { role: 'operator' })
    const session = { accountId: dieter.accountId ?? '', device: '', replaces: null }
    expect(await town.tries(dieter, startSession, session)).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    expect(await town.tries(guest, startSession, session)).toMatchObject({
      refusal: { reason: 'sign_in_first' },
    })
  })
})
