import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { system } from '#app/domain/actor.ts'
import { describe } from '#app/domain/form.ts'
import { deviceOf } from '#app/domain/people/device.ts'
import { setUpForm } from '#app/domain/people/operator.form.ts'
import { checkSetUpLink, setUpTown } from '#app/domain/people/town.server.ts'
import { run } from '#app/domain/run.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { ImprintFields } from './imprint-fields.tsx'

export const handle: PageHandle = { voice: 'none' }

/** The link in the address is the right to do this: whoever started the process read it in the terminal. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const link = door.params.token ?? ''
  const checked = await run(door.platform, system, checkSetUpLink, { link })
  if (!checked.ok) throw door.refuse(checked.refusal.reason)
  return {
    title: door.t('operator:set-up.title'),
    path: `/einrichten/${encodeURIComponent(link)}`,
    town: door.platform.town.name,
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const limited = await door.limit('code', 'network')
  if (limited) return limited
  const form = await door.read(setUpForm)
  if (!form.ok) return door.invalid(form.problems)
  const { town, name, ownMail, ...imprint } = form.values
  const outcome = await door.runUnkept(
    setUpTown,
    {
      link: door.params.token ?? '',
      town,
      name,
      mail: ownMail,
      imprint,
      language: door.lang,
      device: deviceOf(args.request.headers.get('user-agent')),
    },
    system,
  )
  if (!outcome.ok) return door.refused(outcome.refusal)
  return door.goTo('/betrieb?meldung=eingerichtet', {
    headers: { 'Set-Cookie': sessionCookie(outcome.value.token, door.platform.baseUrl) },
  })
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function SetUp() {
  const { title, path, town } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer()
  return (
    <div className="flow">
      <h1>{title}</h1>
      <Answered />
      <p className="lead">{t('operator:set-up.lead')}</p>
      <Form className="form" to={path} intent="set-up">
        <Field
          field={describe(setUpForm, 'town')}
          label={t('operator:set-up.town')}
          {...kept(answer, 'town', town)}
        />
        <fieldset>
          <legend>
            <h2>{t('operator:set-up.you')}</h2>
          </legend>
          <Field
            field={describe(setUpForm, 'name')}
            autoComplete="name"
            label={t('operator:set-up.name')}
            {...kept(answer, 'name')}
          />
          <Field
            field={describe(setUpForm, 'ownMail')}
            type="email"
            autoComplete="email"
            label={t('operator:set-up.mail')}
            hint={t('operator:set-up.mail-hint')}
            {...kept(answer, 'ownMail')}
          />
        </fieldset>
        <ImprintFields answer={answer} />
        <Button>{t('operator:set-up.send')}</Button>
      </Form>
    </div>
  )
}
