import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Time } from '#app/components/time.tsx'
import { describe } from '#app/domain/form.ts'
import { getOwnAccount } from '#app/domain/people/account.server.ts'
import { addPasskey, listPasskeys, passkeyOptions, removePasskey } from '#app/domain/people/passkey.server.ts'
import { passkeyForm } from '#app/domain/people/people.form.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { PasskeyScript } from './passkey-script.tsx'
import { requireAccount } from './signed-in.server.ts'

export const handle: PageHandle = { menu: 'account' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  requireAccount(door)
  return {
    title: door.t('people:passkey.title'),
    passkeys: await listPasskeys(door.ask),
    page: await passkeyOptions(door.platform, await getOwnAccount(door.ask)),
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  requireAccount(door)
  if (door.intent === 'remove') {
    const passkeyId = String(door.posted.get('passkeyId') ?? '')
    return door.runAndGo(removePasskey, { passkeyId }, () => '/konto/passkeys')
  }
  const form = await door.read(passkeyForm)
  if (!form.ok) return door.invalid(form.problems)
  const state = String(door.posted.get('state') ?? '')
  return door.runAndGo(addPasskey, { ...form.values, state }, () => '/konto/passkeys')
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Passkeys() {
  const { title, passkeys, page, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer('add')
  return (
    <div className="flow">
      <h1>{title}</h1>
      <Answered />
      <p className="lead">{t('people:passkey.lead')}</p>
      {passkeys.length === 0 && <p>{t('people:passkey.none')}</p>}
      <ul>
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <strong>{passkey.name}</strong>, {t('people:passkey.since')}{' '}
            <Time at={passkey.createdAt} as="date" />
            <Form to="/konto/passkeys" intent="remove" idempotencyKey={`${formKey}:${passkey.id}`}>
              <input type="hidden" name="passkeyId" value={passkey.id} />
              <Button kind="text">
                {t('people:passkey.remove')}
                <span className="hidden-text">: {passkey.name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <h2>{t('people:passkey.add-title')}</h2>
      <p data-without-passkey="add">{t('people:passkey.without-script')}</p>
      <Form
        to="/konto/passkeys"
        intent="add"
        state={page.state}
        data-passkey="add"
        data-options={page.options}
        hidden
      >
        <input type="hidden" name="response" value="" />
        <Field
          field={describe(passkeyForm, 'name')}
          label={t('people:passkey.name')}
          hint={t('people:passkey.name-hint')}
          {...kept(answer, 'name')}
        />
        <p hidden data-failed role="alert" tabIndex={-1} className="error">
          {t('people:passkey.failed')}
        </p>
        <Button>{t('people:passkey.add')}</Button>
      </Form>
      <PasskeyScript />
      <p>
        <Go to="/konto">{t('people:back')}</Go>
      </p>
    </div>
  )
}
