import type { LoaderFunctionArgs } from '@remix-run/node'
import { getPaperFile } from '#app/domain/meetings/papers.server.ts'
import { enter } from '#app/http/door.server.ts'

/** A paper that was sent along: as a file to keep, never as a page of ours. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { name, mediaType, bytes } = await door.find(getPaperFile(door.ask, door.params.id ?? ''))
  return new Response(bytes as unknown as BodyInit, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
