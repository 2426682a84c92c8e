import type { LoaderFunctionArgs } from '@remix-run/node'
import { guest } from '#app/domain/actor.ts'
import { pollsIn } from '#app/domain/polls/list.server.ts'
import { listedPolls } from '#app/domain/polls/listed.server.ts'
import { pollStates } from '#app/domain/polls/poll.ts'
import { feedResponse } from '#app/http/atom.ts'
import { enter } from '#app/http/door.server.ts'
import { inList } from '#app/http/polls.server.ts'

/** The newest votes and what came out. Read as a guest, whoever asks. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const ask = { ...door.ask, actor: guest }
  const polls = (await pollsIn(ask, pollStates)).slice(0, 30)
  const shown = inList(door, await listedPolls(ask, polls))
  const moved = (number: number) => {
    const poll = polls.find((one) => one.number === number)
    return poll?.countedAt ?? poll?.closedAt ?? poll?.openedAt ?? poll?.announcedAt ?? door.ask.now
  }
  const entries = shown.map(({ number, question, outcome, label, state }) => ({
    ...{ id: `/abstimmungen/${number}`, path: `/abstimmungen/${number}`, title: question },
    updated: moved(number),
    summary: outcome ?? `${door.t(`polls:label.${label}`)}, ${door.t(`polls:state-word.${state}`)}`,
  }))
  return feedResponse(door, { path: '/abstimmungen', title: door.t('polls:title'), entries })
}
