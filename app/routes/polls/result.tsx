import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { FactList, WithFacts } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import { FigureFiles } from '#app/components/polls/figure-files.tsx'
import { NamedVotes, ReasonList } from '#app/components/polls/named-votes.tsx'
import { Objections } from '#app/components/polls/objections.tsx'
import { turnoutInWords } from '#app/components/polls/poll-facts.tsx'
import { PollLabel } from '#app/components/polls/poll-label.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import { ResultParts } from '#app/components/polls/result-parts.tsx'
import { RoundLinks } from '#app/components/polls/round-links.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Time } from '#app/components/time.tsx'
import { listObjections } from '#app/domain/polls/consent.server.ts'
import { getReadablePoll } from '#app/domain/polls/poll.server.ts'
import { findSecondRounds } from '#app/domain/polls/rounds.server.ts'
import { listNamedVotes, listReasons, viewPoll } from '#app/domain/polls/view.server.ts'
import { enter } from '#app/http/door.server.ts'
import { showResult } from '#app/http/polls.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'polls' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  const view = await viewPoll(door.ask, poll)
  return {
    title: door.t(view.result === 'interim' ? 'polls:result.interim' : 'polls:result.title', {
      question: poll.question,
    }),
    view,
    result: view.result === null ? null : await showResult(door, poll, view.options, view.result),
    named: await listNamedVotes(door.ask, poll),
    reasons: poll.names === 'listed' ? [] : await listReasons(door.ask, poll),
    rounds: await findSecondRounds(door.ask, poll),
    objections: await listObjections(door.ask, poll),
  }
}

export const meta = titled<typeof loader>(({ title, result, view }) => ({
  title,
  about: result?.sentence,
  hidden: view.poll.visibility !== 'public',
}))

export default function Result() {
  const { view, result, named, reasons, objections, rounds, title } = useLoaderData<typeof loader>()
  const { poll } = view
  const { t } = useWords()
  const hidden =
    poll.resultWhen === 'after-own-vote' && view.open ? 'polls:result.hidden-own' : 'polls:result.hidden'
  return (
    <div data-voice={voiceOf(poll.space)}>
      <WithFacts
        factsLabel={t('polls:facts.name')}
        head={
          <>
            <RunningHead
              voice={voiceOf(poll.space)}
              parts={[
                <Go key="polls" to="/abstimmungen">
                  {t('polls:title')}
                </Go>,
                <Go key="poll" to={`/abstimmungen/${poll.number}`}>
                  {t('polls:list.number')} {poll.number}
                </Go>,
              ]}
            />
            <PollLabel label={poll.label} space={poll.space} />
            <h1>{title}</h1>
            {poll.state === 'invalid' && (
              <Alert state="error" title={t('polls:state.invalid-title')}>
                <p>{t('polls:state.invalid-reason', { reason: poll.invalidReason ?? '' })}</p>
              </Alert>
            )}
            {result ? (
              <p className="lead outcome">{result.sentence}</p>
            ) : (
              <p className="lead">{t(view.result === null ? hidden : 'polls:result.none-yet')}</p>
            )}
            {view.result === 'interim' && <p className="quiet">{t('polls:result.interim-note')}</p>}
            {poll.secrecy !== 'open' && poll.countedAt !== null && (
              <p>
                <Go to={`/abstimmungen/${poll.number}/pruefen`}>{t('ballots:state.to-check')}</Go>
              </p>
            )}
          </>
        }
        facts={
          <FactList
            facts={[
              ...(result
                ? [
                    {
                      question: t('polls:result.counted'),
                      answer: <Time at={result.countedAt} />,
                      more:
                        poll.state === 'objection' && poll.objectionUntil ? (
                          <>
                            {t('polls:state.objection')} <Time at={poll.objectionUntil} as="date" />
                          </>
                        ) : null,
                    },
                  ]
                : []),
              {
                question: t('polls:facts.turnout'),
                answer: turnoutInWords(t, view),
                more: poll.source === 'hands' ? t('polls:result.hands') : null,
              },
              {
                question: t('polls:facts.secret'),
                answer: t(`polls:secrecy.${poll.secrecy}`),
              },
              ...(poll.consequence === ''
                ? []
                : [{ question: t('polls:facts.then'), answer: poll.consequence }]),
              ...(poll.reviewNote
                ? [{ question: t('polls:result.reviewed'), answer: poll.reviewNote }]
                : poll.reviewOn
                  ? [{ question: t('polls:result.review-on'), answer: <Time at={poll.reviewOn} as="date" /> }]
                  : []),
            ]}
          />
        }
      >
        <RoundLinks method={poll.method} rounds={rounds} />
        {result?.parts && <ResultParts poll={poll} options={view.options} parts={result.parts} />}
        <NamedVotes poll={poll} options={view.options} votes={named} />
        {poll.method === 'consent' ? (
          <Objections objections={objections} />
        ) : (
          <ReasonList poll={poll} options={view.options} reasons={reasons} />
        )}
        {result?.parts && view.result === 'final' && <FigureFiles number={poll.number} />}
      </WithFacts>
    </div>
  )
}
