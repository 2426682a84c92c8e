// Puts a backup back into an empty data folder: `npm run restore -- FILE`. Refuses to overwrite anything.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { readSettings } from '../settings.ts'
import { say } from './backup.ts'
import { noteOperator } from './note-access.ts'

export async function restore([file]: string[]): Promise<number> {
  const settings = readSettings(process.env)
  if (!file) return say('Name the backup to put back: npm run restore -- FILE')
  if (settings.databaseUrl.startsWith('postgres')) {
    return say('This town is on PostgreSQL: put it back with pg_restore, and the folder pictures beside it.')
  }
  if (!existsSync(file)) return say(`There is no file ${file}.`)
  if (existsSync(settings.databaseUrl)) {
    return say(`${settings.databaseUrl} exists already. Name an empty DATA_DIR; nothing is overwritten.`)
  }
  try {
    readBackup(file, settings.databaseUrl, settings.dataDir)
  } catch (error) {
    return say(`${file} could not be put back: ${error instanceof Error ? error.message : String(error)}`)
  }
  await noteOperator(settings, { kind: 'restore', detail: path.basename(file) })
  console.info(`Put back into ${settings.dataDir}. Start the platform as usual.`)
  return 0
}

export function readBackup(file: string, databaseFile: string, dataDir: string): void {
  const kept = new BetterSqlite(file, { readonly: true, fileMustExist: true })
  try {
    const known = kept.prepare("select count(*) from sqlite_master where name = 'backupFile'").pluck().get()
    if (known !== 1) throw new Error('it is not a backup of this platform')
    if (kept.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('the file is damaged')
    mkdirSync(path.join(dataDir, 'pictures'), { recursive: true })
    const files = kept.prepare<[], { name: string; bytes: Buffer }>('select name, bytes from backupFile')
    for (const { name, bytes } of files.iterate()) {
      // A name from a file is not trusted with a path: only our two kinds exist.
      if (!/^(secret|pictures\/[\w-]+\.webp)$/.test(name))
        throw new Error(`it holds a file we do not know: ${name}`)
      writeFileSync(path.join(dataDir, name), bytes, { mode: name === 'secret' ? 0o600 : 0o644, flag: 'wx' })
    }
  } finally {
    kept.close()
  }
  mkdirSync(path.dirname(databaseFile), { recursive: true })
  copyFileSync(file, databaseFile)
  const restored = new BetterSqlite(databaseFile)
  restored.exec('drop table backupFile')
  // Open pages of the workshop hold a later document; theirs and this one must not flow together.
  const drafts = restored.prepare("select 1 from sqlite_master where name = 'sectionDraft'").get()
  if (drafts)
    restored.exec(
      `update "sectionDraft" set generation = substr(generation, 1, 36) || '-' || lower(hex(randomblob(4)))`,
    )
  restored.exec('vacuum')
  restored.pragma('journal_mode = WAL')
  restored.close()
}
