// What both files of figures read: a result that may be seen, or nothing.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { figuresOf } from '#app/domain/polls/figures.ts'
import { pictureOf } from '#app/domain/polls/picture.ts'
import { getReadablePoll, listOptions } from '#app/domain/polls/poll.server.ts'
import { readResult, viewPoll } from '#app/domain/polls/view.server.ts'
import { enter } from '#app/http/door.server.ts'

export async function readFigures(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  const view = await viewPoll(door.ask, poll)
  const read = view.result === 'final' ? await readResult(door.ask, poll.id, 'final') : null
  if (read === null) throw door.refuse('not_found')
  const options = await listOptions(door.ask.db, poll.id)
  const picture = read.counted && pictureOf(read.counted, { ...poll, base: poll.majorityBase })
  const keys = options.map(({ key }) => key)
  const lots = poll.seed === null ? null : door.platform.drawLots(poll.seed, keys)
  return { door, poll, figures: figuresOf(poll, options, read.outcome, read.counted, picture, lots) }
}

export function asFile(text: string, type: string, name: string): Response {
  return new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}
