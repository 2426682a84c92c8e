// The figures of a result for machines.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { asFile, readFigures } from './figures.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { poll, figures } = await readFigures(args)
  return asFile(JSON.stringify(figures, null, 1), 'application/json', `abstimmung-${poll.number}.json`)
}
