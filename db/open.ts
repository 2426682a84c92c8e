// Opens the one database of a town: an SQLite file of this process, or PostgreSQL shared by several.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'
import pg from 'pg'
import type { DatabaseKind } from './columns.ts'
import type { Tables } from './tables.ts'
import { type InTransaction, openTogether } from './together.ts'

export interface Database {
  readonly kind: DatabaseKind
  /** The one connection that writes (SQLite), or the pool. */
  readonly write: Kysely<Tables>
  /** Does a deed whole or not at all, and answers when it is on the disk. Only `run()` asks for it. */
  readonly inTransaction: InTransaction
  /** Loaders read here and never wait for a writer. */
  readonly read: Kysely<Tables>
  /** The number of the newest event that is committed, by whichever process: cheap enough to ask with every answer. */
  newestEvent(): number | Promise<number>
  /** Facts asserted at the start and shown by /healthz. */
  readonly facts: Readonly<Record<string, string>>
  close(): Promise<void>
}

export async function openDatabase(url: string): Promise<Database> {
  return url.startsWith('postgres') ? openPostgres(url) : openSqlite(url)
}

/**
 * SQLite waits in the driver, synchronously, and with it everybody else. So once the file is open a writer does not
 * wait there at all: whoever meets a lock tries again a moment later, in `run()` and in `migrate()`.
 */
const openingTimeoutMs = 5000
const readerTimeoutMs = 100

function openSqlite(file: string): Database {
  mkdirSync(path.dirname(file), { recursive: true })
  const writer = new BetterSqlite(file, { timeout: openingTimeoutMs })
  writer.pragma('journal_mode = WAL')
  prepare(writer)
  const reader = new BetterSqlite(file, { readonly: true, timeout: openingTimeoutMs })
  prepare(reader)
  writer.pragma('busy_timeout = 0')
  reader.pragma(`busy_timeout = ${readerTimeoutMs}`)
  const facts = {
    journal_mode: String(writer.pragma('journal_mode', { simple: true })),
    synchronous: String(writer.pragma('synchronous', { simple: true })),
    foreign_keys: String(writer.pragma('foreign_keys', { simple: true })),
  }
  if (facts.journal_mode !== 'wal' || facts.synchronous !== '2' || facts.foreign_keys !== '1') {
    throw new Error(`SQLite did not accept the settings that keep data safe: ${JSON.stringify(facts)}`)
  }
  const write = new Kysely<Tables>({
    dialect: new ImmediateSqliteDialect(rememberingStatements(writer), () => writer.inTransaction),
  })
  const read = new Kysely<Tables>({ dialect: new SqliteDialect({ database: rememberingStatements(reader) }) })
  return {
    kind: 'sqlite',
    write,
    read,
    inTransaction: openTogether(write, () => writer.inTransaction),
    newestEvent: newestIn(reader),
    facts,
    close: () => closeSqlite([write, read], [writer, reader]),
  }
}

function prepare(connection: BetterSqlite.Database): void {
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('secure_delete = ON')
  connection.pragma('cache_size = -16000')
}

/** Reading a statement's text takes SQLite longer than most answers; the house has a few hundred different ones. */
function rememberingStatements(connection: BetterSqlite.Database): SqliteDatabase {
  const statements = new Map<string, BetterSqlite.Statement>()
  return {
    close: () => void connection.close(),
    prepare(text) {
      const found = statements.get(text)
      if (found) return found as unknown as SqliteStatement
      const made = connection.prepare(text)
      // A list of another length is another statement, so there is an end to it.
      if (statements.size >= mostStatements) statements.clear()
      if (/^(?:select|with|insert|update|delete|savepoint|release|rollback) /.test(text))
        statements.set(text, made)
      return made as unknown as SqliteStatement
    },
  }
}

const mostStatements = 600

/** Kysely begins with a plain `begin`; then a transaction that reads first fails at once when another one writes. */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase
  readonly #inTransaction: () => boolean

  constructor(database: SqliteDatabase, inTransaction: () => boolean) {
    super({ database })
    this.#database = database
    this.#inTransaction = inTransaction
  }

  /** SQLite can take back made tables as well as rows: a step of migration is whole or not at all, also after a kill. */
  override createAdapter(): SqliteAdapter {
    const adapter = super.createAdapter()
    return Object.defineProperty(adapter, 'supportsTransactionalDdl', { value: true }) as SqliteAdapter
  }

  override createDriver(): SqliteDriver {
    const driver = new SqliteDriver({ database: this.#database })
    driver.beginTransaction = async (connection: DatabaseConnection) => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    }
    const { rollbackTransaction } = driver
    driver.rollbackTransaction = async (connection: DatabaseConnection) => {
      // A full disk ends the transaction by itself; a second ending would hide why.
      if (this.#inTransaction()) await rollbackTransaction.call(driver, connection)
    }
    return driver
  }
}

function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 12,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  // A connection that dies while idle is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  // One that dies while a transaction thinks has no listener of the pool's; the transaction's next query tells of it.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const both = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    kind: 'postgres',
    write: both,
    read: both,
    inTransaction: (deed) => both.transaction().execute(deed),
    newestEvent: askedTogether(async () => {
      const { rows } = await pool.query<{ value: number }>(newestEvent)
      return Number(rows[0]?.value ?? 0)
    }),
    facts: { server: 'postgres' },
    close: () => both.destroy(),
  }
}

const newestEvent = `select value from counter where name = 'event'`

/** Prepared at the first question: before the migrations there is no such table. */
function newestIn(reader: BetterSqlite.Database): () => number {
  let statement: BetterSqlite.Statement | null = null
  return () => {
    statement ??= reader.prepare(newestEvent).pluck()
    return Number(statement.get() ?? 0)
  }
}

/** Many who ask at once share one question, but nobody gets an answer to a question put before theirs. */
export function askedTogether<T>(question: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  let next: Promise<T> | null = null
  function begin(): Promise<T> {
    next = null
    const asked = question()
    running = asked
    const end = () => {
      if (running === asked) running = null
    }
    asked.then(end, end)
    return asked
  }
  return () => {
    if (running === null) return begin()
    next ??= running.then(begin, begin)
    return next
  }
}

/** Kysely closes a connection only where it was asked something. */
async function closeSqlite(
  both: readonly Kysely<Tables>[],
  connections: readonly BetterSqlite.Database[],
): Promise<void> {
  for (const one of both) await one.destroy()
  for (const connection of connections) connection.close()
}
