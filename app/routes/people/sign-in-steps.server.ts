// What the steps of signing in hand from one to the next: sealed in the page, never in a cookie.
import { data } from '@remix-run/node'
import { deviceOf } from '#app/domain/people/device.ts'
import type { SignInOutcome } from '#app/domain/people/sign-in.server.ts'
import type { Outcome } from '#app/domain/run.server.ts'
import type { Answer, FormDoor } from '#app/http/door.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'

export interface SignInState {
  readonly requestId: string
  readonly mail: string
  readonly back: string | null
}

export type SignInStep = 'mail' | 'code' | 'open'

export interface SignInAnswer extends Answer {
  readonly step?: SignInStep
  readonly state?: string
  readonly mail?: string
  readonly back?: string | null
}

/** The browser as the deeds want it: what to call it, and the session it brought along. */
export function browserOf(door: FormDoor, request: Request) {
  return { device: deviceOf(request.headers.get('user-agent')), replaces: door.visit.sessionId }
}

/** The page again at this step, with what the next post must bring. */
export function stepAgain(
  door: FormDoor,
  step: SignInStep,
  state: SignInState,
  answered?: { readonly data: Answer; readonly init: ResponseInit | null },
) {
  const answer: Answer = answered?.data ?? { intent: null, errors: [], refusal: null, typed: {} }
  return data<SignInAnswer>(
    {
      ...answer,
      typed: {},
      step,
      mail: state.mail,
      back: state.back,
      state: door.platform.seal('sign-in', state),
      ...(answered ? { typed: withoutSecrets(answer.typed) } : {}),
    },
    answered?.init ?? { status: 200 },
  )
}

/** Signed in, on to the first questions, or the same step with the reason. */
export function outcomePage(
  door: FormDoor,
  step: SignInStep,
  state: SignInState,
  outcome: Outcome<SignInOutcome>,
) {
  if (!outcome.ok) return stepAgain(door, step, state, door.refused(outcome.refusal))
  switch (outcome.value.kind) {
    case 'refused': {
      const { refusal } = outcome.value
      door.platform.log('info', 'Somebody could not sign in.', { reason: refusal.reason, step })
      const next = refusal.reason === 'too_young' || refusal.reason === 'passkey_failed' ? 'mail' : step
      return stepAgain(door, next, state, door.refused(refusal))
    }
    case 'opening':
      return stepAgain(door, 'open', { ...state, requestId: outcome.value.requestId })
    case 'signed-in':
      return door.goTo(state.back ?? (step === 'open' ? '/konto?meldung=willkommen' : '/fuer-sie'), {
        headers: { 'Set-Cookie': sessionCookie(outcome.value.token, door.platform.baseUrl) },
      })
  }
}

function withoutSecrets(typed: Answer['typed']): Answer['typed'] {
  const { response, state, ...rest } = typed
  return rest
}
