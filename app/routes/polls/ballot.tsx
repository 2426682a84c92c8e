import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { WithFacts } from '#app/components/fact-list.tsx'
import { BallotArrived } from '#app/components/polls/ballot-arrived.tsx'
import { BallotCheck } from '#app/components/polls/ballot-check.tsx'
import { BallotFill } from '#app/components/polls/ballot-fill.tsx'
import { NoBallot } from '#app/components/polls/no-ballot.tsx'
import { NotCast } from '#app/components/polls/not-cast.tsx'
import { FactsBesideBallot } from '#app/components/polls/poll-facts.tsx'
import { PollLabel } from '#app/components/polls/poll-label.tsx'
import { ballotAddress } from '#app/components/polls/poll-state.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { fieldsOf } from '#app/domain/polls/ballot-form.ts'
import { kindOf, readChoice } from '#app/domain/polls/choice.ts'
import { getReadablePoll } from '#app/domain/polls/poll.server.ts'
import { ballotView, viewForBallot } from '#app/domain/polls/view.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { addressIn } from '#app/i18n/address.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import {
  type BallotAnswer,
  castChecked,
  checkBallot,
  readBallot,
  refill,
  shift,
  takeCode,
} from './ballot-steps.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'polls', live: ['ballots', 'polls'] }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  if (poll.secrecy === 'blind') throw redirect(addressIn(door.lang, ballotAddress(poll)), 303)
  const view = await viewForBallot(door.ask, poll)
  const ballot = ballotView(poll, view.options)
  const line = view.own?.line ?? null
  return {
    title: door.t('polls:ballot.title', { question: poll.question }),
    formKey: door.formKey(),
    signedIn: door.actor.kind === 'account',
    view,
    ballot,
    /** The vote given earlier stands in the fields, to be changed. */
    before: line === null ? {} : fieldsOf(readChoice(line, kindOf(ballot.form))),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  const ballot = await readBallot(door, poll)
  const shifted = await shift(door, ballot)
  if (shifted) return shifted
  switch (door.intent) {
    case 'check':
      return checkBallot(door, poll, ballot)
    case 'cast':
      return door.posted.has('change') ? refill(door, poll, ballot) : castChecked(door, poll, ballot)
    case 'code':
      return takeCode(door, poll)
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Ballot() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<BallotAnswer>()
  const { view } = page
  const { poll } = view
  const { t } = useWords()
  const step = answer?.step ?? 'fill'
  const mayCast = view.open && view.onRoll && (view.own === null || poll.changeable === 'yes')
  return (
    <div data-voice={voiceOf(poll.space)}>
      <WithFacts
        factsLabel={t('polls:facts.name')}
        head={
          <>
            <PollLabel label={poll.label} space={poll.space} />
            <h1>{poll.question}</h1>
          </>
        }
        facts={<FactsBesideBallot view={view} />}
        factsLast
      >
        {step === 'done' && answer?.arrived ? (
          <>
            <ProgressSteps at={3} />
            <BallotArrived number={poll.number} secrecy={poll.secrecy} arrived={answer.arrived} />
          </>
        ) : mayCast ? (
          <>
            <ProgressSteps at={step === 'check' ? 2 : 1} />
            <NotCast />
            <div className="flow">
              <Answered />
              {step === 'check' && answer?.checked ? (
                <BallotCheck page={page} sealed={answer.sealed} checked={answer.checked} />
              ) : (
                <BallotFill page={page} answer={answer} />
              )}
            </div>
          </>
        ) : (
          <div className="flow">
            <Answered />
            <NoBallot view={view} signedIn={page.signedIn} />
          </div>
        )}
      </WithFacts>
    </div>
  )
}
