// Seals, and the key they hang on.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { keepSecretKey, openSecrets } from '#server/secrets.ts'

test('a seal opens for its own purpose, under its own key, and unchanged', () => {
  const [ours, others] = [openSecrets('a'.repeat(40)), openSecrets('b'.repeat(40))]
  const sealed = ours.seal('sign-in', { requestId: '7' })
  expect(ours.unseal('sign-in', sealed)).toEqual({ requestId: '7' })
  expect(ours.unseal('change-mail', sealed)).toBeNull()
  expect(others.unseal('sign-in', sealed)).toBeNull()
  const [text = '', mark = ''] = sealed.split('.')
  const forged = Buffer.from(JSON.stringify({ requestId: '8' })).toString('base64url')
  for (const odd of [`${forged}.${mark}`, text, `${text}.`, `${text}.${mark}x`, `.${mark}`, ''])
    expect(ours.unseal('sign-in', odd), odd).toBeNull()
})

test('the house’s key is made once, whole, for this user alone; a short one stops the start', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'stimmtisch-key-'))
  const file = path.join(dataDir, 'secret')
  const key = keepSecretKey(dataDir, null)
  expect(key.length).toBeGreaterThanOrEqual(64)
  expect(readFileSync(file, 'utf8')).toBe(key)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(keepSecretKey(dataDir, null)).toBe(key)
  for (const cut of ['', key.slice(0, 31)]) {
    writeFileSync(file, cut)
    expect(() => keepSecretKey(dataDir, null)).toThrow(/shorter than 32 letters/)
  }
  rmSync(dataDir, { recursive: true })
})
