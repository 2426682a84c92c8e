import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { describe } from '#app/domain/form.ts'
import { appealByWord } from '#app/domain/moderation/appeal.server.ts'
import { guestAppealForm } from '#app/domain/moderation/moderation.form.ts'
import { isNumber } from '#app/domain/numbers.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'citizens', menu: 'ideas' }

/** Says nothing of the idea: whether it is there at all only the secret word tells. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const number = Number(door.params.number)
  if (!isNumber(number)) throw door.refuse('not_found')
  return {
    title: door.t('moderation:guest-appeal.title', { number }),
    number,
    sent: door.url.searchParams.get('meldung') === 'widersprochen',
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const form = await door.read(guestAppealForm)
  if (!form.ok) return door.invalid(form.problems)
  const limited = await door.limit('code')
  if (limited) return limited
  const ideaNumber = Number(door.params.number)
  return door.runAndGo(
    appealByWord,
    { ideaNumber, ...form.values },
    () => `/ideen/${ideaNumber}/widerspruch?meldung=widersprochen`,
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function GuestAppeal() {
  const { title, number, sent, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer()
  return (
    <div className="flow">
      <h1>{title}</h1>
      {sent ? (
        <Alert state="done" role="status" title={t('moderation:guest-appeal.sent')} />
      ) : (
        <>
          <p className="lead">{t('moderation:guest-appeal.lead')}</p>
          <Answered />
          <Form to={`/ideen/${number}/widerspruch`} idempotencyKey={formKey} className="flow">
            <Field
              field={describe(guestAppealForm, 'secret')}
              label={t('moderation:guest-appeal.secret')}
              hint={t('moderation:guest-appeal.secret-hint')}
              autoComplete="off"
              spellCheck={false}
              {...kept(answer, 'secret')}
            />
            <Field
              kind="textarea"
              field={describe(guestAppealForm, 'text')}
              label={t('moderation:guest-appeal.text')}
              {...kept(answer, 'text')}
            />
            <Button>{t('moderation:guest-appeal.send')}</Button>
          </Form>
        </>
      )}
    </div>
  )
}
