import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { makeCodes } from '#app/domain/polls/codes.server.ts'
import { getReadablePoll, pollSubject } from '#app/domain/polls/poll.server.ts'
import { setRoll } from '#app/domain/polls/roll.server.ts'
import { findByHandles, listRoll } from '#app/domain/polls/roll-list.server.ts'
import { setUpAction } from '#app/domain/polls/space.ts'
import { run } from '#app/domain/run.server.ts'
import { type Answer, type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'polls' }

async function led(door: Omit<Door, 'formKey'>) {
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  if (!door.may(setUpAction(poll.space), pollSubject(poll))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  return poll
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await led(door)
  const roll = await listRoll(door.ask, poll)
  return {
    title: door.t('polls:roll.title', { question: poll.question }),
    formKey: door.formKey(),
    number: poll.number,
    electorate: poll.electorate,
    announced: poll.state === 'announced',
    roll,
  }
}

type Made = Answer & { readonly codes: readonly string[] }

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const poll = await led(door)
  if (door.intent === 'codes') {
    const form = await door.read({ count: { type: 'number', min: 1, max: 5000, required: true } })
    if (!form.ok) return door.invalid(form.problems)
    // Without the form's key: what it would keep is what must not be kept, the codes themselves.
    const outcome = await run(door.platform, door.actor, makeCodes, { pollId: poll.id, ...form.values })
    if (!outcome.ok) return door.refused(outcome.refusal)
    return { intent: null, errors: [], refusal: null, typed: {}, codes: outcome.value } satisfies Made
  }
  const form = await door.read({ people: { type: 'text', min: 0, max: 50_000, lines: 'many' } })
  if (!form.ok) return door.invalid(form.problems)
  const { accountIds, unknown } = await findByHandles(door.ask, form.values.people)
  if (unknown.length > 0) return door.invalid({ people: { error: 'not_a_choice' } })
  return door.runAndGo(
    setRoll,
    { pollId: poll.id, accountIds },
    () => `/abstimmungen/${poll.number}/verzeichnis`,
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Roll() {
  const { title, number, formKey, electorate, announced, roll } = useLoaderData<typeof loader>()
  const data = useActionData<Partial<Made>>()
  const answer = useAnswer()
  const { t } = useWords()
  const to = `/abstimmungen/${number}/verzeichnis`
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{t('polls:roll.count', { count: roll.people.length })}</p>
      {!data?.codes && <Answered />}
      {data?.codes && (
        <Alert state="done" role="status" title={t('polls:roll.codes-made', { count: data.codes.length })}>
          <p>{t('polls:roll.codes-once')}</p>
          <ol className="codes">
            {data.codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ol>
        </Alert>
      )}
      {announced && electorate === 'codes' && (
        <Form className="form" to={to} intent="codes">
          <Field
            field={{ name: 'count', required: true, min: 1, max: 5000 }}
            type="number"
            label={t('polls:roll.codes')}
            hint={t('polls:roll.codes-hint', { count: roll.codes })}
            {...kept(answer, 'count')}
          />
          <Button>{t('polls:roll.make-codes')}</Button>
        </Form>
      )}
      {announced && electorate === 'roll' && (
        <Form className="form" to={to} intent="people" idempotencyKey={formKey}>
          <Field
            field={{ name: 'people', required: false, max: 50_000 }}
            kind="textarea"
            rows={10}
            label={t('polls:roll.people')}
            hint={t('polls:roll.people-hint')}
            {...kept(answer, 'people', roll.people.map(({ handle: one }) => one).join('\n'))}
          />
          <Button>{t('polls:roll.save')}</Button>
        </Form>
      )}
      {roll.people.length > 0 && (
        <ul>
          {roll.people.map(({ handle: one, name }) => (
            <li key={one}>{name}</li>
          ))}
        </ul>
      )}
      <p>
        <Go to={`/abstimmungen/${number}`}>{t('polls:ballot.to-poll')}</Go>
      </p>
    </div>
  )
}
