import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { describe } from '#app/domain/form.ts'
import { mailTopics, mailWishes } from '#app/domain/notices/mail.ts'
import { listWishes, setWishes } from '#app/domain/notices/news.server.ts'
import { wishesForm } from '#app/domain/notices/wishes.form.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { menu: 'account' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  if (door.actor.kind !== 'account') throw door.refuse('sign_in_first')
  return {
    title: door.t('notices:post.title'),
    wishes: await listWishes(door.ask),
    saved: door.url.searchParams.get('meldung') === 'gespeichert',
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const form = await door.read(wishesForm)
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(setWishes, form.values, () => '/konto/post?meldung=gespeichert')
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Post() {
  const { title, wishes, saved, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer()
  const options = mailWishes.map((wish) => ({ value: wish, label: t(`notices:post.wish.${wish}`) }))
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{t('notices:post.lead')}</p>
      {saved && <Alert state="done" title={t('notices:post.saved')} role="status" />}
      <Answered />
      <Form to="/konto/post" idempotencyKey={formKey}>
        {mailTopics.map((topic) => (
          <Field
            key={topic}
            kind="radios"
            field={describe(wishesForm, topic)}
            label={t(`notices:post.topic.${topic}`)}
            options={options}
            {...kept(answer, topic, wishes[topic])}
          />
        ))}
        <p>{t('notices:post.always')}</p>
        <Button>{t('notices:post.save')}</Button>
      </Form>
    </>
  )
}
