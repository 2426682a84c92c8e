// Mails of a town without a mail server: each as the .eml file a mail program opens, and beside it as JSON for our own page.
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MailMessage } from '../mail.ts'

export interface KeptMail extends MailMessage {
  readonly keptAt: string
}

export async function keepMail(dataDir: string, message: MailMessage, raw: Buffer): Promise<void> {
  const folder = mailFolder(dataDir)
  // Mails hold sign-in codes: for nobody but the process's own user.
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const keptAt = new Date().toISOString()
  const name = `${keptAt.replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`
  await writeWhole(join(folder, `${name}.eml`), raw)
  await writeWhole(join(folder, `${name}.json`), JSON.stringify({ ...message, keptAt } satisfies KeptMail))
}

/** The newest first. */
export async function listKeptMails(dataDir: string, most = 100): Promise<readonly KeptMail[]> {
  const folder = mailFolder(dataDir)
  const files = await readdir(folder).catch(noneWhereNoFolder)
  const newest = files
    .filter((file) => file.endsWith('.json'))
    .sort()
    .reverse()
    .slice(0, most)
  return Promise.all(
    newest.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as KeptMail),
  )
}

function mailFolder(dataDir: string): string {
  return join(dataDir, 'mail')
}

/** A reader never meets half a file. */
async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  await writeFile(`${file}.part`, content, { mode: 0o600 })
  await rename(`${file}.part`, file)
}

function noneWhereNoFolder(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
