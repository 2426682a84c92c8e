/** Where the large public collections of ballots lie, beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export function collection(name: string): { readonly dir: string; readonly there: boolean } {
  const dir = path.resolve('..', 'shared', 'data', 'elections', name)
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
