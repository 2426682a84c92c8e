// The door of the demo's own pages: in any other process they answer exactly as addresses that do not exist.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { enter, enterWithForm } from '#app/http/door.server.ts'

export function enterDemo(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { demoTown } = door.platform
  if (demoTown === null) throw door.refuse('not_found')
  return { ...door, demoTown }
}

export async function enterDemoWithForm(args: ActionFunctionArgs) {
  const { demoTown } = enterDemo(args)
  return { ...(await enterWithForm(args)), demoTown }
}
