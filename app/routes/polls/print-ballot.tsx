import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Go } from '#app/components/go.tsx'
import { PaperBallot } from '#app/components/polls/paper-ballot.tsx'
import { PollLabel } from '#app/components/polls/poll-label.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import { PrintButton } from '#app/components/print-button.tsx'
import { Time } from '#app/components/time.tsx'
import { getReadablePoll, listOptions } from '#app/domain/polls/poll.server.ts'
import { inShownOrder } from '#app/domain/polls/shown-order.ts'
import { ballotView } from '#app/domain/polls/view.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'polls', live: ['polls'] }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  const options = await listOptions(door.ask.db, poll.id)
  const { grades, ...rules } = ballotView(poll, options)
  const { number, question, space, label, method, secrecy, closesAt } = poll
  return {
    title: door.t('polls:ballot.title', { question }),
    poll: { number, question, space, label, method, secrecy, closesAt },
    options: inShownOrder(poll, options, 'everybody'),
    rules,
    grades,
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function PrintBallot() {
  const { poll, options, rules, grades } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow" data-voice={voiceOf(poll.space)}>
      <PollLabel label={poll.label} space={poll.space} />
      <h1>{poll.question}</h1>
      {poll.closesAt !== null && (
        <p>
          {t('polls:facts.until')} <Time at={poll.closesAt} />
        </p>
      )}
      <p>{t(poll.secrecy === 'open' ? 'polls:print.prepare' : 'polls:print.hand-in')}</p>
      <PaperBallot method={poll.method} options={options} rules={rules} grades={grades} />
      <PrintButton>{t('polls:ballot.print')}</PrintButton>
      <p className="no-print">
        <Go to={`/abstimmungen/${poll.number}`}>{t('polls:ballot.to-poll')}</Go>
      </p>
    </div>
  )
}
