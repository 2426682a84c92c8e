import type { LoaderFunctionArgs } from '@remix-run/node'
import { enter } from '#app/http/door.server.ts'
import { similarFor } from './new-steps.server.ts'

/** Ideas like a title, while it is being typed. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  if (!(await door.platform.allow('search', door.actor.accountId ?? door.visit.peer))) {
    throw door.refuse('too_often')
  }
  const title = (door.url.searchParams.get('q') ?? '').slice(0, 200)
  return Response.json({ similar: await similarFor(door, title) })
}
