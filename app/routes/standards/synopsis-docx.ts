import type { LoaderFunctionArgs } from '@remix-run/node'
import { enter } from '#app/http/door.server.ts'

/** Large, and rarely asked for: what writes office files is loaded with the first of them. */
export async function loader(args: LoaderFunctionArgs) {
  const { synopsisFile } = await import('./synopsis-file.server.ts')
  return synopsisFile(enter(args))
}
