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
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import pg from 'pg'
import type { DatabaseKind } from './columns.ts'
import type { Tables } from './tables.ts'

export interface Database {
  readonly kind: DatabaseKind
  /** The one connection that writes (SQLite), or the pool. Only `run()` opens transactions on it. */
  readonly write: Kysely<Tables>
  /** Loaders read here and never wait for a writer. */
  readonly read: Kysely<Tables>
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
  const write = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database: writer }) })
  const read = new Kysely<Tables>({ dialect: new SqliteDialect({ database: reader }) })
  return { kind: 'sqlite', write, read, facts, close: () => closeSqlite([write, read], [writer, reader]) }
}

function prepare(connection: BetterSqlite.Database): void {
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('secure_delete = ON')
  connection.pragma('mmap_size = 2147483648')
  connection.pragma('cache_size = -32000')
}

/** Kysely begins with a plain `begin`; then a transaction that reads first fails at once when another one writes. */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0]

  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config)
    this.#config = config
  }

  /** SQLite can take back made tables as well as rows: a step of migration is whole or not at all, also after a kill. */
  override createAdapter(): SqliteAdapter {
    const adapter = super.createAdapter()
    return Object.defineProperty(adapter, 'supportsTransactionalDdl', { value: true }) as SqliteAdapter
  }

  override createDriver(): SqliteDriver {
    const driver = new SqliteDriver(this.#config)
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

  #inTransaction(): boolean {
    return (this.#config.database as BetterSqlite.Database).inTransaction
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
    facts: { server: 'postgres' },
    close: () => both.destroy(),
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
