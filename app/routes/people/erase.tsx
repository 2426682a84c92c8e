import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Answered, kept } from '#app/components/answered.tsx'
import { Actions, Button, ButtonLink } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { describe } from '#app/domain/form.ts'
import { countOwnTexts, eraseAccount } from '#app/domain/people/erase.server.ts'
import { eraseForm, type TextChoice } from '#app/domain/people/people.form.ts'
import { type Answer, enter, enterWithForm } from '#app/http/door.server.ts'
import { signedOutHeaders } from '#app/http/session-cookie.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { requireAccount } from './signed-in.server.ts'

export const handle: PageHandle = { menu: 'account' }

type EraseAnswer = Answer & { readonly check?: TextChoice }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  requireAccount(door)
  return { title: door.t('people:erase.title'), own: await countOwnTexts(door.ask) }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  requireAccount(door)
  const form = await door.read(eraseForm)
  if (!form.ok) return door.invalid(form.problems)
  if (door.intent !== 'erase') {
    return data<EraseAnswer>({
      intent: 'check',
      errors: [],
      refusal: null,
      typed: {},
      check: form.values.texts,
    })
  }
  const outcome = await door.run(eraseAccount, form.values)
  if (!outcome.ok) return door.refused(outcome.refusal)
  return door.goTo('/anmelden?meldung=geloescht', {
    headers: signedOutHeaders(door.platform.baseUrl),
  })
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Erase() {
  const { title, own } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useActionData<EraseAnswer>()
  const check = answer?.check
  return (
    <div className="flow">
      <h1>{title}</h1>
      <ProgressSteps at={check ? 2 : 1} />
      <Answered />
      {check ? (
        <div className="flow">
          <p className="lead">{t('people:erase.check')}</p>
          <ul>
            <li>{t('people:erase.what-account')}</li>
            <li>{t(`people:erase.what-${check}`)}</li>
            <li>{t('people:erase.what-stays')}</li>
            <li>{t('people:erase.forever')}</li>
          </ul>
          <Form to="/konto/loeschen" intent="erase">
            <input type="hidden" name="texts" value={check} />
            <Actions>
              <Button>{t('people:erase.send')}</Button>
              <ButtonLink kind="quiet" to="/konto">
                {t('people:erase.keep')}
              </ButtonLink>
            </Actions>
          </Form>
        </div>
      ) : (
        <div className="flow">
          <p className="lead">{t('people:erase.lead')}</p>
          <p>
            {t('people:erase.ideas', { count: own.ideas })}{' '}
            {t('people:erase.contributions', { count: own.contributions })}
          </p>
          <Form className="form" to="/konto/loeschen" intent="check">
            <Field
              field={describe(eraseForm, 'texts')}
              kind="radios"
              label={t('people:erase.texts')}
              options={[
                { value: 'remove', label: t('people:erase.remove'), hint: t('people:erase.remove-hint') },
                { value: 'leave', label: t('people:erase.leave'), hint: t('people:erase.leave-hint') },
              ]}
              {...kept(answer, 'texts')}
            />
            <Actions>
              <Button>{t('people:erase.next')}</Button>
              <ButtonLink kind="quiet" to="/konto">
                {t('people:erase.keep')}
              </ButtonLink>
            </Actions>
          </Form>
        </div>
      )}
    </div>
  )
}
