// Another mail address: confirmed by a code that goes to the new one, told to the old one.
import { noteSupport } from '../council/access.server.ts'
import { queueMail } from '../notices/outbox.server.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { findAccountByMail, getAccount, saveAccount } from './account.server.ts'
import { codeMinutes, minutesLater } from './code.ts'
import { addressChangedMail, newAddressMail } from './mails.ts'
import { endSessionsOf } from './session.server.ts'
import { hashOfCode, limitCodes, tryCode } from './sign-in.server.ts'

export const requestMailChange = prepared(
  async (platform, input: { readonly mail: string; readonly language: string }) => {
    const id = platform.newId()
    const code = platform.newCode()
    // The link's place stays filled with something nobody knows: this code has no link.
    const linkHash = platform.hash(platform.newSecret())
    return { ...input, id, code, codeHash: hashOfCode(platform, id, code), linkHash }
  },
  async (work: Work, input): Promise<{ requestId: string }> => {
    const accountId = work.actor.accountId ?? ''
    work.require('account.change-mail', { kind: 'account', id: accountId })
    await limitCodes(work, input.mail)
    await work.tx
      .insertInto('signInCode')
      .values({
        id: input.id,
        accountId,
        mail: input.mail,
        purpose: 'change-mail',
        codeHash: input.codeHash,
        linkHash: input.linkHash,
        createdAt: work.now,
        expiresAt: minutesLater(work.now, codeMinutes),
        tries: 0,
        usedAt: null,
      })
      .execute()
    // The mail is the address's, not the account's: its code must not be read in what the account can take along.
    await queueMail(work, {
      kind: 'new-address',
      address: input.mail,
      accountId: null,
      language: input.language,
      data: newAddressMail(input.code),
    })
    return { requestId: input.id }
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
    const tried = await tryCode(work, 'change-mail', input.requestId, input.codeHash, account.id)
    if (!('mail' in tried)) return { kind: 'refused', refusal: tried.refusal }
    if (await findAccountByMail(work.tx, tried.mail))
      return { kind: 'refused', refusal: refuse('mail_taken') }
    await work.tx.updateTable('signInCode').set({ usedAt: work.now }).where('id', '=', tried.id).execute()
    await changeMail(work, account.id, tried.mail, 'self')
    await endSessionsOf(work, account.id, { which: 'others', sessionId: input.sessionId })
    return { kind: 'changed' }
  },
)

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
