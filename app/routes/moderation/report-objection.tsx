import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { describe } from '#app/domain/form.ts'
import { appealForm } from '#app/domain/moderation/moderation.form.ts'
import { objectToDecision, reportOfKey } from '#app/domain/moderation/report.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'none' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const key = door.url.searchParams.get('k') ?? ''
  if (reportOfKey(door.platform, key) === null) throw door.refuse('link_not_valid')
  return { title: door.t('moderation:objection.title'), key, formKey: door.formKey() }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const form = await door.read(appealForm)
  if (!form.ok) return door.invalid(form.problems)
  const limited = await door.limit('report')
  if (limited) return limited
  const key = door.url.searchParams.get('k') ?? ''
  return door.runAndGo(
    objectToDecision,
    { key, ...form.values },
    ({ number }) => `/melden?quittung=${number}`,
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function ReportObjection() {
  const { title, key, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer()
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{t('moderation:objection.lead')}</p>
      <Answered />
      <Form to={`/melden/widerspruch?k=${encodeURIComponent(key)}`} idempotencyKey={formKey} className="flow">
        <Field
          kind="textarea"
          field={describe(appealForm, 'text')}
          label={t('moderation:objection.text')}
          {...kept(answer, 'text')}
        />
        <Button>{t('moderation:objection.send')}</Button>
      </Form>
    </div>
  )
}
