import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { WithFacts } from '#app/components/fact-list.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { BallotFields } from '#app/components/polls/ballot-fields.tsx'
import { ChoiceTold } from '#app/components/polls/choice-told.tsx'
import { NotCast } from '#app/components/polls/not-cast.tsx'
import { FactsBesideBallot } from '#app/components/polls/poll-facts.tsx'
import { PollLabel } from '#app/components/polls/poll-label.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { findSecondSigner } from '#app/domain/polls/ballots/second-signer.server.ts'
import { getReadablePoll } from '#app/domain/polls/poll.server.ts'
import { ballotView, viewForBallot } from '#app/domain/polls/view.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import {
  castFromSheet,
  checkSheet,
  type EnvelopeAnswer,
  refillSheet,
  shiftSheet,
} from './envelope-steps.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'polls' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  if (poll.secrecy !== 'blind') throw door.refuse('not_found')
  const view = await viewForBallot(door.ask, poll)
  const { grades, ...rules } = ballotView(poll, view.options)
  const second = await findSecondSigner(door.ask.db, poll.id)
  const title = door.t('ballots:envelope.title', { question: poll.question })
  return { title, view, rules, grades, second: second?.name ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  if (poll.secrecy !== 'blind') throw door.refuse('not_found')
  const shifted = await shiftSheet(door, poll)
  if (shifted) return shifted
  if (door.posted.has('change')) return refillSheet(door, poll)
  return door.intent === 'cast' ? castFromSheet(door, poll) : checkSheet(door, poll)
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Envelope() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<EnvelopeAnswer>()
  const { view } = page
  const { poll } = view
  const { t } = useWords()
  const step = answer?.step ?? 'fill'
  return (
    <div data-voice={voiceOf(poll.space)}>
      <WithFacts
        factsLabel={t('polls:facts.name')}
        head={
          <>
            <PollLabel label={poll.label} space={poll.space} />
            <h1>{page.title}</h1>
          </>
        }
        facts={<FactsBesideBallot view={view} />}
        factsLast
      >
        {!view.open ? (
          <>
            <p>{t('ballots:envelope.closed')}</p>
            <p>
              <Go to={`/abstimmungen/${poll.number}`}>{t('polls:ballot.to-poll')}</Go>
            </p>
          </>
        ) : (
          <>
            <ProgressSteps at={{ fill: 1, check: 2, done: 3 }[step]} />
            {step === 'done' && answer?.arrived ? (
              <Alert
                state="done"
                role="status"
                title={t(
                  (
                    {
                      arrived: 'polls:done.title',
                      changed: 'polls:done.changed',
                      again: 'polls:done.again',
                    } as const
                  )[answer.arrived],
                )}
              >
                <p>{t('ballots:envelope.again')}</p>
              </Alert>
            ) : (
              <>
                <NotCast />
                <div className="flow">
                  <Answered />
                  {step === 'check' && answer?.choice ? (
                    <SheetCheck page={page} answer={answer} />
                  ) : (
                    <SheetFill page={page} answer={answer} />
                  )}
                </div>
              </>
            )}
          </>
        )}
      </WithFacts>
    </div>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function SheetFill({ page, answer }: { readonly page: Page; readonly answer: EnvelopeAnswer | undefined }) {
  const { t } = useWords()
  const { view, rules, grades } = page
  const { poll } = view
  return (
    <Form className="form" to={`/abstimmungen/${poll.number}/umschlag`} intent="check">
      {/* The button that Enter presses: first in the form, so that no other takes its place. */}
      <button type="submit" className="hidden-text" tabIndex={-1} aria-hidden="true">
        {t('polls:ballot.check')}
      </button>
      <p>{t('ballots:envelope.nobody')}</p>
      <Field
        field={{ name: 'code', required: true, max: 40 }}
        kind="text"
        label={t('ballots:envelope.code')}
        hint={t('ballots:envelope.code-hint')}
        {...kept(answer, 'code')}
      />
      <BallotFields
        method={poll.method}
        options={view.options}
        rules={rules}
        grades={grades}
        filled={answer?.filled ?? {}}
      />
      <div className="actions">
        <Button big>{t('polls:ballot.check')}</Button>
      </div>
      <p className="who-sees">
        {t('ballots:envelope.shuffled')}{' '}
        {page.second !== null && t('ballots:envelope.unsigned', { name: page.second })}
      </p>
      <div className="on-purpose no-print">
        <p className="quiet">{t('polls:ballot.purpose')}</p>
        <div className="actions">
          <Button kind="text" name="hand-in" value="blank">
            {t('polls:ballot.blank')}
          </Button>
          <Button kind="text" name="hand-in" value="invalid">
            {t('polls:ballot.invalid')}
          </Button>
        </div>
      </div>
    </Form>
  )
}

function SheetCheck({ page, answer }: { readonly page: Page; readonly answer: EnvelopeAnswer }) {
  const { t } = useWords()
  const { view, grades } = page
  const { poll } = view
  return (
    <section className="flow" aria-labelledby="pruefen">
      <h2 id="pruefen">{t('polls:ballot.review')}</h2>
      {answer.choice && (
        <ChoiceTold method={poll.method} options={view.options} choice={answer.choice} grades={grades} />
      )}
      <Form to={`/abstimmungen/${poll.number}/umschlag`} intent="cast" state={answer.sealed}>
        <div className="actions">
          <Button big>{t('polls:ballot.cast')}</Button>
          <Button kind="text" name="change" value="1">
            {t('polls:ballot.back')}
          </Button>
        </div>
      </Form>
    </section>
  )
}
