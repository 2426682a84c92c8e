// What an administrator sees of the running process: is it well, what does it count, does it stop in good order.
// Needs `npm run build` first.
import { type AddressInfo, connect, createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Serving, serve } from '#server/serve.ts'
import { databases } from '#tests/databases.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

const [sqlite] = databases
const origin = 'http://127.0.0.1'
let town: TestTown | null = null
let serving: Serving | null = null

afterEach(async () => {
  await serving?.stop()
  await town?.close()
  serving = town = null
})

async function start(overrides: Partial<NodeJS.ProcessEnv> = {}): Promise<Serving> {
  if (!sqlite) throw new Error('There is no database to test on.')
  town = await openTestTown(sqlite, overrides)
  serving = await serve(town.settings)
  return serving
}

test('a form that is still arriving is answered before the process ends, and nobody new is let in', async () => {
  const running = await start()
  const { port } = running
  const body = 'intent=mail&mail=renate'
  const form = connect(port, '127.0.0.1')
  let answer = ''
  const answered = new Promise((resolve) => form.on('close', resolve))
  form.on('data', (bytes) => {
    answer += bytes
  })
  form.write(
    `POST /anmelden HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 8)}`,
  )
  expect(await isReached(port)).toBe(true)
  const stopped = running.stop()
  serving = null
  await expect.poll(() => isReached(port)).toBe(false)
  form.write(body.slice(8))
  await Promise.all([answered, stopped])
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain('value="renate"')
})

test('health is told to everybody, figures only on their own port, and they name no address', async () => {
  const metricsPort = await freePort()
  const { port } = await start({ METRICS_PORT: String(metricsPort) })
  const health = await fetch(`http://127.0.0.1:${port}/healthz`)
  expect(await health.json()).toMatchObject({ status: 'ok' })
  const ideas = await fetch(`http://127.0.0.1:${port}/ideen`)
  expect([ideas.status, await ideas.text()]).toEqual([200, expect.stringContaining('<h1>Ideen')])
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404)
  const read = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  await expect.poll(read).toMatch(/stimmtisch_answer_seconds_count\{method="GET",status="200"\} 2\b/)
  const figures = await read()
  expect(figures).toMatch(/^stimmtisch_mails_waiting 0$/m)
  expect(figures).not.toContain('/ideen')
})

function isReached(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const visitor = connect(port, '127.0.0.1')
    visitor.once('error', () => resolve(false))
    visitor.once('connect', () => {
      visitor.destroy()
      resolve(true)
    })
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
