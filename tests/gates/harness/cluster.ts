// A PostgreSQL of the gate's own, which confirms only what is stored, and which can crash and come back at the same address.
import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const call = promisify(execFile)
const script = path.resolve('tests/cluster.sh')

export interface Cluster {
  /** A fresh database's address. */
  database(): Promise<string>
  crash(): Promise<void>
  again(): Promise<void>
  stop(): Promise<void>
}

const running = new Set<Cluster>()

export async function startCluster(): Promise<Cluster> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stimmtisch-cluster-'))
  const run = (action: string, ...more: string[]) => call('bash', [script, action, folder, ...more])
  const address = (await run('start', 'durable')).stdout.trim()
  let databases = 0
  const cluster: Cluster = {
    async database() {
      const name = `town_${++databases}`
      const client = new pg.Client({ connectionString: address })
      await client.connect()
      await client.query(`create database ${name} template template0`)
      await client.end()
      const url = new URL(address)
      url.pathname = `/${name}`
      return url.href
    },
    crash: async () => void (await run('crash')),
    again: async () => void (await run('again')),
    async stop() {
      running.delete(cluster)
      await run('stop')
    },
  }
  running.add(cluster)
  return cluster
}

export async function endClusters(): Promise<void> {
  for (const cluster of [...running]) await cluster.stop()
}
