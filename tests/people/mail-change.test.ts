import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/actor.ts'
import { guest, system } from '#app/domain/actor.ts'
import { changeAccount, getAccount } from '#app/domain/people/account.server.ts'
import { findAccounts } from '#app/domain/people/accounts.server.ts'
import { eraseAccount } from '#app/domain/people/erase.server.ts'
import { exportAccount } from '#app/domain/people/export.server.ts'
import {
  changeLostMail,
  confirmMailChange,
  proveOwnMail,
  requestMailChange,
} from '#app/domain/people/mail-change.server.ts'
import { endSessionsForSomebody, findVisitor, startSession } from '#app/domain/people/session.server.ts'
import { requestSignIn } from '#app/domain/people/sign-in.server.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'
import { countMails, newestMail } from './mails.ts'

describe.each(databases)('changing an account on $name', (database) => {
  let town: TestTown
  beforeAll(async () => {
    town = await openTestTown(database)
  })
  afterAll(() => town.close())

  const accountOf = (actor: Actor) => getAccount(town.platform.database.read, actor.accountId ?? '')
  const sessionOf = (actor: Actor) =>
    town.does(system, startSession, { accountId: actor.accountId ?? '', device: '', replaces: null })
  const isOpen = async (token: string) => (await findVisitor(town.platform, token)) !== null

  const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000')

  /** Shows that the present address is one's own, and gives the request that waits for the code of the new one. */
  async function asked(person: Actor, mail: string) {
    const { requestId, mail: own } = await town.does(person, requestMailChange, { language: 'de' })
    expect(own).toBe((await accountOf(person)).mail)
    const { code = '' } = await newestMail(town, own)
    const input = { requestId, mail, language: 'de' }
    const before = await countMails(town, mail)
    expect(await town.does(person, proveOwnMail, { ...input, code: wrongOf(code) })).toMatchObject({
      refusal: { reason: 'code_wrong' },
    })
    expect(await countMails(town, mail)).toBe(before)
    const proven = await town.does(person, proveOwnMail, { ...input, code })
    if (proven.kind !== 'proven') throw new Error(`Not proven: ${JSON.stringify(proven)}`)
    // The code of the present address is used up and confirms nothing.
    const again = { requestId, code, sessionId: null }
    expect(await town.does(person, confirmMailChange, again)).toMatchObject({
      refusal: { reason: 'code_expired' },
    })
    return { requestId: proven.requestId, code: (await newestMail(town, mail)).code ?? '' }
  }

  test('a new address counts with a code of the old and one of the new; the old one is told; other sessions end', async () => {
    const mira = await town.person('Mira')
    const [here, there] = [await sessionOf(mira), await sessionOf(mira)]
    const before = await accountOf(mira)
    const mail = 'mira.neu@beispiel.example'
    const { requestId, code } = await asked(mira, mail)
    const told = await countMails(town, before.mail ?? '')
    const input = { requestId, sessionId: here.sessionId }
    expect(await town.does(mira, confirmMailChange, { ...input, code: wrongOf(code) })).toMatchObject({
      refusal: { reason: 'code_wrong' },
    })
    expect((await accountOf(mira)).mail).toBe(before.mail)
    expect(await town.does(mira, confirmMailChange, { ...input, code })).toEqual({ kind: 'changed' })
    expect((await accountOf(mira)).mail).toBe(mail)
    expect(await countMails(town, before.mail ?? '')).toBe(told + 1)
    expect(await Promise.all([here.token, there.token].map(isOpen))).toEqual([true, false])
    expect(await town.does(mira, confirmMailChange, { ...input, code })).toMatchObject({
      refusal: { reason: 'code_expired' },
    })
  })

  test('the code for a new address stands in nothing the account may take along, and goes when it is erased', async () => {
    const toni = await town.person('Toni')
    const mail = 'fremd@beispiel.example'
    const { code } = await asked(toni, mail)
    const taken = JSON.stringify(await exportAccount(town.ask(toni)))
    expect(taken).toContain('Toni')
    expect(taken).not.toContain(code)
    // Whoever owns that address is waiting for a mail of their own, which is not Toni's to take away.
    await town.does(guest, requestSignIn, {
      mail,
      language: 'de',
      linkPage: 'http://127.0.0.1/l',
      linkEnd: '',
    })
    const theirs = await newestMail(town, mail)
    await town.does(toni, eraseAccount, { texts: 'leave' })
    expect(await countMails(town, mail)).toBe(1)
    expect(await newestMail(town, mail)).toEqual(theirs)
  })

  test('an address of another account is refused only to who can read its mail', async () => {
    const [leo, jonas] = [await town.person('Leo'), await town.person('Jonas')]
    const mail = (await accountOf(jonas)).mail ?? ''
    const { requestId, code } = await asked(leo, mail)
    expect(await town.does(leo, confirmMailChange, { requestId, code, sessionId: null })).toMatchObject({
      refusal: { reason: 'mail_taken' },
    })
  })

  test('an operator signs somebody out everywhere; nobody else can', async () => {
    const [dieter, ute, mod] = [
      await town.person('Dieter Betrieb', { role: 'operator' }),
      await town.person('Ute'),
      await town.person('Moderation', { role: 'moderator' }),
    ]
    const [here, there] = [await sessionOf(ute), await sessionOf(ute)]
    const input = { accountId: ute.accountId ?? '' }
    for (const other of [mod, ute])
      expect(await town.tries(other, endSessionsForSomebody, input)).toMatchObject({ ok: false })
    expect(await Promise.all([here.token, there.token].map(isOpen))).toEqual([true, true])
    await town.does(dieter, endSessionsForSomebody, input)
    expect(await Promise.all([here.token, there.token].map(isOpen))).toEqual([false, false])
  })

  test('an operator changes a lost address and ends every session; nobody else can', async () => {
    const nadine = await town.person('Nadine', { role: 'operator' })
    const renate = await town.person('Renate')
    const session = await sessionOf(renate)
    const input = { accountId: renate.accountId ?? '', mail: 'renate.neu@beispiel.example' }
    expect(await town.tries(await town.person('Leo'), changeLostMail, input)).toMatchObject({
      refusal: { reason: 'not_allowed' },
    })
    await town.does(nadine, changeLostMail, input)
    expect((await accountOf(renate)).mail).toBe(input.mail)
    expect(await isOpen(session.token)).toBe(false)
  })

  test('a name changes with its short name; operators find accounts by name and whole address, others do not', async () => {
    const nadine = await town.person('Nadine', { role: 'operator' })
    const person = await town.person('Alt')
    await town.does(person, changeAccount, { name: 'Jürgen Größer', district: null, language: 'en' })
    expect(await accountOf(person)).toMatchObject({
      name: 'Jürgen Größer',
      handle: 'juergen-groesser',
      language: 'en',
    })
    const mail = (await accountOf(person)).mail ?? ''
    for (const search of ['größer', 'JURGEN', mail]) {
      expect((await findAccounts(town.ask(nadine), search)).map((one) => one.id)).toContain(person.accountId)
    }
    expect(await findAccounts(town.ask(nadine), '%')).toEqual([])
    await expect(findAccounts(town.ask(person), 'Nadine')).rejects.toMatchObject({ reason: 'not_found' })
  })
})
