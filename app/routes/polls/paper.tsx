import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import { listFree } from '#app/domain/polls/ballots/envelope.server.ts'
import { findBatch } from '#app/domain/polls/ballots/paper-batch.server.ts'
import { kindOf } from '#app/domain/polls/choice.ts'
import { formOfMethod } from '#app/domain/polls/method.ts'
import { listOptions } from '#app/domain/polls/poll.server.ts'
import { isOpen } from '#app/domain/polls/poll.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { enterSheets, expectPaper, findLed, noteWay } from './paper-actions.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'polls' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await findLed(door)
  const open = isOpen(poll, door.ask.now)
  return {
    title: door.t('ballots:paper.title', { question: poll.question }),
    formKey: door.formKey(),
    number: poll.number,
    space: poll.space,
    /** Who may still be crossed off, where there is something to cross off. */
    free: open && poll.secrecy !== 'open' ? await listFree(door.ask, poll) : null,
    ways: poll.secrecy === 'blind' ? (['envelope', 'paper'] as const) : (['paper'] as const),
    batch: (await findBatch(door.ask.db, poll.id))?.state ?? null,
    mayExpect: poll.state === 'announced' || poll.state === 'open',
    over: poll.countedAt !== null || poll.state === 'invalid',
    mayEnter: poll.sealedAt !== null && poll.state === 'closed',
    kind: kindOf(formOfMethod(poll.method)),
    options: await listOptions(door.ask.db, poll.id),
    told: door.url.searchParams.get('meldung'),
    sheets: door.url.searchParams.get('blaetter'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const poll = await findLed(door)
  switch (door.intent) {
    case 'expect':
      return expectPaper(door, poll)
    case 'note':
      return noteWay(door, poll)
    case 'enter':
      return enterSheets(door, poll)
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Paper() {
  const page = useLoaderData<typeof loader>()
  const entering = useAnswer('enter')
  const noting = useAnswer('note')
  const { t } = useWords()
  const to = `/abstimmungen/${page.number}/papier`
  return (
    <div className="flow" data-voice={voiceOf(page.space)}>
      <h1>{page.title}</h1>
      <p className="lead">{t(page.over ? 'ballots:paper.over' : 'ballots:paper.lead')}</p>
      <Answered />
      <Told told={page.told} sheets={page.sheets} />
      {page.free && page.free.length === 0 && <p>{t('ballots:paper.nobody')}</p>}
      {page.free && page.free.length > 0 && (
        <Form className="form" to={to} intent="note" idempotencyKey={page.formKey}>
          <Field
            field={{ name: 'person', required: true }}
            kind="select"
            label={t('ballots:paper.person')}
            options={[
              { value: '', label: t('ballots:paper.choose') },
              ...page.free.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...kept(noting, 'person')}
          />
          <Field
            field={{ name: 'way', required: true }}
            kind="radios"
            label={t('ballots:paper.way')}
            options={page.ways.map((way) => ({
              value: way,
              label: t(way === 'envelope' ? 'ballots:paper.envelope' : 'ballots:paper.on-paper'),
            }))}
            {...kept(noting, 'way')}
          />
          <Button>{t('ballots:paper.note')}</Button>
        </Form>
      )}
      {page.batch === null && page.mayExpect && (
        <Form className="form" to={to} intent="expect" idempotencyKey={page.formKey}>
          <Button kind="quiet">{t('ballots:paper.expect')}</Button>
          <p className="who-sees">{t('ballots:paper.expect-more')}</p>
        </Form>
      )}
      {page.batch === 'open' && !page.mayEnter && <p>{t('ballots:paper.after')}</p>}
      {page.batch === 'open' && page.mayEnter && (
        <Form className="form" to={to} intent="enter">
          <h2>{t('ballots:paper.enter')}</h2>
          <p>{t('ballots:paper.enter-more')}</p>
          <p>{t('ballots:paper.few')}</p>
          <ul className="plain">
            {page.options.map(({ key, title }) => (
              <li key={key}>
                <code>{key}</code> {title}
              </li>
            ))}
          </ul>
          <Field
            field={{ name: 'lines', required: true, max: 100_000 }}
            kind="textarea"
            rows={10}
            label={t('ballots:paper.lines')}
            hint={`${t(`ballots:paper.how.${page.kind}`)}. ${t('ballots:paper.signs')}`}
            {...kept(entering, 'lines')}
          />
          <Button>{t('ballots:paper.save')}</Button>
        </Form>
      )}
      {!page.over && (
        <p>
          <Go to={`/abstimmungen/${page.number}/druck`}>{t('polls:ballot.print')}</Go>
        </p>
      )}
      <p>
        <Go to={`/abstimmungen/${page.number}`}>{t('polls:ballot.to-poll')}</Go>
      </p>
    </div>
  )
}

function Told({ told, sheets }: { readonly told: string | null; readonly sheets: string | null }) {
  const { t } = useWords()
  switch (told) {
    case 'noted':
      return <Alert state="done" role="status" title={t('ballots:paper.noted')} />
    case 'expected':
      return <Alert state="done" role="status" title={t('ballots:paper.expected')} />
    case 'first-entered':
      return <Alert state="done" role="status" title={t('ballots:paper.first')} />
    case 'complete':
      return <Alert state="done" role="status" title={t('ballots:paper.complete')} />
    case 'differs':
      return (
        <Alert
          state="soon"
          role="status"
          title={t('ballots:paper.differs', {
            sheets: /^[\d, ]{1,400}$/.test(sheets ?? '') ? (sheets ?? '') : '',
          })}
        />
      )
    default:
      return null
  }
}
