// The demo town in a process of its own, in a folder of its own, and its database beside it for counting what changed.
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { eventTable } from '#server/commands/events.ts'
import { permissionTable } from '#server/commands/permissions.ts'
import { routeTable } from '#server/commands/routes.ts'
import { changesIn } from './counting.ts'
import { type Reply, request } from './http.ts'
import type { Person } from './room.ts'
import { type Change, checkHoles, ended, start } from './town-process.ts'

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
  /** The mails of the story, which were written and never sent. */
  readonly oldMails: readonly OldMail[]
  readonly cookies: ReadonlyMap<string, string>
  /** The session of somebody, opened once; none for guests. */
  cookieOf(handle: string): string | null
  signIn(handle: string): Promise<string>
  bringIn(handles: readonly string[]): Promise<void>
  rows<Row>(query: string, ...values: unknown[]): Row[]
  /** How often each table changed, without what the house notes by itself. */
  digest(): ReadonlyMap<string, string>
  /** What the process wrote since it started, the newest at the end. */
  log(): string
  /** The same of every process of this town. */
  everSaid(): string
  /** Waits until no job and no mail is due. */
  settled(): Promise<void>
  /** The process anew on the town as it was made ready. */
  again(): Promise<void>
  /** Every mail the house wrote since it was opened, also before it began anew. */
  mailsWritten(): Promise<readonly OldMail[]>
  stop(): Promise<void>
}

export interface OldMail {
  readonly to: string
  readonly said: string
}

/** A town played, furnished and signed in, kept in a folder: see ready.ts. */
export interface ReadyTown {
  readonly folder: string
  readonly cookies: ReadonlyMap<string, string>
  readonly people: readonly Person[]
  readonly mails: readonly OldMail[]
}

export interface TownWish {
  readonly holes?: readonly Change[]
  /** Works in the folder itself, so that it holds what was done there. */
  readonly keeping?: boolean
}

export async function openTown(
  ready: ReadyTown,
  { holes = [], keeping = false }: TownWish = {},
): Promise<Town> {
  await checkHoles(holes)
  const dataDir = keeping ? ready.folder : await mkdtemp(path.join(tmpdir(), 'stimmtisch-probe-'))
  const cookies = new Map(ready.cookies)
  const written: OldMail[] = []
  const said: string[] = []
  let running = await begin()
  const facts = await readFacts(running.port)

  async function begin() {
    if (!keeping) {
      await rm(dataDir, { recursive: true, force: true })
      await cp(ready.folder, dataDir, { recursive: true })
    }
    const started = await start(dataDir, holes)
    const db = new Sqlite(path.join(dataDir, 'stimmtisch.sqlite'), { readonly: true })
    return { ...started, db }
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
    facts,
    dataDir,
    routes: routeTable(),
    events: eventTable(),
    permissions: new Map(permissionTable().map((row) => [row.action, row])),
    oldMails: ready.mails,
    cookies,
    cookieOf: (handle) => cookies.get(handle) ?? null,
    signIn,
    async bringIn(handles) {
      for (const handle of handles) {
        if (handle === 'guest') continue
        // A second device, so that the account shows sessions to end.
        await signIn(handle)
        cookies.set(handle, await signIn(handle))
      }
    },
    rows: <Row>(query: string, ...values: unknown[]) => running.db.prepare(query).all(...values) as Row[],
    digest: () => changesIn(running.db),
    log: () => running.log(),
    everSaid: () => [...said, running.log()].join('\n'),
    settled: () => settled(running.db),
    async again() {
      await town.settled()
      written.push(...(await mailsIn(dataDir)))
      if (running.db.open) running.db.close()
      await ended(running.child)
      said.push(running.log())
      running = await begin()
    },
    async mailsWritten() {
      await town.settled()
      return [...written, ...(await mailsIn(dataDir))]
    },
    async stop() {
      running.db.close()
      await ended(running.child)
      if (!keeping) await rm(dataDir, { recursive: true, force: true })
    },
  }
  await town.settled()
  return town
}

async function readFacts(port: number): Promise<TownFacts> {
  return JSON.parse((await request(port, '/demo/town.json')).body)
}

/** The same town with the facts of this moment. */
export async function asItIsNow(town: Town): Promise<Town> {
  return Object.assign(Object.create(town), { facts: await readFacts(town.port) })
}

async function mailsIn(dataDir: string): Promise<readonly OldMail[]> {
  const folder = path.join(dataDir, 'mail')
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json'))
  return Promise.all(
    files.map(async (file) => {
      const said = await readFile(path.join(folder, file), 'utf8')
      return { to: (JSON.parse(said) as { to: string }).to, said }
    }),
  )
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
