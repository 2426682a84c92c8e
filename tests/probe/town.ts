// The demo town in a process of its own, in a folder of its own, and its database beside it for counting what changed.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { eventTable } from '#server/commands/events.ts'
import { permissionTable } from '#server/commands/permissions.ts'
import { routeTable } from '#server/commands/routes.ts'
import { type Reply, request } from './http.ts'
import type { Person } from './room.ts'

export interface PermissionRow {
  readonly standings: readonly string[]
  readonly never: readonly string[]
}

export interface TownFacts {
  readonly accounts: readonly (Person & { readonly name: string })[]
  readonly things: Readonly<
    Record<string, Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>>
  >
  readonly conversations: readonly { readonly id: string; readonly idea: number; readonly state: string }[]
  readonly canaries: readonly {
    readonly word: string
    readonly where: string
    readonly readers: { readonly handles: readonly string[]; readonly roles: readonly string[] }
  }[]
}

export interface Town {
  readonly port: number
  readonly origin: string
  readonly dataDir: string
  readonly facts: TownFacts
  readonly routes: ReturnType<typeof routeTable>
  readonly events: ReturnType<typeof eventTable>
  readonly permissions: ReadonlyMap<string, PermissionRow>
  /** The session of somebody, opened once; none for guests. */
  cookieOf(handle: string): string | null
  signIn(handle: string): Promise<string>
  /** Signs these people in, now and whenever the process begins anew. */
  bringIn(handles: readonly string[]): Promise<void>
  rows<Row>(query: string, ...values: unknown[]): Row[]
  /** Changes whenever anything was written. */
  pulse(): number
  /** A digest of each table, without what the house notes by itself. */
  digest(): ReadonlyMap<string, string>
  /** Waits until no job and no mail is due. */
  settled(): Promise<void>
  /** From now on `again` leads back to this moment. */
  keep(): Promise<void>
  /** The process anew on the town as it was first played, or kept. */
  again(): Promise<void>
  stop(): Promise<void>
}

/** Text of the built server replaced before it starts; `times` is how often it must be found. */
export interface Change {
  readonly find: RegExp
  readonly put: string
}

export interface TownWish {
  readonly changes?: readonly Change[]
}

/** Plays the town once into a folder that each process then gets a copy of. */
export async function playedOnce(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stimmtisch-probe-town-'))
  const build = await builtWith([])
  const { child, port } = await start(build, folder)
  await ended(child, port)
  return folder
}

export async function openTown(played: string, wish: TownWish): Promise<Town> {
  const build = await builtWith(wish.changes ?? [])
  const dataDir = await mkdtemp(path.join(tmpdir(), 'stimmtisch-probe-'))
  let base = played
  const cookies = new Map<string, string>()
  let running = await begin()
  let facts = await readFacts()
  let everybody: readonly string[] = []
  let lastPulse = -1
  let lastDigest: ReadonlyMap<string, string> = new Map()

  async function begin() {
    await rm(dataDir, { recursive: true, force: true })
    await cp(base, dataDir, { recursive: true })
    const started = await start(build, dataDir)
    const db = new Sqlite(path.join(dataDir, 'stimmtisch.sqlite'), { readonly: true })
    return { ...started, db }
  }
  async function readFacts(): Promise<TownFacts> {
    return JSON.parse((await request(running.port, '/demo/town.json')).body)
  }
  async function signEverybodyIn(): Promise<void> {
    for (const handle of everybody) {
      if (handle === 'guest') continue
      // A second device, so that the account shows sessions to end.
      await signIn(handle)
      cookies.set(handle, await signIn(handle))
    }
  }
  async function signIn(handle: string): Promise<string> {
    const reply = await request(running.port, '/demo', {
      method: 'POST',
      body: `person=${encodeURIComponent(handle)}`,
      headers: { origin: `http://127.0.0.1:${running.port}` },
    })
    const [cookie] = [reply.headers['set-cookie'] ?? ''].flat()
    const value = cookie?.split(';')[0]
    if (!value) throw new Error(`${handle} cannot sign in: ${reply.status} ${reply.body.slice(0, 200)}`)
    return value
  }
  const town: Town = {
    get port() {
      return running.port
    },
    get origin() {
      return `http://127.0.0.1:${running.port}`
    },
    get facts() {
      return facts
    },
    dataDir,
    routes: routeTable(),
    events: eventTable(),
    permissions: new Map(permissionTable().map((row) => [row.action, row])),
    cookieOf: (handle) => cookies.get(handle) ?? null,
    signIn,
    async bringIn(handles) {
      everybody = handles
      await signEverybodyIn()
    },
    rows: <Row>(query: string, ...values: unknown[]) => running.db.prepare(query).all(...values) as Row[],
    pulse: () => running.db.pragma('data_version', { simple: true }) as number,
    digest() {
      const pulse = town.pulse()
      if (pulse !== lastPulse) lastDigest = digestOf(running.db)
      lastPulse = pulse
      return lastDigest
    },
    settled: () => settled(running.db),
    async keep() {
      running.db.close()
      await ended(running.child, running.port)
      base = await mkdtemp(path.join(tmpdir(), 'stimmtisch-probe-kept-'))
      await cp(dataDir, base, { recursive: true })
      await town.again()
    },
    async again() {
      if (running.db.open) running.db.close()
      lastPulse = -1
      await ended(running.child, running.port)
      running = await begin()
      facts = await readFacts()
      await signEverybodyIn()
    },
    async stop() {
      running.db.close()
      await ended(running.child, running.port)
      await rm(dataDir, { recursive: true, force: true })
      if (base !== played) await rm(base, { recursive: true, force: true })
      if (build.own) await rm(build.folder, { recursive: true, force: true })
    },
  }
  await town.settled()
  return town
}

interface Build {
  readonly folder: string
  readonly own: boolean
}

/** The built server as it is, or a copy of it with holes cut into it. Stands inside the project, so that it finds its packages. */
async function builtWith(changes: readonly Change[]): Promise<Build> {
  const project = process.cwd()
  if (changes.length === 0) return { folder: project, own: false }
  await mkdir('.cache', { recursive: true })
  const folder = await mkdtemp(path.resolve('.cache/probe-broken-'))
  await mkdir(path.join(folder, 'build/server'), { recursive: true })
  for (const name of ['server', 'app', 'package.json'])
    await symlink(path.join(project, name), path.join(folder, name))
  await symlink(path.join(project, 'build/client'), path.join(folder, 'build/client'))
  const unused = new Set(changes)
  for (const file of await readdir('build/server', { recursive: true })) {
    // The assets are the pages as Remix built them; what runs is the bundle made of them.
    if (!file.endsWith('.js') || file.startsWith('assets')) continue
    await mkdir(path.dirname(path.join(folder, 'build/server', file)), { recursive: true })
    let text = await readFile(path.join('build/server', file), 'utf8')
    for (const change of changes) {
      const changed = text.replace(change.find, change.put)
      if (changed !== text) unused.delete(change)
      text = changed
    }
    await writeFile(path.join(folder, 'build/server', file), text)
  }
  const [lost] = unused
  if (lost)
    throw new Error(`Nothing in the built server matches ${lost.find}: build it, or plant this hole anew.`)
  return { folder, own: true }
}

async function start(build: Build, dataDir: string): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [
      '--import',
      path.resolve('tests/probe/without-limits.js'),
      path.join(build.folder, 'build/server/index.js'),
    ],
    {
      cwd: build.folder,
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
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let said = ''
  child.stderr?.on('data', (part: Buffer) => {
    said = (said + part).slice(-4000)
  })
  const patience = Date.now() + 400_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The town's process ended with ${child.exitCode}:\n${said}`)
    const answer = await request(port, '/healthz').catch(() => null)
    if (answer?.status === 200) return { child, port }
    if (Date.now() > patience) throw new Error(`The town does not answer:\n${said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function ended(child: ChildProcess, _port: number): Promise<void> {
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

/** What the house writes without anybody having done something. */
const ownNotes = /^(job|sqlite_|_|kysely|search\w*_(data|idx|docsize|config|content))/
const ownColumns = new Set(['seenAt', 'attempts', 'claimedUntil', 'sentAt'])

function digestOf(db: Sqlite.Database): ReadonlyMap<string, string> {
  const tables = db.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[]
  return new Map(
    tables
      .filter(({ name }) => !ownNotes.test(name))
      .map(({ name }) => {
        const rows = db.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]
        const lines = rows.map((row) =>
          JSON.stringify(Object.entries(row).filter(([column]) => !ownColumns.has(column))),
        )
        return [name, createHash('sha256').update(lines.sort().join('\n')).digest('base64url')] as const
      }),
  )
}

export function changedTables(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name)
}

async function settled(db: Sqlite.Database): Promise<void> {
  const patience = Date.now() + 30_000
  for (;;) {
    const now = new Date().toISOString()
    const { due } = db
      .prepare(
        'select (select count(*) from job where "doneAt" is null and "dueAt" <= ?) + (select count(*) from mail where "sentAt" is null and "dueAt" <= ?) as due',
      )
      .get(now, now) as { due: number }
    if (due === 0) return
    if (Date.now() > patience) throw new Error(`${due} jobs and mails are still due.`)
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}

export function isRedirect(reply: Reply): boolean {
  return reply.status >= 300 && reply.status < 400
}
