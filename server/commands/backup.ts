// Writes one file that holds everything of a town: `npm run backup -- FILE`, also while the platform runs.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { readSettings } from '../settings.ts'
import { leaveOutOpenBallots } from './backup-ballots.ts'
import { noteOperator } from './note-access.ts'

export async function backup([file]: string[]): Promise<number> {
  const settings = readSettings(process.env)
  if (!file) return say('Name the file to write: npm run backup -- FILE')
  if (settings.databaseUrl.startsWith('postgres')) {
    return say('This town is on PostgreSQL: back it up with pg_dump as docs/self-hosting.md says.')
  }
  if (!existsSync(settings.databaseUrl)) return say(`There is no database at ${settings.databaseUrl}.`)
  if (existsSync(file)) return say(`${file} exists already. Name a new file; nothing is overwritten.`)
  await noteOperator(settings, { kind: 'backup', detail: path.basename(file) })
  await writeBackup(settings.databaseUrl, settings.dataDir, file)
  console.info(`Backed up to ${file}.`)
  return 0
}

/** The online backup of the database, with the pictures and the house's key in a table of their own. */
export async function writeBackup(databaseFile: string, dataDir: string, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`
  rmSync(unfinished, { force: true })
  const source = new BetterSqlite(databaseFile, { readonly: true })
  try {
    await source.backup(unfinished)
  } finally {
    source.close()
  }
  const copy = new BetterSqlite(unfinished)
  try {
    // One file, not three: the copy carries no write-ahead log of its own.
    copy.pragma('journal_mode = DELETE')
    leaveOutOpenBallots(copy)
    copy.exec('create table backupFile (name text primary key not null, bytes blob not null)')
    const keep = copy.prepare('insert into backupFile (name, bytes) values (?, ?)')
    copy.transaction(() => {
      for (const name of filesToKeep(dataDir)) keep.run(name, readFileSync(path.join(dataDir, name)))
    })()
    const sound = copy.pragma('integrity_check', { simple: true })
    if (sound !== 'ok') throw new Error(`The copy is not sound: ${String(sound)}`)
  } finally {
    copy.close()
  }
  renameSync(unfinished, file)
}

/** Pictures are read after the database, so every picture a row names is there; they are never changed, only added. */
function filesToKeep(dataDir: string): readonly string[] {
  const pictures = path.join(dataDir, 'pictures')
  const names = existsSync(pictures) ? readdirSync(pictures).map((name) => `pictures/${name}`) : []
  return existsSync(path.join(dataDir, 'secret')) ? [...names, 'secret'] : names
}

export function say(sentence: string): number {
  console.error(sentence)
  return 2
}
