// The databases every command test runs on: `describe.each(databases)('… on $name', ({ create }) => …)`.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export interface TestDatabase {
  /** What DATABASE_URL would say. The database is empty. */
  readonly url: string
  drop(): Promise<void>
}

export interface DatabaseKind {
  readonly name: 'sqlite' | 'postgres'
  create(): Promise<TestDatabase>
}

export const databases: readonly DatabaseKind[] = [
  { name: 'sqlite', create: createSqlite },
  { name: 'postgres', create: createPostgres },
]

async function createSqlite(): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'stimmtisch-sqlite-'))
  return {
    url: join(directory, 'town.sqlite'),
    drop: () => rm(directory, { recursive: true, force: true }),
  }
}

async function createPostgres(): Promise<TestDatabase> {
  const address = process.env.TEST_POSTGRES_URL
  if (!address) throw new Error('TEST_POSTGRES_URL is missing although tests/cluster.ts should have set it')
  const name = `town_${randomBytes(8).toString('hex')}`
  // Twice as fast as the default way, as long as nothing has to reach the disk.
  await onServer(address, `create database ${name} template template0 strategy file_copy`)
  const url = new URL(address)
  url.pathname = `/${name}`
  return {
    url: url.href,
    // A test that failed half-way may have left connections open.
    drop: () => onServer(address, `drop database if exists ${name} with (force)`),
  }
}

async function onServer(address: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
