import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept } from '#app/components/answered.tsx'
import { Actions, Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { describe } from '#app/domain/form.ts'
import { listDistrictsByName } from '#app/domain/goals/town.ts'
import { digitsOf } from '#app/domain/people/code.ts'
import { passkeySignInOptions, signInByPasskey } from '#app/domain/people/passkey.server.ts'
import { codeForm, mailForm, openingForm } from '#app/domain/people/people.form.ts'
import { openOwnAccount, requestSignIn, signInByCode } from '#app/domain/people/sign-in.server.ts'
import { wayBack } from '#app/domain/people/way-back.ts'
import { refuse } from '#app/domain/refusal.ts'
import { enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { addressIn } from '#app/i18n/address.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { FirstQuestions } from './first-questions.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import {
  browserOf,
  outcomePage,
  type SignInAnswer,
  type SignInState,
  stepAgain,
} from './sign-in-steps.server.ts'

export const handle: PageHandle = { menu: 'account' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const back = wayBack(door.url.searchParams.get('zurueck'))
  if (door.actor.kind === 'account') throw redirect(addressIn(door.lang, back ?? '/konto'), 303)
  return {
    title: door.t('people:sign-in.title'),
    back,
    signedOut: door.url.searchParams.get('meldung') === 'abgemeldet',
    erased: door.url.searchParams.get('meldung') === 'geloescht',
    districts: listDistrictsByName(door.platform.town).map(({ slug, name }) => ({ slug, name })),
    passkey: await passkeySignInOptions(door.platform),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  switch (door.intent) {
    case 'mail':
      return sendCode(door)
    case 'code':
      return tryCode(door, args.request)
    case 'open':
      return open(door, args.request)
    case 'passkey':
      return byPasskey(door, args.request)
    default:
      throw door.refuse('not_found')
  }
}

async function sendCode(door: FormDoor) {
  const form = await door.read(mailForm)
  if (!form.ok) return door.invalid(form.problems)
  const limited = await door.limit('sign-in', 'network')
  if (limited) return limited
  const { mail } = form.values
  const back = wayBack(String(door.posted.get('zurueck') ?? ''))
  const outcome = await door.run(requestSignIn, {
    mail,
    language: door.lang,
    linkPage: door.platform.baseUrl + addressIn(door.lang, '/anmelden/link'),
    linkEnd: back === null ? '' : `?zurueck=${encodeURIComponent(back)}`,
  })
  if (!outcome.ok) return door.refused(outcome.refusal)
  const state: SignInState = { requestId: outcome.value.requestId, mail, back }
  return stepAgain(door, 'code', state)
}

async function tryCode(door: FormDoor, request: Request) {
  const state = door.platform.unseal<SignInState>('sign-in', String(door.posted.get('state') ?? ''))
  if (state === null) return door.refused(refuse('code_expired'))
  const form = await door.read(codeForm)
  if (!form.ok) return stepAgain(door, 'code', state, door.invalid(form.problems))
  const code = digitsOf(form.values.code)
  if (code.length !== 6) {
    return stepAgain(door, 'code', state, door.invalid({ code: { error: 'too_short', min: 6 } }))
  }
  const limited = await door.limit('code', 'network')
  if (limited) return stepAgain(door, 'code', state, limited)
  const outcome = await door.runUnkept(signInByCode, {
    ...browserOf(door, request),
    requestId: state.requestId,
    code,
  })
  return outcomePage(door, 'code', state, outcome)
}

async function open(door: FormDoor, request: Request) {
  const state = door.platform.unseal<SignInState>('sign-in', String(door.posted.get('state') ?? ''))
  if (state === null) return door.refused(refuse('code_expired'))
  const form = await door.read(openingForm)
  if (!form.ok) return stepAgain(door, 'open', state, door.invalid(form.problems))
  const limited = await door.limit('code', 'network')
  if (limited) return stepAgain(door, 'open', state, limited)
  const { name, age, district } = form.values
  const known = door.platform.town.districts.some((one) => one.slug === district)
  const outcome = await door.runUnkept(openOwnAccount, {
    ...browserOf(door, request),
    requestId: state.requestId,
    name,
    age,
    district: known ? district : null,
    language: door.lang,
  })
  return outcomePage(door, 'open', state, outcome)
}

async function byPasskey(door: FormDoor, request: Request) {
  const limited = await door.limit('code', 'network')
  if (limited) return limited
  const outcome = await door.runUnkept(signInByPasskey, {
    ...browserOf(door, request),
    state: String(door.posted.get('state') ?? ''),
    response: String(door.posted.get('response') ?? ''),
  })
  return outcomePage(
    door,
    'mail',
    { requestId: '', mail: '', back: wayBack(String(door.posted.get('zurueck') ?? '')) },
    outcome,
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function SignIn() {
  const { title, back, signedOut, erased, passkey, districts } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useActionData<SignInAnswer>()
  const step = answer?.step ?? 'mail'
  return (
    <div className="flow">
      <h1>{step === 'open' ? t('people:opening.title') : title}</h1>
      {signedOut && !answer && <Alert state="done" title={t('people:sign-out.done')} role="status" />}
      {erased && !answer && <Alert state="done" title={t('people:erase.done')} role="status" />}
      <Answered />
      {step === 'mail' && (
        <div className="flow">
          <p className="lead">{t('people:sign-in.lead')}</p>
          <Form className="form" to="/anmelden" intent="mail">
            {back && <input type="hidden" name="zurueck" value={back} />}
            <Field
              field={describe(mailForm, 'mail')}
              type="email"
              autoComplete="email"
              label={t('people:sign-in.mail')}
              hint={t('people:sign-in.mail-hint')}
              {...kept(answer, 'mail')}
            />
            <Button>{t('people:sign-in.send')}</Button>
          </Form>
          <PasskeySignIn {...passkey} back={back} />
        </div>
      )}
      {step === 'code' && answer && <CodeStep answer={answer} />}
      {step === 'open' && answer && <FirstQuestions answer={answer} districts={districts} />}
    </div>
  )
}

function CodeStep({ answer }: { readonly answer: SignInAnswer }) {
  const { t } = useWords()
  return (
    <div className="flow">
      <p className="lead">{t('people:code.lead', { mail: answer.mail })}</p>
      <Form className="form" to="/anmelden" intent="code" state={answer.state}>
        <Field
          field={describe(codeForm, 'code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          label={t('people:code.code')}
          hint={t('people:code.hint')}
          {...kept(answer, 'code')}
        />
        <Button>{t('people:code.send')}</Button>
      </Form>
      <h2>{t('people:code.none')}</h2>
      <p>{t('people:code.none-more')}</p>
      <Form to="/anmelden" intent="mail">
        <input type="hidden" name="mail" value={answer.mail} />
        {answer.back && <input type="hidden" name="zurueck" value={answer.back} />}
        <Actions>
          <Button kind="quiet">{t('people:code.again')}</Button>
        </Actions>
      </Form>
    </div>
  )
}
