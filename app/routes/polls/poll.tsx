import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { ButtonLink } from '#app/components/button.tsx'
import { Conversation } from '#app/components/conversations/conversation.tsx'
import { WithFacts } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { ItemLife } from '#app/components/meetings/item-life.tsx'
import { Lead } from '#app/components/polls/lead.tsx'
import { Objections } from '#app/components/polls/objections.tsx'
import { OptionList } from '#app/components/polls/option-list.tsx'
import { PollFacts } from '#app/components/polls/poll-facts.tsx'
import { PollLabel } from '#app/components/polls/poll-label.tsx'
import { PollLive } from '#app/components/polls/poll-live.tsx'
import { PollState } from '#app/components/polls/poll-state.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import { RoundLinks } from '#app/components/polls/round-links.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { lifelineOf } from '#app/domain/lifelines.server.ts'
import type { LifelineSubject } from '#app/domain/lifelines.ts'
import { listObjections, mayIntegrate, withdrawObjection } from '#app/domain/polls/consent.server.ts'
import { getReadablePoll } from '#app/domain/polls/poll.server.ts'
import { findSecondRounds } from '#app/domain/polls/rounds.server.ts'
import { viewPoll } from '#app/domain/polls/view.server.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { conversationAction, loadConversation } from '#app/http/conversation.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { lifeInWords } from '#app/i18n/life-words.server.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { leadPoll } from './lead-actions.server.ts'

export const handle: PageHandle = {
  voice: 'council',
  menu: 'polls',
  live: ['ballots', 'conversations', 'moderation', 'polls'],
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const asOf = await newestEvent(door.ask)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  const view = await viewPoll(door.ask, poll)
  const talk = poll.conversationId === null ? null : await loadConversation(door, poll.conversationId)
  return {
    asOf,
    now: door.ask.now,
    view,
    nextRound: view.leads && (await mayIntegrate(door.ask, poll)),
    objections: await listObjections(door.ask, poll),
    rounds: await findSecondRounds(door.ask, poll),
    signedIn: door.actor.kind === 'account',
    formKey: door.formKey(),
    talk,
    // What is not public has a line of its own that stays inside with it.
    life:
      poll.visibility === 'public' && poll.subject
        ? lifeInWords(door, await lifelineOf(door.ask, poll.subject as LifelineSubject))
        : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  if (door.intent === 'withdraw-objection') {
    return door.runAndGo(withdrawObjection, { pollId: poll.id }, () => `/abstimmungen/${poll.number}`)
  }
  const led = await leadPoll(door, poll)
  if (led) return led
  if (poll.conversationId === null) throw door.refuse('not_found')
  return conversationAction(door, poll.conversationId, `/abstimmungen/${poll.number}`)
}

export const meta = titled<typeof loader>(({ view }) => ({
  title: view.poll.question,
  about: view.poll.consequence,
  hidden: view.poll.visibility !== 'public',
}))

export default function PollPage() {
  const page = useLoaderData<typeof loader>()
  const { view, signedIn } = page
  const { poll } = view
  const { t } = useWords()
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
                `${t('polls:list.number')} ${poll.number}`,
              ]}
            />
            <PollLabel label={poll.label} space={poll.space} />
            <h1>{poll.question}</h1>
            <div className="flow poll-head">
              <Answered except="contribute" />
              <PollState view={view} signedIn={signedIn} formKey={page.formKey} />
              {view.result !== null && (
                <p>
                  <ButtonLink
                    kind={view.open ? 'quiet' : 'main'}
                    to={`/abstimmungen/${poll.number}/ergebnis`}
                  >
                    {t(view.result === 'interim' ? 'polls:state.interim' : 'polls:state.result')}
                  </ButtonLink>
                </p>
              )}
            </div>
          </>
        }
        facts={<PollFacts view={view} />}
      >
        <PollLive
          told={page.talk === null}
          pollId={poll.id}
          number={poll.number}
          asOf={page.asOf}
          now={page.now}
          on={view.open || poll.state === 'closed' || poll.state === 'announced'}
        />
        {poll.html !== '' && <Html html={poll.html} />}
        <OptionList view={view} />
        <Objections objections={page.objections} />
        <RoundLinks method={poll.method} rounds={page.rounds} />
        <ItemLife life={page.life} />
        {page.talk && <Conversation talk={page.talk} />}
        {view.leads && <Lead view={view} nextRound={page.nextRound} formKey={page.formKey} />}
      </WithFacts>
    </div>
  )
}
