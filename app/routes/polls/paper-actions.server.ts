// The forms of the committee: who takes part with an envelope or on paper, and what the sheets say.
import { noteOtherWay } from '#app/domain/polls/ballots/envelope.server.ts'
import { awaitPaper, enterPaper } from '#app/domain/polls/ballots/paper.server.ts'
import { getReadablePoll, pollSubject } from '#app/domain/polls/poll.server.ts'
import type { Poll } from '#app/domain/polls/poll.ts'
import { setUpAction } from '#app/domain/polls/space.ts'
import type { Door, FormDoor } from '#app/http/door.server.ts'

/** The vote, for whoever leads it. */
export async function findLed(door: Pick<Door, 'ask' | 'find' | 'params' | 'may' | 'refuse'>): Promise<Poll> {
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  if (!door.may(setUpAction(poll.space), pollSubject(poll))) throw door.refuse('not_allowed')
  return poll
}

const back = (poll: Poll, told: string) => `/abstimmungen/${poll.number}/papier?meldung=${told}`

export function expectPaper(door: FormDoor, poll: Poll) {
  return door.runAndGo(awaitPaper, { pollId: poll.id }, () => back(poll, 'expected'))
}

export async function noteWay(door: FormDoor, poll: Poll) {
  const form = await door.read({
    person: { type: 'text', min: 1, max: 80 },
    way: { type: 'choice', options: ['envelope', 'paper'] as const, required: true },
  })
  if (!form.ok) return door.invalid(form.problems)
  const { person: accountId, way } = form.values
  return door.runAndGo(noteOtherWay, { pollId: poll.id, accountId, way }, () => back(poll, 'noted'))
}

export async function enterSheets(door: FormDoor, poll: Poll) {
  const form = await door.read({ lines: { type: 'text', min: 1, max: 100_000, lines: 'many' } })
  if (!form.ok) return door.invalid(form.problems)
  const lines = form.values.lines
    .split('\n')
    .map((line) => line.replaceAll(/\s/g, ''))
    .filter((line) => line !== '')
  return door.runAndGo(enterPaper, { pollId: poll.id, lines }, (outcome) =>
    outcome.state === 'differs'
      ? `${back(poll, 'differs')}&blaetter=${encodeURIComponent(outcome.sheets.slice(0, 60).join(', '))}`
      : back(poll, outcome.state),
  )
}
