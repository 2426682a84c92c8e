// The published file of a secret vote, for whoever wants to check it with their own means.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { findFile } from '#app/domain/polls/ballots/published.server.ts'
import { getReadablePoll } from '#app/domain/polls/poll.server.ts'
import { enter } from '#app/http/door.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  const file = poll.secrecy === 'open' ? null : await findFile(door.platform, poll)
  if (file === null) throw door.refuse('not_found')
  return new Response(JSON.stringify(file, null, 1), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="stimmen-${poll.number}.json"`,
    },
  })
}
