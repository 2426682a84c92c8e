// The forms of whoever leads a vote: each reads what was typed, runs one command, and leads back to the page.
import { drawLots } from '#app/domain/polls/count.server.ts'
import { closePoll, invalidatePoll, openPoll, undoClose } from '#app/domain/polls/life.server.ts'
import type { Poll } from '#app/domain/polls/poll.ts'
import { reviewPoll } from '#app/domain/polls/review.server.ts'
import { announceRunOff } from '#app/domain/polls/second-round.server.ts'
import type { FormDoor } from '#app/http/door.server.ts'

/** Null where the form is not one of these. */
export async function leadPoll(door: FormDoor, poll: Poll) {
  const input = { pollId: poll.id }
  const back = () => `/abstimmungen/${poll.number}`
  switch (door.intent) {
    case 'open':
      return door.runAndGo(openPoll, input, back)
    case 'close':
      return door.runAndGo(closePoll, input, back)
    case 'undo-close':
      return door.runAndGo(undoClose, input, back)
    case 'run-off':
      return door.runAndGo(announceRunOff, input, ({ number }) => `/abstimmungen/${number}`)
    case 'invalidate': {
      const form = await door.read({ reason: { type: 'text', min: 10, max: 600, lines: 'many' } })
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(invalidatePoll, { ...input, ...form.values }, back)
    }
    case 'draw-lots': {
      const form = await door.read({ seed: { type: 'text', min: 4, max: 60 } })
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(drawLots, { ...input, ...form.values }, () => `${back()}/ergebnis`)
    }
    case 'review': {
      const form = await door.read({ note: { type: 'text', min: 10, max: 600, lines: 'many' } })
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(reviewPoll, { ...input, ...form.values }, () => `${back()}/ergebnis`)
    }
    default:
      return null
  }
}
