import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { saveBody } from '#app/domain/bodies/body.server.ts'
import { refuse } from '#app/domain/refusal.ts'
import { enter } from '#app/http/door.server.ts'
import { databases } from '#tests/databases.ts'
import { newestMail } from '#tests/people/mails.ts'
import { openTestTown } from '#tests/platform.ts'
import { openSite } from '#tests/site.ts'

test('a deed or a page that is refused leaves one line: when, which account, which action or address', async () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('There is no database to test on.')
  const town = await openTestTown(sqlite)
  const lines: unknown[][] = []
  Object.assign(town.platform, { log: (...line: unknown[]) => lines.push(line) })
  const leo = await town.person('Leo Namenlos')
  const body = {
    slug: 'eigener-rat',
    name: 'Mein Rat',
    kind: 'round-table',
    about: '',
    seats: 3,
    benches: [],
  }
  expect(await town.tries(leo, saveBody, body as never)).toMatchObject({ ok: false })
  expect(lines).toEqual([
    ['info', 'Somebody may not.', { action: 'body.manage', account: leo.accountId, of: 'body' }],
  ])
  expect(JSON.stringify(lines)).not.toMatch(/Leo|Mein Rat/)
  // A page, too: why, which account, and the shape of the address without what stands in it.
  lines.length = 0
  const at = (path: string, params: LoaderFunctionArgs['params']) =>
    enter({
      request: new Request(`https://stimme.example${path}`),
      params,
      context: { platform: town.platform, actor: leo, site: { setUp: true } },
    } as unknown as LoaderFunctionArgs)
  const secret = at('/umfrage/geheimes-wort/rolle?wort=geheim', { word: 'geheimes-wort' })
  await expect(secret.find(Promise.reject(refuse('not_found')))).rejects.toMatchObject({ status: 404 })
  expect(at('/wo/immer', { '*': 'wo/immer' }).refuse('not_allowed').status).toBe(403)
  const seen = 'Somebody was not let in.'
  expect(lines).toEqual([
    ['info', seen, { reason: 'not_found', account: leo.accountId, address: '/umfrage/:word/rolle' }],
    ['info', seen, { reason: 'not_allowed', account: leo.accountId, address: '/:*' }],
  ])
  await town.close()
})

test('a code that is wrong, too many tries and a form from elsewhere leave a line each, without whom they were for', async () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('There is no database to test on.')
  const site = await openSite(sqlite)
  const lines: unknown[][] = []
  Object.assign(site.platform, { log: (...line: unknown[]) => lines.push(line) })
  const mail = 'wer.auch.immer@beispiel.example'
  const post = async (fields: Record<string, string>, origin = site.baseUrl) => {
    const body = new URLSearchParams(fields)
    const answer = await fetch(`${site.baseUrl}/anmelden`, { method: 'POST', body, headers: { origin } })
    return answer.text()
  }
  const step = await post({ intent: 'mail', mail })
  const state = /name="state" value="([^"]+)"/.exec(step)?.[1] ?? ''
  const { code = '' } = await newestMail(site, mail)
  await post({ intent: 'code', state, code: code === '000000' ? '000001' : '000000' })
  await post({ intent: 'mail', mail }, 'https://elsewhere.example')
  for (let turn = 0; turn < 10; turn++) await post({ intent: 'mail', mail: `${turn}.${mail}` })
  expect(lines).toEqual([
    ['info', 'Somebody could not sign in.', { reason: 'code_wrong', step: 'code' }],
    ['info', 'A form came from elsewhere.', { origin: 'https://elsewhere.example' }],
    ['info', 'Somebody tried too often.', { limit: 'sign-in', account: null }],
  ])
  await site.close()
})
