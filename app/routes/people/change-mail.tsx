import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Answered, kept } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { describe } from '#app/domain/form.ts'
import { digitsOf } from '#app/domain/people/code.ts'
import { confirmMailChange, proveOwnMail, requestMailChange } from '#app/domain/people/mail-change.server.ts'
import { codeForm, mailForm } from '#app/domain/people/people.form.ts'
import { refuse } from '#app/domain/refusal.ts'
import { type Answer, enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { requireAccount } from './signed-in.server.ts'

export const handle: PageHandle = { menu: 'account' }

interface MailState {
  readonly requestId: string
  /** Whose code is asked for now. */
  readonly of: 'own' | 'new'
  readonly own: string
  readonly mail: string
}

type MailAnswer = Answer & { readonly state?: string } & Partial<Pick<MailState, 'of' | 'own' | 'mail'>>

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  requireAccount(door)
  return { title: door.t('people:mail.title') }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  requireAccount(door)
  return door.intent === 'code' ? confirm(door) : ask(door)
}

async function ask(door: FormDoor) {
  const form = await door.read(mailForm)
  if (!form.ok) return door.invalid(form.problems)
  const limited = await door.limit('sign-in')
  if (limited) return limited
  const outcome = await door.run(requestMailChange, { language: door.lang })
  if (!outcome.ok) return door.refused(outcome.refusal)
  const { requestId, mail: own } = outcome.value
  return codeStep(door, { requestId, of: 'own', own, mail: form.values.mail })
}

/** The code of the present address leads on to that of the new one, and that one changes the address. */
async function confirm(door: FormDoor) {
  const state = door.platform.unseal<MailState>('change-mail', String(door.posted.get('state') ?? ''))
  if (state === null) return door.refused(refuse('code_expired'))
  const form = await door.read(codeForm)
  if (!form.ok) return codeStep(door, state, door.invalid(form.problems))
  const limited = await door.limit('code')
  if (limited) return codeStep(door, state, limited)
  const { requestId } = state
  const code = digitsOf(form.values.code)
  if (state.of === 'own') {
    const outcome = await door.run(proveOwnMail, { requestId, code, mail: state.mail, language: door.lang })
    if (!outcome.ok) return codeStep(door, state, door.refused(outcome.refusal))
    if (outcome.value.kind === 'refused') return codeStep(door, state, door.refused(outcome.value.refusal))
    return codeStep(door, { ...state, of: 'new', requestId: outcome.value.requestId })
  }
  const outcome = await door.run(confirmMailChange, { requestId, code, sessionId: door.visit.sessionId })
  if (!outcome.ok) return codeStep(door, state, door.refused(outcome.refusal))
  if (outcome.value.kind === 'refused') return codeStep(door, state, door.refused(outcome.value.refusal))
  return door.goTo('/konto?meldung=adresse')
}

function codeStep(
  door: FormDoor,
  state: MailState,
  answered?: { readonly data: Answer; readonly init: ResponseInit | null },
) {
  const answer: Answer = answered?.data ?? { intent: null, errors: [], refusal: null, typed: {} }
  return data<MailAnswer>(
    {
      ...answer,
      ...{ of: state.of, own: state.own, mail: state.mail },
      state: door.platform.seal('change-mail', state),
    },
    answered?.init ?? { status: 200 },
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function ChangeMail() {
  const { title } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useActionData<MailAnswer>()
  return (
    <div className="flow">
      <h1>{title}</h1>
      <Answered />
      {answer?.state ? (
        <div className="flow">
          <p className="lead">
            {answer.of === 'own'
              ? t('people:mail.own', { mail: answer.own })
              : t('people:code.lead', { mail: answer.mail })}
          </p>
          <Form key={answer.of} className="form" to="/konto/adresse" intent="code" state={answer.state}>
            <Field
              field={describe(codeForm, 'code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              spellCheck={false}
              label={t('people:code.code')}
              hint={t('people:code.hint')}
              {...kept(answer, 'code')}
            />
            <Button>{answer.of === 'own' ? t('people:mail.next') : t('people:mail.confirm')}</Button>
          </Form>
        </div>
      ) : (
        <div className="flow">
          <p className="lead">{t('people:mail.lead')}</p>
          <Form className="form" to="/konto/adresse" intent="mail">
            <Field
              field={describe(mailForm, 'mail')}
              type="email"
              autoComplete="email"
              label={t('people:mail.new')}
              {...kept(answer, 'mail')}
            />
            <Button>{t('people:sign-in.send')}</Button>
          </Form>
        </div>
      )}
      <p>
        <Go to="/konto">{t('people:back')}</Go>
      </p>
    </div>
  )
}
