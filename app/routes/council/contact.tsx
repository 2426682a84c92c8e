import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { readContact, saveContact } from '#app/domain/council/contact.server.ts'
import { contactForm } from '#app/domain/council/statement.form.ts'
import { describe } from '#app/domain/form.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { InnerHead } from './inner-head.tsx'
import { enterInside, enterInsideWithForm } from './inside-only.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

const here = '/sprecherrat/intern/verantwortlich'

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args, 'council.change')
  return {
    title: door.t('council:contact.title'),
    saved: door.url.searchParams.has('meldung'),
    formKey: door.formKey(),
    contact: await readContact(door.ask),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterInsideWithForm(args, 'council.change')
  const form = await door.read(contactForm)
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(saveContact, form.values, () => `${here}?meldung=ja`)
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Contact() {
  const { title, saved, formKey, contact } = useLoaderData<typeof loader>()
  const answer = useAnswer()
  const { t } = useWords()
  return (
    <div className="flow">
      <InnerHead title={title} />
      {saved && <Alert state="done" role="status" title={t('council:contact.saved')} />}
      <Answered />
      <p className="lead">{t('council:contact.lead')}</p>
      <Form to={here} intent="save" idempotencyKey={formKey} className="flow">
        <Field
          field={describe(contactForm, 'name')}
          label={t('council:contact.name')}
          {...kept(answer, 'name', contact?.name)}
        />
        <Field
          field={describe(contactForm, 'address')}
          kind="textarea"
          rows={3}
          label={t('council:contact.address')}
          {...kept(answer, 'address', contact?.address)}
        />
        <Field
          field={describe(contactForm, 'mail')}
          type="email"
          label={t('council:contact.mail')}
          {...kept(answer, 'mail', contact?.mail)}
        />
        <Field
          field={describe(contactForm, 'note')}
          kind="textarea"
          rows={4}
          label={t('council:contact.note')}
          hint={t('council:contact.note-hint')}
          {...kept(answer, 'note', contact?.note)}
        />
        <Button>{t('council:contact.save')}</Button>
      </Form>
    </div>
  )
}
