// Towns of a given size for the bench: made once, kept in .cache/bench, and copied where a run writes into one.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { migrations } from '#db/migrations/index.ts'
import { longConversation, tokenOf, townSecret, writeTown } from './write.ts'

export interface BenchTown {
  readonly contributions: number
  /** Holds the database. */
  readonly dataDir: string
  /** What SESSION_SECRET must say for the sessions to be known. */
  readonly secret: string
  /** Secrets of sessions, one for each of the people who are signed in. */
  readonly tokens: readonly string[]
  /** Ideas are numbered from 1; all but the first have 25 contributions each. */
  readonly ideas: number
  /** How many contributions stand under the first idea. */
  readonly longest: number
}

/** Counts up with every change of what is written, so that kept towns are made anew. */
const edition = 3
const peopleSignedIn = 50

/** The town with this many contributions. Nothing may be written into it: others measure on it too. */
export async function benchTown(contributions: number): Promise<BenchTown> {
  const dataDir = await keptFolder(`town-${contributions}-${edition}`, async (folder) => {
    console.info(`Writing a town with ${contributions.toLocaleString('en')} contributions …`)
    await writeTown(path.join(folder, 'stimmtisch.sqlite'), { contributions, peopleSignedIn })
  })
  return townIn(dataDir, contributions)
}

/** The folder of this name; written once, and anew where the tables have changed since. */
export async function keptFolder(name: string, write: (folder: string) => Promise<void>): Promise<string> {
  // Steps may come in between, so all their names count.
  const shape = createHash('sha256').update(Object.keys(migrations).join()).digest('hex').slice(0, 8)
  const folder = path.resolve(`.cache/bench/${name}-${shape}`)
  if (existsSync(path.join(folder, 'stimmtisch.sqlite'))) return folder
  const unfinished = `${folder}-unfinished`
  for (const old of [folder, unfinished]) rmSync(old, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  await write(unfinished)
  renameSync(unfinished, folder)
  return folder
}

/** A folder of one's own with all that lies in a kept one. */
export function copyOfFolder(kept: string): string {
  const copy = path.join(copiesFolder, `${path.basename(kept)}-${process.pid}-${copies++}`)
  cpSync(kept, copy, { recursive: true })
  return copy
}

/** The same town as a copy of one's own, for parts that write. */
export async function copyOfTown(contributions: number): Promise<BenchTown> {
  const { dataDir } = await benchTown(contributions)
  const copy = path.join(copiesFolder, `${contributions}-${process.pid}-${copies++}`)
  mkdirSync(copy, { recursive: true })
  cpSync(path.join(dataDir, 'stimmtisch.sqlite'), path.join(copy, 'stimmtisch.sqlite'))
  return townIn(copy, contributions)
}

export const copiesFolder = path.resolve('.cache/bench/copies')
let copies = 0

export function removeCopies(): void {
  rmSync(copiesFolder, { recursive: true, force: true })
}

function townIn(dataDir: string, contributions: number): BenchTown {
  const longest = longConversation(contributions)
  return {
    contributions,
    dataDir,
    secret: townSecret,
    tokens: Array.from({ length: peopleSignedIn }, (_, index) => tokenOf(index)),
    ideas: 1 + (contributions - longest) / 25,
    longest,
  }
}
