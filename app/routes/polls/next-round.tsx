import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Objections } from '#app/components/polls/objections.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import { describe } from '#app/domain/form.ts'
import { announceNextRound, listObjections, mayIntegrate } from '#app/domain/polls/consent.server.ts'
import { pollForm } from '#app/domain/polls/poll.form.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { findLed } from './paper-actions.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'polls' }

const fields = { question: pollForm.question, about: pollForm.about } as const

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await findLed(door)
  return {
    title: door.t('polls:consent.next-title', { question: poll.question }),
    formKey: door.formKey(),
    mayIntegrate: await mayIntegrate(door.ask, poll),
    number: poll.number,
    space: poll.space,
    question: poll.question,
    about: poll.about,
    objections: await listObjections(door.ask, poll),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const poll = await findLed(door)
  const form = await door.read(fields)
  if (!form.ok) return door.invalid(form.problems)
  const input = { pollId: poll.id, ...form.values }
  return door.runAndGo(announceNextRound, input, ({ number }) => `/abstimmungen/${number}`)
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function NextRound() {
  const page = useLoaderData<typeof loader>()
  const answer = useAnswer()
  const { t } = useWords()
  return (
    <div className="flow" data-voice={voiceOf(page.space)}>
      <h1>{page.title}</h1>
      <p className="lead">{t('polls:consent.next-lead')}</p>
      <Answered />
      <Objections objections={page.objections} />
      {!page.mayIntegrate && <p>{t('refusals:consent_nothing_to_integrate')}</p>}
      {page.mayIntegrate && (
        <Form
          className="form"
          to={`/abstimmungen/${page.number}/naechste-runde`}
          idempotencyKey={page.formKey}
        >
          <Field
            field={describe(fields, 'question')}
            label={t('polls:form.question')}
            {...kept(answer, 'question', page.question)}
          />
          <Field
            field={describe(fields, 'about')}
            kind="textarea"
            rows={10}
            label={t('polls:consent.proposal')}
            hint={t('polls:form.about-hint')}
            {...kept(answer, 'about', page.about)}
          />
          <div className="actions">
            <Button big>{t('polls:consent.next-announce')}</Button>
          </div>
          <p className="who-sees">{t('polls:consent.next-seen')}</p>
        </Form>
      )}
      <p>
        <Go to={`/abstimmungen/${page.number}`}>{t('polls:ballot.to-poll')}</Go>
      </p>
    </div>
  )
}
