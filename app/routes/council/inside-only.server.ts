// The door to the Council's inner rooms: who may not enter is told that there is nothing here.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { council } from '#app/domain/council/house.ts'
import type { Action } from '#app/domain/policy.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'

type InnerAction = Extract<Action, `council.${string}` | `creator.${string}` | `election.${string}`>

export function enterInside(args: LoaderFunctionArgs, action: InnerAction = 'council.read-internal') {
  const door = enter(args)
  if (!door.may(action, council)) throw door.refuse('not_found')
  return door
}

export async function enterInsideWithForm(
  args: ActionFunctionArgs,
  action: InnerAction = 'council.read-internal',
) {
  const door = await enterWithForm(args)
  if (!door.may(action, council)) throw door.refuse('not_found')
  return door
}
