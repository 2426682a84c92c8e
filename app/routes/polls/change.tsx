import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { PollForm } from '#app/components/polls/poll-form.tsx'
import { changePoll } from '#app/domain/polls/announce.server.ts'
import { newPollFrom, pollForm, writtenOf } from '#app/domain/polls/poll.form.ts'
import { getReadablePoll, listOptions, pollSubject } from '#app/domain/polls/poll.server.ts'
import { setUpAction } from '#app/domain/polls/space.ts'
import { votersToChoose } from '#app/domain/polls/voters.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'polls' }

async function led(door: Omit<Door, 'formKey'>) {
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  if (!door.may(setUpAction(poll.space), pollSubject(poll))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  if (poll.state !== 'announced') throw door.refuse('poll_not_announced')
  return poll
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await led(door)
  return {
    title: door.t('polls:form.change-title', { number: poll.number }),
    formKey: door.formKey(),
    number: poll.number,
    method: poll.method,
    space: poll.space,
    voters: await votersToChoose(door.ask),
    written: writtenOf(poll, await listOptions(door.ask.db, poll.id), door.ask.town.timeZone),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const poll = await led(door)
  const form = await door.read(pollForm)
  if (!form.ok) return door.invalid(form.problems)
  try {
    const terms = newPollFrom(form.values, door.ask.town.timeZone)
    return door.runAndGo(changePoll, { ...terms, pollId: poll.id }, () => `/abstimmungen/${poll.number}`)
  } catch (error) {
    if (isRefusal(error)) return door.refused(error)
    throw error
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function ChangePoll() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <h1>{page.title}</h1>
      <p className="lead">{t('polls:form.change-lead')}</p>
      <Answered />
      <PollForm
        to={`/abstimmungen/${page.number}/aendern`}
        method={page.method}
        spaces={[page.space]}
        voters={page.voters}
        formKey={page.formKey}
        written={page.written}
      />
    </div>
  )
}
