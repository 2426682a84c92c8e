// Another mail address: asked for with a code that goes to the old one, confirmed by one that goes to the new one.
import { noteSupport } from '../council/access.server.ts'
import type { MailText } from '../notices/mail.ts'
import { queueMail } from '../notices/outbox.server.ts'
import type { Platform } from '../platform.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { findAccountByMail, getAccount, saveAccount } from './account.server.ts'
import { codeMinutes, minutesLater } from './code.ts'
import { addressChangedMail, changeAddressMail, newAddressMail } from './mails.ts'
import { endSessionsOf } from './session.server.ts'
import { hashOfCode, limitCodes, tryCode } from './sign-in.server.ts'

interface NewCode {
  readonly id: string
  readonly code: string
  readonly codeHash: string
  readonly linkHash: string
}

function drawCode(platform: Platform): NewCode {
  const id = platform.newId()
  const code = platform.newCode()
  // The link's place stays filled with something nobody knows: these codes have no link.
  const linkHash = platform.hash(platform.newSecret())
  return { id, code, codeHash: hashOfCode(platform, id, code), linkHash }
}

/** The first code goes to the present address: a browser left open somewhere is not enough to take an account away. */
export const requestMailChange = prepared(
  async (platform, input: { readonly language: string }) => ({ ...input, drawn: drawCode(platform) }),
  async (work: Work, { language, drawn }): Promise<{ requestId: string; mail: string }> => {
    const account = await getAccount(work.tx, work.actor.accountId ?? '')
    work.require('account.change-mail', { kind: 'account', id: account.id })
    if (account.mail === null) throw refuse('not_allowed')
    await keepCode(work, account.id, account.mail, 'change-mail', drawn)
    await sendCode(work, 'change-address', account.mail, language, changeAddressMail(drawn.code))
    return { requestId: drawn.id, mail: account.mail }
  },
)

export type OwnMailOutcome =
  | { readonly kind: 'proven'; readonly requestId: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

interface OwnMailProof {
  readonly requestId: string
  readonly code: string
  readonly mail: string
  readonly language: string
}

/** The right code of the present address sends the second one to the new address. A wrong try stays counted. */
export const proveOwnMail = prepared(
  async (platform, input: OwnMailProof) => ({
    ...input,
    codeHash: hashOfCode(platform, input.requestId, input.code),
    drawn: drawCode(platform),
  }),
  async (work: Work, { drawn, ...input }): Promise<OwnMailOutcome> => {
    const accountId = work.actor.accountId ?? ''
    work.require('account.change-mail', { kind: 'account', id: accountId })
    const tried = await tryCode(work, 'change-mail', input.requestId, input.codeHash, accountId)
    if (!('mail' in tried)) return { kind: 'refused', refusal: tried.refusal }
    await spend(work, tried.id)
    await keepCode(work, accountId, input.mail, 'new-mail', drawn)
    await sendCode(work, 'new-address', input.mail, input.language, newAddressMail(drawn.code))
    return { kind: 'proven', requestId: drawn.id }
  },
)

export type MailChangeOutcome =
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** The right code changes the address; every other session ends. A wrong try stays counted. */
export const confirmMailChange = prepared(
  async (
    platform,
    input: { readonly requestId: string; readonly code: string; readonly sessionId: string | null },
  ) => ({ ...input, codeHash: hashOfCode(platform, input.requestId, input.code) }),
  async (work: Work, input): Promise<MailChangeOutcome> => {
    const account = await getAccount(work.tx, work.actor.accountId ?? '')
    work.require('account.change-mail', { kind: 'account', id: account.id })
    const tried = await tryCode(work, 'new-mail', input.requestId, input.codeHash, account.id)
    if (!('mail' in tried)) return { kind: 'refused', refusal: tried.refusal }
    if (await findAccountByMail(work.tx, tried.mail))
      return { kind: 'refused', refusal: refuse('mail_taken') }
    await spend(work, tried.id)
    await changeMail(work, account.id, tried.mail, 'self')
    await endSessionsOf(work, account.id, { which: 'others', sessionId: input.sessionId })
    return { kind: 'changed' }
  },
)

async function keepCode(
  work: Work,
  accountId: string,
  mail: string,
  purpose: 'change-mail' | 'new-mail',
  { id, codeHash, linkHash }: NewCode,
): Promise<void> {
  await limitCodes(work, mail)
  await work.tx
    .insertInto('signInCode')
    .values({
      id,
      accountId,
      mail,
      purpose,
      codeHash,
      linkHash,
      createdAt: work.now,
      expiresAt: minutesLater(work.now, codeMinutes),
      tries: 0,
      usedAt: null,
    })
    .execute()
}

/** The mail is the address's, not the account's: its code must not be read in what the account can take along. */
function sendCode(
  work: Work,
  kind: string,
  address: string,
  language: string,
  data: MailText,
): Promise<void> {
  return queueMail(work, { kind, address, accountId: null, language, data })
}

async function spend(work: Work, id: string): Promise<void> {
  await work.tx.updateTable('signInCode').set({ usedAt: work.now }).where('id', '=', id).execute()
}

/** An operator gives somebody who lost their mailbox a new address; all their sessions end. */
export async function changeLostMail(
  work: Work,
  input: { readonly accountId: string; readonly mail: string },
): Promise<void> {
  const account = await getAccount(work.tx, input.accountId)
  work.require('account.change-mail', { kind: 'account', id: account.id })
  if (await findAccountByMail(work.tx, input.mail)) throw refuse('mail_taken')
  await changeMail(work, account.id, input.mail, 'operator')
  await endSessionsOf(work, account.id, { which: 'all' })
}

async function changeMail(
  work: Work,
  accountId: string,
  mail: string,
  by: 'self' | 'operator',
): Promise<void> {
  const account = await getAccount(work.tx, accountId)
  await saveAccount(work, { ...account, mail })
  // Codes that went to the old address open nothing any more.
  if (account.mail !== null) {
    await work.tx.deleteFrom('signInCode').where('mail', '=', account.mail).execute()
    await queueMail(work, {
      kind: 'address-changed',
      address: account.mail,
      accountId,
      language: account.language,
      name: account.name,
      data: addressChangedMail(by, work.platform.town.offline.phone),
    })
  }
  await work.record({ type: 'account.mail-changed', accountId })
  if (by === 'operator') await noteSupport(work, accountId, 'mail')
}
