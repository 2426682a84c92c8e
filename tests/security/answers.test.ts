// What every answer of the house carries, whatever was asked for. Needs `npm run build` first.
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionCookie, sessionTokenIn } from '#app/http/session-cookie.ts'
import { type Serving, serve } from '#server/serve.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

let town: TestTown
let serving: Serving
let address: string

beforeAll(async () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('There is no database to test on.')
  town = await openTestTown(sqlite, { BASE_URL: 'https://stimme.example' })
  serving = await serve(town.settings, () => town.now)
  address = `http://127.0.0.1:${serving.port}`
})
afterAll(async () => {
  await serving.stop()
  await town.close()
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(address + path, { headers, method, redirect: 'manual' })

const everything = [
  '/',
  '/en',
  '/ideen',
  '/ideen/neu',
  '/ideen.atom',
  '/ideen/aehnlich.json?q=probe',
  '/konto',
  '/konto/export.json',
  '/suche?q=a',
  '/gibt-es-nicht',
  '/ideen/987654',
  '/healthz',
  '/favicon.svg',
  '/bilder/nichts.webp',
  '/assets/nichts.js',
  '/.well-known/security.txt',
  '/%E0%A4%A',
  '/live/?EIO=4&transport=polling',
]

describe('every answer', () => {
  test.each(everything)('%s tells browsers to guess nothing and to trust nobody else', async (path) => {
    const { status, headers } = await get(path, { origin: 'https://evil.example' })
    expect(status, path).toBeLessThan(500)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
    const policy = headers.get('content-security-policy') ?? ''
    for (const rule of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy, path).toContain(rule)
    expect(policy).not.toMatch(/unsafe-(inline|eval)/)
  })

  test('says what it is, in which signs', async () => {
    for (const path of everything) {
      const answer = await get(path)
      const text = await answer.text()
      const type = answer.headers.get('content-type') ?? ''
      if (text !== '' && /^text\/(html|plain)/.test(type)) expect(type, path).toMatch(/charset=utf-8/i)
    }
  })

  test('a refused post, a too long one and a foreign one carry the same headers', async () => {
    const foreign = await get('/ideen/neu', { origin: 'https://evil.example' }, 'POST')
    expect([foreign.status, foreign.headers.get('x-content-type-options')]).toEqual([403, 'nosniff'])
    const long = await fetch(`${address}/ideen/neu`, {
      method: 'POST',
      body: 'a'.repeat(1_100_000),
      headers: { origin: 'https://stimme.example', 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect([long.status, long.headers.get('x-content-type-options')]).toEqual([413, 'nosniff'])
    expect(await long.text()).toContain('zu viel')
  })

  test('each page has a nonce of its own', async () => {
    const nonces = new Set<string>()
    for (let i = 0; i < 3; i++) {
      const policy = (await get('/ideen/neu')).headers.get('content-security-policy') ?? ''
      nonces.add(/'nonce-([\w-]+)'/.exec(policy)?.[1] ?? '')
    }
    expect(nonces.size).toBe(3)
  })

  test('what an account sees is for no cache; nothing is kept for a guest without asking again', async () => {
    const cookie = `__Host-stimmtisch=${'a'.repeat(43)}`
    expect((await get('/ideen', { cookie })).headers.get('cache-control')).toContain('no-store')
    expect((await get('/ideen', { cookie })).headers.get('vary')?.toLowerCase()).toContain('cookie')
    expect((await get('/ideen')).headers.get('vary')?.toLowerCase()).toContain('cookie')
  })
})

test('the one cookie is bound to host and HTTPS, hidden from scripts, and not sent along from other sites', () => {
  const secret = 'x'.repeat(43)
  expect(sessionCookie(secret, 'https://stimme.example')).toBe(
    `__Host-stimmtisch=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=5184000; Secure`,
  )
  expect(sessionTokenIn(`stimmtisch=${secret}`, 'https://stimme.example')).toBeNull()
  expect(sessionTokenIn(`__Host-stimmtisch=${secret}`, 'https://stimme.example')).toBe(secret)
})

test('a first visit gets no cookie at all', async () => {
  for (const path of everything) expect((await get(path)).headers.get('set-cookie'), path).toBeNull()
})

describe('security.txt', () => {
  test('names the town’s address and runs out within half a year', async () => {
    const text = await (await get('/.well-known/security.txt')).text()
    expect(text).toContain('Contact: mailto:stadt@beispiel.example')
    expect(text).toContain('Canonical: https://stimme.example/.well-known/security.txt')
    expect(text).toContain('Expires: 2027-09-06T00:00:00Z')
  })

  test('is missing while the town has no imprint', async () => {
    const setting = await town.platform.database.write
      .deleteFrom('setting')
      .where('name', '=', 'imprint')
      .returningAll()
      .executeTakeFirstOrThrow()
    expect((await get('/.well-known/security.txt')).status).not.toBe(200)
    await town.platform.database.write.insertInto('setting').values(setting).execute()
  })
})

/** What scanners look for first. */
const scanned = [
  '/.git/config',
  '/.git/HEAD',
  '/.env',
  '/.npmrc',
  '/package.json',
  '/package-lock.json',
  '/server/index.ts',
  '/build/server/index.js',
  '/data/secret',
  '/data/stimmtisch.sqlite',
  '/stimmtisch.sqlite',
  '/secret',
  '/metrics',
  '/server-status',
  '/debug',
  '/phpinfo.php',
  '/wp-login.php',
  '/admin',
  '/actuator/health',
  '/__test/manifest',
  '/demo',
  '/demo/post',
  '/demo/town.json',
  '/demo/bausteine',
  '/bilder/../secret',
  '/bilder/..%2fsecret',
  '/bilder/%2e%2e/secret',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/server/index.js',
  '/..%5c..%5cpackage.json',
  '/bilder/',
  '/assets/',
]

test('nothing of the machinery can be fetched', async () => {
  const found: string[] = []
  for (const path of scanned) {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: stimme.example\r\nConnection: close\r\n\r\n`)
    if (!/^HTTP\/1\.1 (404|403|400) /.test(answer)) found.push(`${path}: ${answer.slice(0, 40)}`)
  }
  expect(found).toEqual([])
})

describe('a request with two meanings', () => {
  const host = 'Host: stimme.example\r\n'
  test.each([
    [
      'length and pieces at once',
      `POST /ideen/neu HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    [
      'two lengths',
      `POST /ideen/neu HTTP/1.1\r\n${host}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef`,
    ],
    ['a folded header', `GET / HTTP/1.1\r\n${host}X-A: b\r\n c\r\nTransfer-Encoding : chunked\r\n\r\n`],
    ['a space before the colon', `POST / HTTP/1.1\r\n${host}Content-Length : 5\r\n\r\nabcde`],
    ['an end of line within a header', `GET / HTTP/1.1\r\n${host}X-A: b\rX-B: c\r\n\r\n`],
    ['pieces of an unknown kind', `POST / HTTP/1.1\r\n${host}Transfer-Encoding: xchunked\r\n\r\n`],
  ])('%s is refused and the connection closed', async (_, request) => {
    expect(await raw(request)).toMatch(/^HTTP\/1\.1 (400|403|413|501) /)
  })
})

test('another host in the request changes no address the house gives out', async () => {
  const forgeries: readonly Record<string, string>[] = [
    { 'X-Forwarded-Host': 'evil.example' },
    { 'X-Forwarded-Proto': 'http', Forwarded: 'host=evil.example' },
    { 'X-Original-URL': '/betrieb', 'X-Rewrite-URL': '/betrieb' },
  ]
  for (const headers of forgeries) {
    for (const path of ['/ideen.atom', '/ideen', '/konto']) {
      const answer = await get(path, headers)
      expect(`${await answer.text()}${answer.headers.get('location')}`).not.toContain('evil.example')
    }
  }
  const forged = await raw('GET /ideen.atom HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')
  expect(forged).toContain('https://stimme.example/ideen')
  expect(forged).not.toContain('evil.example')
})

test('a forged address gives nobody more tries', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 12; i++) {
    const answer = await fetch(`${address}/anmelden`, {
      method: 'POST',
      headers: {
        origin: 'https://stimme.example',
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': `203.0.113.${i}`,
        forwarded: `for=203.0.113.${i}`,
        'x-real-ip': `203.0.113.${i}`,
        'cf-connecting-ip': `203.0.113.${i}`,
      },
      body: `intent=mail&mail=niemand${i}@beispiel.example`,
    })
    statuses.push(answer.status)
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(10)
  expect(statuses.slice(10)).toEqual([429, 429])
})

/** Sends bytes as they stand and gives back what comes until the end. */
function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(serving.port, '127.0.0.1', () => socket.write(request))
    let answer = ''
    socket.setTimeout(3000, () => socket.destroy())
    socket.on('data', (part) => {
      answer += part.toString('utf8')
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}
