// Signs the token of a signed-in voter's browser: machine to machine, but through the same door.
import type { ActionFunctionArgs } from '@remix-run/node'
import { issueToken } from '#app/domain/polls/ballots/token.server.ts'
import { getReadablePoll } from '#app/domain/polls/poll.server.ts'
import { refusalStatus } from '#app/domain/refusal.ts'
import { run } from '#app/domain/run.server.ts'
import { enterWithForm, refusalSentence } from '#app/http/door.server.ts'

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  const posted = door.posted.get('blindedMessage')
  const blindedMessage = typeof posted === 'string' ? posted.slice(0, 2_000) : ''
  // No key of a form: the hash of the blinded message is what knows a request that came before.
  const outcome = await run(door.platform, door.actor, issueToken, { pollId: poll.id, blindedMessage })
  if (outcome.ok) return Response.json(outcome.value)
  const { reason, params } = outcome.refusal
  const sentence = refusalSentence(door, outcome.refusal)
  return Response.json({ reason, params, sentence }, { status: refusalStatus[reason] })
}
