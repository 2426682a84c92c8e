// The same form as on the page, sent by script: what was posted, or what the page would have said, as JSON.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { postContribution } from '#app/http/conversation.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'

export function loader(args: LoaderFunctionArgs) {
  throw enter(args).refuse('not_found')
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const sent = await postContribution(door, door.params.conversation ?? '')
  if ('answer' in sent) return Response.json(sent.answer.data, { status: sent.answer.init?.status })
  const { number, publicNumber } = sent.posted
  return Response.json({ number, publicNumber })
}
