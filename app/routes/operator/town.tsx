import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { describe } from '#app/domain/form.ts'
import { townForm } from '#app/domain/people/operator.form.ts'
import { changeTown } from '#app/domain/people/town.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { ImprintFields } from './imprint-fields.tsx'
import { requireOperator } from './operator-only.server.ts'

export const handle: PageHandle = { voice: 'none', menu: 'account' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  requireOperator(door)
  const { town, imprint } = door.visit.site
  return { title: door.t('operator:town.title'), town, imprint, formKey: door.formKey() }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  requireOperator(door)
  const form = await door.read(townForm)
  if (!form.ok) return door.invalid(form.problems)
  const { town, ...imprint } = form.values
  return door.runAndGo(changeTown, { town, imprint }, () => '/betrieb?meldung=gespeichert')
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function TownPage() {
  const { title, town, imprint, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer()
  return (
    <div className="flow">
      <h1>{title}</h1>
      <Answered />
      <Form className="form" to="/betrieb/stadt" intent="town" idempotencyKey={formKey}>
        <Field
          field={describe(townForm, 'town')}
          label={t('operator:set-up.town')}
          {...kept(answer, 'town', town)}
        />
        <ImprintFields answer={answer} imprint={imprint} />
        <Button>{t('operator:town.save')}</Button>
      </Form>
      <p>
        <Go to="/betrieb">{t('operator:back')}</Go>
      </p>
    </div>
  )
}
