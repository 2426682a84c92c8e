// The framework compiles every address of the house anew, several times with each request. Here they are compiled once:
// a request is matched against them, and the framework gets a house that has only the page asked for.
import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/** Gives the house with one page, or null where the whole house has to look: an address that is odd or leads nowhere. */
export type FindBranch = (path: string) => ServerBuild | null

export function openBranches(build: ServerBuild): FindBranch {
  const byLength = new Map<number, Address[]>()
  for (const address of addressesOf(build.routes)) {
    const { length } = address.segments
    byLength.set(length, [...(byLength.get(length) ?? []), address])
  }
  const branches = new Map<string, ServerBuild>()
  return (path) => {
    // What is left out here may be written in another way, such as with %-signs.
    const plain = /^((?:\/[\w-]+)*)\/?$/.exec(path.replace(/\.data$/, ''))?.[1]
    if (plain === undefined) return null
    const asked = plain.split('/').slice(1)
    const found = (byLength.get(asked.length) ?? []).find(({ segments }) => fits(segments, asked))
    if (!found) return null
    let branch = branches.get(found.id)
    if (!branch) {
      branch = branchOf(build, found.id)
      branches.set(found.id, branch)
    }
    return branch
  }
}

interface Address {
  readonly id: string
  /** Null where anything may stand. */
  readonly segments: readonly (string | null)[]
}

/** As the framework ranks them: the address with the most words first, then the one written first. */
function addressesOf(routes: Routes): readonly Address[] {
  const words = ({ segments }: Address) => segments.filter((segment) => segment !== null).length
  return Object.values(routes)
    .filter(({ path, index }) => index || (path !== undefined && path !== '' && !/[*?.]/.test(path)))
    .map(({ id, path = '' }) => ({
      id,
      segments: path
        .split('/')
        .filter((segment) => segment !== '')
        .map((segment) => (segment.startsWith(':') ? null : segment.toLowerCase())),
    }))
    .sort((a, b) => words(b) - words(a))
}

function fits(segments: readonly (string | null)[], asked: readonly string[]): boolean {
  return segments.every((segment, index) => segment === null || segment === asked[index]?.toLowerCase())
}

function branchOf(build: ServerBuild, id: string): ServerBuild {
  const ids: string[] = []
  for (let at: string | undefined = id; at !== undefined; at = build.routes[at]?.parentId) ids.push(at)
  const only = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => ids.includes(name)))
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  }
}
