/** Where the large public collections of ballots lie, beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const elections = path.resolve(process.env.STIMMTISCH_REFERENCE_DATA ?? '../shared/data', 'elections')

/** Every collection there is; each has a test that counts all of it. */
const counted = [
  'apportionment',
  'approval-committees',
  'debian',
  'majority-judgment',
  'meek-stv',
  'participatory-budget',
  'ranked',
  'rctab',
  'scottish-stv',
  'star',
] as const

/** Names of collections beside the project that no test counts. */
export function uncounted(): readonly string[] {
  const folders = readdirSync(elections, { withFileTypes: true }).filter((one) => one.isDirectory())
  return folders.map(({ name }) => name).filter((name) => !(counted as readonly string[]).includes(name))
}

export function collection(name: (typeof counted)[number]): {
  readonly dir: string
  readonly there: boolean
} {
  const dir = path.join(elections, name)
  return { dir, there: existsSync(dir) }
}

export function namesIn(dir: string, ending: string): string[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort()
}

export function textOf(...parts: readonly string[]): string {
  return readFileSync(path.join(...parts), 'utf8')
}

// biome-ignore lint/suspicious/noExplicitAny: collections of others, each with its own shape
export function jsonOf(...parts: readonly string[]): any {
  return JSON.parse(textOf(...parts))
}
