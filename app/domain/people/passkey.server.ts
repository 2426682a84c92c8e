// Passkeys: a second way to sign in for those who want it. A ceremony's challenge is sealed in the page and good for once.
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { fromJson, toJson } from '#db/columns.ts'
import { queueMailTo } from '../notices/outbox.server.ts'
import type { Platform } from '../platform.ts'
import { town } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { minutesLater } from './code.ts'
import { passkeyMail } from './mails.ts'
import { newSessionSecret } from './session.server.ts'
import { type SignInOutcome, signedIn } from './sign-in.server.ts'

/** Takes a tenth of a second to load, which a start need not wait for. */
const passkeys = () => import('@simplewebauthn/server')

const ceremonyMinutes = 10
const mostPasskeys = 10

interface Ceremony {
  readonly challenge: string
  readonly accountId: string | null
  readonly until: string
}

/** What the page hands to the browser, and what comes back with its answer. */
export interface PasskeyPage {
  readonly options: string
  readonly state: string
}

export async function passkeySignInOptions(platform: Platform): Promise<PasskeyPage> {
  const options = await (await passkeys()).generateAuthenticationOptions({
    rpID: new URL(platform.baseUrl).hostname,
    userVerification: 'required',
  })
  return { options: toJson(options), state: sealCeremony(platform, options.challenge, null) }
}

export async function passkeyOptions(
  platform: Platform,
  account: { readonly id: string; readonly name: string; readonly handle: string },
): Promise<PasskeyPage> {
  const known = await platform.database.read
    .selectFrom('passkey')
    .select('credentialId')
    .where('accountId', '=', account.id)
    .execute()
  const options = await (await passkeys()).generateRegistrationOptions({
    rpName: 'Stimmtisch',
    rpID: new URL(platform.baseUrl).hostname,
    userID: new TextEncoder().encode(account.id),
    userName: account.handle,
    userDisplayName: account.name,
    excludeCredentials: known.map((row) => ({ id: row.credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { options: toJson(options), state: sealCeremony(platform, options.challenge, account.id) }
}

export interface PasskeyAnswer {
  readonly state: string
  /** The browser's answer as JSON. */
  readonly response: string
}

export const addPasskey = prepared(
  async (platform, input: PasskeyAnswer & { readonly name: string }, actor) => {
    const ceremony = openCeremony(platform, input.state, actor.accountId)
    const verified = ceremony && (await verifyNew(platform, input.response, ceremony))
    return { name: input.name, verified, claim: ceremony && claimOf(platform, ceremony) }
  },
  async (work: Work, { name, verified, claim }): Promise<void> => {
    const accountId = work.actor.accountId ?? ''
    work.require('account.change', { kind: 'account', id: accountId })
    if (!verified || !claim || !(await claimOnce(work, claim))) throw refuse('passkey_failed')
    const held = await work.tx.selectFrom('passkey').select('id').where('accountId', '=', accountId).execute()
    if (held.length >= mostPasskeys) throw refuse('too_often')
    const added = await work.tx
      .insertInto('passkey')
      .values({ id: work.newId(), accountId, name, createdAt: work.now, ...verified })
      .onConflict((conflict) => conflict.column('credentialId').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) throw refuse('passkey_failed')
    await queueMailTo(work, accountId, { kind: 'passkey', topic: null, data: passkeyMail(name) })
    await work.record({ type: 'account.changed', accountId })
  },
)

export async function removePasskey(work: Work, input: { readonly passkeyId: string }): Promise<void> {
  const accountId = work.actor.accountId ?? ''
  work.require('account.change', { kind: 'account', id: accountId })
  const removed = await work.tx
    .deleteFrom('passkey')
    .where('id', '=', input.passkeyId)
    .where('accountId', '=', accountId)
    .returning('id')
    .executeTakeFirst()
  if (!removed) throw refuse('not_found')
  await work.record({ type: 'account.changed', accountId })
}

/** Never sent with a form's key, since what it gives must not be kept. */
export const signInByPasskey = prepared(
  async (platform, input: PasskeyAnswer & { readonly device: string; readonly replaces: string | null }) => {
    const ceremony = openCeremony(platform, input.state, null)
    const verified = ceremony && (await verifyKnown(platform, input.response, ceremony))
    return {
      device: input.device,
      replaces: input.replaces,
      secret: newSessionSecret(platform),
      verified,
      claim: ceremony && claimOf(platform, ceremony),
    }
  },
  async (work: Work, { verified, claim, ...browser }): Promise<SignInOutcome> => {
    work.require('account.sign-in', town)
    const failed: SignInOutcome = { kind: 'refused', refusal: refuse('passkey_failed') }
    if (!verified || !claim || !(await claimOnce(work, claim))) return failed
    const kept = await work.tx
      .updateTable('passkey')
      .set({ counter: verified.counter })
      .where('id', '=', verified.id)
      .returning('accountId')
      .executeTakeFirst()
    return kept ? signedIn(work, kept.accountId, browser) : failed
  },
)

export function listPasskeys(ask: Ask) {
  return ask.db
    .selectFrom('passkey')
    .select(['id', 'name', 'createdAt'])
    .where('accountId', '=', ask.actor.accountId ?? '')
    .orderBy('createdAt')
    .execute()
}

function sealCeremony(platform: Platform, challenge: string, accountId: string | null): string {
  const until = minutesLater(platform.now(), ceremonyMinutes)
  return platform.seal('passkey', { challenge, accountId, until } satisfies Ceremony)
}

function openCeremony(platform: Platform, state: string, accountId: string | null): Ceremony | null {
  const ceremony = platform.unseal<Ceremony>('passkey', state)
  return ceremony && ceremony.accountId === accountId && ceremony.until > platform.now() ? ceremony : null
}

async function verifyNew(platform: Platform, response: string, { challenge }: Ceremony) {
  try {
    const { registrationInfo } = await (await passkeys()).verifyRegistrationResponse({
      response: fromJson<RegistrationResponseJSON>(response),
      expectedChallenge: challenge,
      expectedOrigin: new URL(platform.baseUrl).origin,
      expectedRPID: new URL(platform.baseUrl).hostname,
      requireUserVerification: true,
    })
    if (!registrationInfo) return null
    const { id, publicKey, counter, transports } = registrationInfo.credential
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: toJson(transports ?? []),
    }
  } catch {
    // Whatever a browser sends that is not a good answer is the same refusal.
    return null
  }
}

async function verifyKnown(platform: Platform, response: string, { challenge }: Ceremony) {
  try {
    const answer = fromJson<AuthenticationResponseJSON>(response)
    const passkey = await platform.database.read
      .selectFrom('passkey')
      .select(['id', 'credentialId', 'publicKey', 'counter'])
      .where('credentialId', '=', String(answer.id))
      .executeTakeFirst()
    if (!passkey) return null
    const { verified, authenticationInfo } = await (await passkeys()).verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: new URL(platform.baseUrl).origin,
      expectedRPID: new URL(platform.baseUrl).hostname,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    })
    return verified ? { id: passkey.id, counter: authenticationInfo.newCounter } : null
  } catch {
    return null
  }
}

interface Claim {
  readonly hash: string
  readonly until: string
}

function claimOf(platform: Platform, { challenge, until }: Ceremony): Claim {
  return { hash: platform.hash(`passkey:${challenge}`), until }
}

/** A challenge answered once is remembered until it would have ended anyway: an answer caught on its way is worth nothing. */
async function claimOnce(work: Work, claim: Claim): Promise<boolean> {
  const first = await work.tx
    .insertInto('signInCode')
    .values({
      id: work.newId(),
      accountId: null,
      mail: '',
      purpose: 'passkey',
      codeHash: '',
      linkHash: claim.hash,
      createdAt: work.now,
      expiresAt: claim.until,
      tries: 0,
      usedAt: work.now,
    })
    .onConflict((conflict) => conflict.column('linkHash').doNothing())
    .returning('id')
    .executeTakeFirst()
  return first !== undefined
}
