// Reads the German statements and the clusters of word forms of the reference data.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(process.env.STIMMTISCH_REFERENCE_DATA ?? '../shared/data')

export const statementFile = 'search-de/statements.csv'
export const clusterFile = 'search-de/stem-clusters.txt'

/** In which statements, by number, a word stands, exactly as it is written. */
export type Places = ReadonlyMap<string, ReadonlySet<number>>

/** Fields in quotes may hold commas, line ends, and quotes written twice. */
export function readStatements(): readonly string[] {
  const rows = [...read(statementFile).matchAll(/^([^,\n]+),(?:"((?:[^"]|"")*)"|([^\n]*))\r?$/gmu)]
  return rows.slice(1).map(([, , quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}

export function readClusters(): readonly (readonly string[])[] {
  const lines = read(clusterFile).trim().split('\n')
  return lines.map((line) => [...new Set(line.trim().split(/\s+/))])
}

export function placesOf(statements: readonly string[]): Places {
  const places = new Map<string, Set<number>>()
  for (const [number, statement] of statements.entries()) {
    for (const word of statement.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []) {
      places.set(word, (places.get(word) ?? new Set()).add(number))
    }
  }
  return places
}

function read(file: string): string {
  return readFileSync(resolve(folder, file), 'utf8')
}
