// Everything random or signed: made here, so that rules and deeds never touch chance.
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Platform } from '#app/domain/platform.ts'
import { shortestSecret, WrongSetting } from './settings.ts'

type Secrets = Pick<Platform, 'newSecret' | 'newCode' | 'hash' | 'digest' | 'seal' | 'unseal'>

export function openSecrets(key: string): Secrets {
  const mac = (purpose: string, text: string) =>
    createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url')
  return {
    newSecret: () => randomBytes(32).toString('base64url'),
    newCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
    hash: (secret) => mac('stored', secret),
    digest: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    seal(purpose, value) {
      const text = Buffer.from(JSON.stringify(value)).toString('base64url')
      return `${text}.${mac(`sealed:${purpose}`, text)}`
    },
    unseal<T>(purpose: string, sealed: string): T | null {
      const [text = '', mark = ''] = sealed.split('.')
      const expected = Buffer.from(mac(`sealed:${purpose}`, text))
      const given = Buffer.from(mark)
      if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
      return JSON.parse(Buffer.from(text, 'base64url').toString()) as T
    },
  }
}

/** The house's own key: from the settings, or made once and kept where only this user reads it. */
export function keepSecretKey(dataDir: string, given: string | null): string {
  if (given !== null) return given
  mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, 'secret')
  if (!existsSync(file)) makeKey(file)
  const key = readFileSync(file, 'utf8')
  if (key.trim().length < shortestSecret)
    throw new WrongSetting(
      `The key in ${file} is shorter than ${shortestSecret} letters. Restore it from a backup.`,
    )
  return key
}

/** Whole or not at all, and the first of two processes wins. */
function makeKey(file: string): void {
  const made = `${file}.${randomBytes(8).toString('hex')}`
  writeFileSync(made, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(made, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(made)
  }
}
