import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WithFacts } from '#app/components/fact-list.tsx'
import { BlindVoting } from '#app/components/polls/blind-voting.tsx'
import { NoBallot } from '#app/components/polls/no-ballot.tsx'
import { FactsBesideBallot } from '#app/components/polls/poll-facts.tsx'
import { PollLabel } from '#app/components/polls/poll-label.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import { findBox } from '#app/domain/polls/ballots/box.server.ts'
import { getReadablePoll } from '#app/domain/polls/poll.server.ts'
import { ballotView, viewForBallot } from '#app/domain/polls/view.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { addressIn } from '#app/i18n/address.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'polls', live: ['ballots', 'polls', 'refusals'] }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  if (poll.secrecy !== 'blind')
    throw redirect(addressIn(door.lang, `/abstimmungen/${poll.number}/stimmzettel`))
  const view = await viewForBallot(door.ask, poll)
  const box = await findBox(door.ask.db, poll.id)
  const { grades, ...rules } = ballotView(poll, view.options)
  const way = view.own?.way ?? null
  return {
    title: door.t('polls:ballot.title', { question: poll.question }),
    signedIn: door.actor.kind === 'account',
    view,
    ballot:
      box === null || !view.open || !view.onRoll || way === 'envelope' || way === 'paper'
        ? null
        : {
            number: poll.number,
            manifest: box.manifest,
            method: poll.method,
            options: view.options,
            rules,
            grades,
            drawnBefore: way === 'token',
          },
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function BlindBallotPage() {
  const { view, ballot, signedIn } = useLoaderData<typeof loader>()
  const { poll } = view
  const { t } = useWords()
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
        {ballot === null ? <NoBallot view={view} signedIn={signedIn} /> : <BlindVoting ballot={ballot} />}
      </WithFacts>
    </div>
  )
}
