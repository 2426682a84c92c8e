import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import { findSecondSigner, nameSecondSigner } from '#app/domain/polls/ballots/second-signer.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { findLed } from './paper-actions.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'polls' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await findLed(door)
  const second = await findSecondSigner(door.ask.db, poll.id)
  return {
    title: door.t('ballots:second.title', { question: poll.question }),
    number: poll.number,
    question: poll.question,
    space: poll.space,
    named: second?.name ?? null,
    formKey: door.formKey(),
    mayName: poll.state === 'announced' && poll.secrecy === 'blind',
    saved: door.url.searchParams.has('meldung'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const poll = await findLed(door)
  const form = await door.read({ card: { type: 'text', min: 0, max: 3_000, lines: 'many' } })
  if (!form.ok) return door.invalid(form.problems)
  const back = () => `/abstimmungen/${poll.number}/unterschrift?meldung=1`
  return door.runAndGo(nameSecondSigner, { pollId: poll.id, ...form.values }, back)
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function SecondSignerPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useAnswer()
  const { t } = useWords()
  return (
    <div className="flow" data-voice={voiceOf(page.space)}>
      <h1>{page.title}</h1>
      <Answered />
      {page.saved && <Alert state="done" role="status" title={t('ballots:second.saved')} />}
      <p className="lead">{t('ballots:second.lead')}</p>
      <p>
        <strong>
          {page.named === null ? t('ballots:second.none') : t('ballots:second.named', { name: page.named })}
        </strong>
      </p>
      <p>{t('ballots:second.how')}</p>
      <p>
        <a href="/zweite-unterschrift.mjs" download>
          {t('ballots:second.program')}
        </a>
      </p>
      <p>{t('ballots:second.codes')}</p>
      <p className="quiet">{t('ballots:second.others')}</p>
      {page.mayName ? (
        <Form className="form" to={`/abstimmungen/${page.number}/unterschrift`} idempotencyKey={page.formKey}>
          <Field
            field={{ name: 'card', required: false, max: 3_000 }}
            kind="textarea"
            rows={8}
            label={t('ballots:second.card')}
            hint={t('ballots:second.card-hint')}
            {...kept(answer, 'card')}
          />
          <Button>{t('ballots:second.save')}</Button>
        </Form>
      ) : (
        <p>{t('refusals:signer_before_opening')}</p>
      )}
      <p>
        <Go to={`/abstimmungen/${page.number}`}>{t('polls:ballot.to-poll')}</Go>
      </p>
    </div>
  )
}
