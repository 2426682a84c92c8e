import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { type MailTopic, mailTopics } from '#app/domain/notices/mail.ts'
import { unsubscribe } from '#app/domain/notices/news.server.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const done = door.url.searchParams.get('meldung') === 'abbestellt'
  const topic = done ? null : sealedTopic(door).topic
  return {
    title: door.t('notices:unsubscribe.title'),
    seal: door.url.searchParams.get('k') ?? '',
    topic,
    done,
  }
}

/** A mail program posts here by itself (RFC 8058); a person sees the button first. */
export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  return door.runAndGo(unsubscribe, sealedTopic(door), () => '/abbestellen?meldung=abbestellt')
}

function sealedTopic(door: Pick<Door, 'platform' | 'url' | 'refuse'>): {
  accountId: string
  topic: MailTopic
} {
  const value = door.platform.unseal<{ accountId: string; topic: string }>(
    'unsubscribe',
    door.url.searchParams.get('k') ?? '',
  )
  const topic = mailTopics.find((known) => known === value?.topic)
  if (!value || !topic) throw door.refuse('link_not_valid')
  return { accountId: value.accountId, topic }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Unsubscribe() {
  const { title, seal, topic, done } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <>
      <h1>{title}</h1>
      <Answered />
      {done || topic === null ? (
        <Alert state="done" title={t('notices:unsubscribe.done')} role="status">
          <p>
            <Go to="/konto/post">{t('notices:unsubscribe.undo')}</Go>
          </p>
        </Alert>
      ) : (
        <>
          <p className="lead">{t('notices:unsubscribe.lead', { topic: t(`notices:post.topic.${topic}`) })}</p>
          <Form to={`/abbestellen?k=${encodeURIComponent(seal)}`}>
            <Button>{t('notices:unsubscribe.button')}</Button>
          </Form>
        </>
      )}
    </>
  )
}
