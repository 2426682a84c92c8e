import type { LoaderFunctionArgs } from '@remix-run/node'
import { readPrinted } from '#app/domain/standards/adoption.server.ts'
import { printStandard } from '#app/domain/standards/printed.ts'
import { getReadableStandard } from '#app/domain/standards/standard.server.ts'
import { enter } from '#app/http/door.server.ts'

/** The text of today as plain Markdown: the very form whose hash stands on an adopted version. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const text = printStandard(standard.title, await readPrinted(door.ask, standard.id))
  return new Response(text, {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': `attachment; filename="${standard.slug}.md"`,
      'Cache-Control': standard.publishedAt === null ? 'private, no-store' : 'no-cache',
    },
  })
}
