import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Go } from '#app/components/go.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import { ResultParts } from '#app/components/polls/result-parts.tsx'
import { TrialForm } from '#app/components/polls/trial-form.tsx'
import { TrialFrame } from '#app/components/polls/trial-frame.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { benchesOf } from '#app/domain/polls/benches.server.ts'
import { formOfMethod } from '#app/domain/polls/method.ts'
import { getReadablePoll, listOptions, pollSubject } from '#app/domain/polls/poll.server.ts'
import { setUpAction } from '#app/domain/polls/space.ts'
import { tryPoll } from '#app/domain/polls/trial.server.ts'
import { readTrialWish } from '#app/domain/polls/trial.ts'
import { enter } from '#app/http/door.server.ts'
import { resultParts } from '#app/http/polls.server.ts'
import { titled } from '#app/http/titles.ts'
import { outcomeInWords } from '#app/i18n/outcome.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'polls' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  if (!door.may(setUpAction(poll.space), pollSubject(poll))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  if (poll.state !== 'announced') throw door.refuse('trial_only_before')
  const wish = readTrialWish(door.url.searchParams)
  // Where people stand for something, nobody's own name may win before the vote.
  const options = (await listOptions(door.ask.db, poll.id)).map((option) =>
    poll.label === 'election'
      ? { ...option, title: door.t('elections:trial.person', { number: option.key }), about: '' }
      : option,
  )
  const keys = options.map(({ key }) => key)
  const { lines, counted, outcome, lots } = await tryPoll(door.platform, poll, keys, wish)
  const shown = { ...poll, rollSize: lines.length, seed: lots === null ? null : wish.seed }
  const form = formOfMethod(poll.method)
  return {
    title: door.t('polls:trial.title', { question: poll.question }),
    number: poll.number,
    space: poll.space,
    wish,
    ties: form !== 'yes-no' && form !== 'consent',
    benches: (await benchesOf(door.ask.db, poll.id)).length > 0,
    lines,
    sentence: outcomeInWords(door, shown, options, outcome),
    poll: { method: shown.method, settings: shown.settings, seed: shown.seed },
    options,
    parts: outcome.kind === 'too-few' ? null : resultParts(door, shown, options, counted, lots),
    tieMissing: wish.tie && lots === null,
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function PollTrial() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  const home = `/abstimmungen/${page.number}`
  return (
    <div className="flow" data-voice={voiceOf(page.space)}>
      <RunningHead
        voice={voiceOf(page.space)}
        parts={[
          <Go key="poll" to={home}>
            {t('polls:list.number')} {page.number}
          </Go>,
        ]}
      />
      <h1>{page.title}</h1>
      <p className="lead">{t('polls:trial.lead')}</p>
      <Alert state="soon" title={t('polls:trial.nothing-kept')}>
        {page.benches && <p>{t('polls:trial.benches')}</p>}
      </Alert>
      <TrialForm to={`${home}/probelauf`} wish={page.wish} ties={page.ties} />
      <TrialFrame lines={page.lines} tieMissing={page.tieMissing}>
        <p className="lead">{page.sentence}</p>
        {page.parts && <ResultParts poll={page.poll} options={page.options} parts={page.parts} />}
      </TrialFrame>
    </div>
  )
}
