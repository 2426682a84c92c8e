// Prints every address with its methods and the actions of the policy its file asks for.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { policy } from '#app/domain/policy.ts'
import { feeds, pages } from '#app/routes.ts'
import { print } from './print.ts'

export interface RouteRow {
  readonly address: string
  readonly methods: readonly string[]
  readonly actions: readonly string[]
  readonly file: string
}

const rootFolder = path.resolve('app')

export function routeTable(): readonly RouteRow[] {
  return [...pages, ...feeds].map(([address, file]) => {
    const source = readFileSync(path.join(rootFolder, 'routes', file), 'utf8')
    const writes = /export (async )?(function|const) action\b/.test(source)
    return {
      address: address === '/' ? '/' : `/${address}`,
      methods: writes ? ['GET', 'POST'] : ['GET'],
      actions: [...actionsAskedIn(path.join(rootFolder, 'routes', file), new Set())].sort(),
      file: `app/routes/${file}`,
    }
  })
}

/** Follows a page to the deeds it imports, by way of its own room too: what they require is what the address asks for. */
function actionsAskedIn(file: string, seen: Set<string>): Set<string> {
  const asked = new Set<string>()
  if (seen.has(file)) return asked
  seen.add(file)
  const source = readFileSync(file, 'utf8')
  for (const action of Object.keys(policy)) if (source.includes(`'${action}'`)) asked.add(action)
  if (file.includes(`${path.sep}domain${path.sep}`)) return asked
  for (const [, named = ''] of source.matchAll(
    // 'space.ts' is the rule that says which question each house asks.
    /from '((?:#app\/(?:domain|routes|http)|\.)[\w/.-]+(?:\.server|\/space)\.ts)'/g,
  )) {
    if (named.endsWith('door.server.ts')) continue
    const target = named.startsWith('#app/')
      ? path.join(rootFolder, named.slice('#app/'.length))
      : path.join(path.dirname(file), named)
    for (const action of actionsAskedIn(target, seen)) asked.add(action)
  }
  return asked
}

export function listRoutes(args: string[]): number {
  return print(args, routeTable() as unknown as readonly Record<string, unknown>[])
}
