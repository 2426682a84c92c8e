// The built server as a process of its own on the probe's folder, with holes cut into it while it starts.
import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { request } from './http.ts'

/** Text of the built server replaced while it starts. */
export interface Change {
  readonly find: RegExp
  readonly put: string
}

/** A hole that changes nothing is none. */
export async function checkHoles(holes: readonly Change[]): Promise<void> {
  if (holes.length === 0) return
  // The assets are the pages as Remix built them; what runs is the bundle made of them.
  const files = (await readdir('build/server')).filter((file) => file.endsWith('.js'))
  const texts = await Promise.all(files.map((file) => readFile(path.join('build/server', file), 'utf8')))
  for (const { find, put } of holes)
    if (!texts.some((text) => text.replace(find, put) !== text))
      throw new Error(`Nothing in the built server matches ${find}: build it, or plant this hole anew.`)
}

export async function start(
  dataDir: string,
  holes: readonly Change[],
): Promise<{ child: ChildProcess; port: number; log(): string }> {
  const port = await freePort()
  const loaded = ['without-limits.js', ...(holes.length > 0 ? ['with-holes.js'] : [])]
  const child = spawn(
    process.execPath,
    [...loaded.flatMap((file) => ['--import', path.resolve('tests/probe', file)]), 'build/server/index.js'],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        STIMMTISCH_DEMO: '1',
        PORT: String(port),
        HOST: '127.0.0.1',
        BASE_URL: `http://127.0.0.1:${port}`,
        DATA_DIR: dataDir,
        DATABASE_URL: '',
        SMTP_URL: '',
        LOG_LEVEL: 'error',
        PROBE_HOLES: JSON.stringify(
          holes.map(({ find, put }) => ({ find: find.source, flags: find.flags, put })),
        ),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  const keep = (part: Buffer) => {
    said = (said + part).slice(-400_000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const patience = Date.now() + 400_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The town's process ended with ${child.exitCode}:\n${said}`)
    const answer = await request(port, '/healthz').catch(() => null)
    if (answer?.status === 200) return { child, port, log: () => said }
    if (Date.now() > patience) throw new Error(`The town does not answer:\n${said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await gone
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
