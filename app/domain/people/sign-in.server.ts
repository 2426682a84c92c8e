// Signing in by a code or a link that came by mail. Whether an address has an account shows only to who reads its mail.

import { takeInvitedSeats } from '../bodies/invite.server.ts'
import { codeMail } from '../notices/mail.ts'
import { queueMail } from '../notices/outbox.server.ts'
import type { Platform } from '../platform.ts'
import { town } from '../policy.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { findAccountByMail, writeAccount } from './account.server.ts'
import { type AgeAnswer, ageBandOf } from './account.ts'
import { afterWrongTry, codeMinutes, codesAnHour, minutesLater, openingMinutes, whyClosed } from './code.ts'
import { createSession, endOne, newSessionSecret, type SessionSecret } from './session.server.ts'

export interface SignInRequest {
  readonly mail: string
  readonly language: string
  /** The address of the page a link opens, such as https://…/anmelden/link; the secret is put behind it. */
  readonly linkPage: string
  /** What stands behind the secret, such as '?zurueck=/ideen'. */
  readonly linkEnd: string
}

/** Sends a code and a link. The answer is the same for every address. */
export const requestSignIn = prepared(
  async (platform, input: SignInRequest) => {
    const id = platform.newId()
    const code = platform.newCode()
    const link = platform.newSecret()
    return {
      ...input,
      id,
      code,
      link,
      codeHash: hashOfCode(platform, id, code),
      linkHash: platform.hash(link),
    }
  },
  async (work: Work, input): Promise<{ requestId: string }> => {
    work.require('account.sign-in', town)
    await clearOldCodes(work)
    await limitCodes(work, input.mail)
    await work.tx
      .insertInto('signInCode')
      .values({
        id: input.id,
        accountId: null,
        mail: input.mail,
        purpose: 'sign-in',
        codeHash: input.codeHash,
        linkHash: input.linkHash,
        createdAt: work.now,
        expiresAt: minutesLater(work.now, codeMinutes),
        tries: 0,
        usedAt: null,
      })
      .execute()
    await queueMail(work, {
      kind: 'code',
      address: input.mail,
      accountId: null,
      language: input.language,
      data: codeMail(input.code, `${input.linkPage}/${input.link}${input.linkEnd}`, codeMinutes),
    })
    return { requestId: input.id }
  },
)

/** What a try gave. A refusal is a value here: a wrong try must stay counted, so nothing is rolled back. */
export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly token: string; readonly accountId: string }
  | { readonly kind: 'opening'; readonly requestId: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

interface Browser {
  readonly device: string
  /** The session the browser brought along; it ends. */
  readonly replaces: string | null
}

/** Never sent with a form's key, since what it gives must not be kept. */
export const signInByCode = prepared(
  async (platform, input: Browser & { readonly requestId: string; readonly code: string }) => ({
    ...input,
    codeHash: hashOfCode(platform, input.requestId, input.code),
    secret: newSessionSecret(platform),
  }),
  async (work: Work, input): Promise<SignInOutcome> => {
    work.require('account.sign-in', town)
    const tried = await tryCode(work, 'sign-in', input.requestId, input.codeHash)
    return 'mail' in tried ? finish(work, tried, input) : { kind: 'refused', refusal: tried.refusal }
  },
)

export const signInByLink = prepared(
  async (platform, input: Browser & { readonly link: string }) => ({
    ...input,
    linkHash: platform.hash(input.link),
    secret: newSessionSecret(platform),
  }),
  async (work: Work, input): Promise<SignInOutcome> => {
    work.require('account.sign-in', town)
    const code = await work.tx
      .selectFrom('signInCode')
      .select(['id', 'mail'])
      .where('linkHash', '=', input.linkHash)
      .where('purpose', '=', 'sign-in')
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', work.now)
      .$if(work.platform.database.kind === 'postgres', (q) => q.forUpdate())
      .executeTakeFirst()
    if (!code) return { kind: 'refused', refusal: refuse('link_not_valid') }
    return finish(work, code, input)
  },
)

export interface Opening extends Browser {
  readonly requestId: string
  readonly name: string
  readonly age: AgeAnswer
  readonly district: string | null
  readonly language: string
}

/** The first questions answered: the account is made. Who is too young leaves nothing behind. */
export const openOwnAccount = prepared(
  async (platform, input: Opening) => ({ ...input, secret: newSessionSecret(platform) }),
  async (work: Work, input): Promise<SignInOutcome> => {
    work.require('account.sign-in', town)
    const code = await work.tx
      .updateTable('signInCode')
      .set({ usedAt: work.now })
      .where('id', '=', input.requestId)
      .where('purpose', '=', 'opening')
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', work.now)
      .returning('mail')
      .executeTakeFirst()
    if (!code) return { kind: 'refused', refusal: refuse('code_expired') }
    if (input.age === 'younger') {
      await work.tx.deleteFrom('signInCode').where('mail', '=', code.mail).execute()
      await work.tx
        .deleteFrom('mail')
        .where('address', '=', code.mail)
        .where('accountId', 'is', null)
        .execute()
      return { kind: 'refused', refusal: refuse('too_young') }
    }
    const { accountId } = await writeAccount(work, {
      ...input,
      ageBand: ageBandOf(input.age),
      mail: code.mail,
    })
    await takeInvitedSeats(work, { accountId, mail: code.mail })
    return signedIn(work, accountId, input)
  },
)

/**
 * Takes the right code once: the account's session begins, or the first questions do. Those go on under an id that only this
 * answer tells: whoever asked for the code knows the old one, and that may be somebody else.
 */
async function finish(
  work: Work,
  code: { readonly id: string; readonly mail: string },
  browser: Browser & { readonly secret: SessionSecret },
): Promise<SignInOutcome> {
  const account = await findAccountByMail(work.tx, code.mail)
  const openingId = work.newId()
  const taken = await work.tx
    .updateTable('signInCode')
    .set(
      account
        ? { usedAt: work.now }
        : { id: openingId, purpose: 'opening', expiresAt: minutesLater(work.now, openingMinutes) },
    )
    .where('id', '=', code.id)
    .where('purpose', '=', 'sign-in')
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!taken) return { kind: 'refused', refusal: refuse('code_expired') }
  return account ? signedIn(work, account.id, browser) : { kind: 'opening', requestId: openingId }
}

/** The browser's earlier session ends, a new one begins. */
export async function signedIn(
  work: Work,
  accountId: string,
  { device, replaces, secret }: Browser & { readonly secret: SessionSecret },
): Promise<SignInOutcome> {
  await endOne(work, replaces)
  await createSession(work, accountId, device, secret)
  await work.record({ type: 'account.signed-in', accountId })
  return { kind: 'signed-in', token: secret.token, accountId }
}

/** Counts the try and compares. Two tries at once are counted one after the other. */
export async function tryCode(
  work: Work,
  purpose: 'sign-in' | 'change-mail' | 'new-mail',
  id: string,
  codeHash: string,
  accountId: string | null = null,
): Promise<{ readonly id: string; readonly mail: string } | { readonly refusal: Refusal }> {
  const kept = await work.tx
    .selectFrom('signInCode')
    .select(['id', 'mail', 'codeHash', 'tries', 'usedAt', 'expiresAt'])
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('accountId', accountId === null ? 'is' : '=', accountId)
    .$if(work.platform.database.kind === 'postgres', (q) => q.forUpdate())
    .executeTakeFirst()
  const closed = whyClosed(kept, work.now)
  if (closed !== null || kept === undefined) return { refusal: closed ?? refuse('code_expired') }
  const tries = kept.tries + 1
  await work.tx.updateTable('signInCode').set({ tries }).where('id', '=', id).execute()
  return kept.codeHash === codeHash ? { id, mail: kept.mail } : { refusal: afterWrongTry(tries) }
}

/** A code is kept mixed with its own request: the same six digits look different each time. */
export function hashOfCode(platform: Pick<Platform, 'hash'>, requestId: string, code: string): string {
  return platform.hash(`${requestId}:${code}`)
}

export async function limitCodes(work: Work, mail: string): Promise<void> {
  const { count } = await work.tx
    .selectFrom('signInCode')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('mail', '=', mail)
    .where('createdAt', '>', minutesLater(work.now, -60))
    .executeTakeFirstOrThrow()
  if (Number(count) >= codesAnHour) throw refuse('too_often')
}

/** Codes a day past their end, and sessions a month past theirs, are nobody's business any more. */
export async function clearOldCodes(work: Work): Promise<void> {
  await work.tx
    .deleteFrom('signInCode')
    .where('expiresAt', '<', minutesLater(work.now, -24 * 60))
    .execute()
  const aMonthAgo = minutesLater(work.now, -30 * 24 * 60)
  await work.tx
    .deleteFrom('session')
    .where((eb) => eb.or([eb('expiresAt', '<', aMonthAgo), eb('endedAt', '<', aMonthAgo)]))
    .execute()
}
