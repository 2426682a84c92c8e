// The archive the Council takes along: a post, since it is remembered that it was packed; nobody else can ask for it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { noteTakenAlong, packLuggage } from '#app/domain/council/take-along.server.ts'
import { enter } from '#app/http/door.server.ts'
import { zipOfLuggage } from '#app/http/luggage.server.ts'
import { enterInsideWithForm } from './inside-only.server.ts'

export function loader(args: LoaderFunctionArgs) {
  throw enter(args).refuse('not_found')
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterInsideWithForm(args, 'council.take-along')
  const noted = await door.run(noteTakenAlong, null)
  if (!noted.ok) throw door.refuse(noted.refusal.reason)
  const zip = zipOfLuggage(await door.find(packLuggage(door.ask)), door)
  const name = `${door.t('council:leave.file')}-${door.ask.now.slice(0, 10)}.zip`
  return new Response(Buffer.from(zip), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
