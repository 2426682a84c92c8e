// A place where one town lives while a gate works on it: a folder of its own, a database and an address that stays.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface Place {
  readonly dataDir: string
  readonly databaseUrl: string
  readonly port: number
  readonly metricsPort: number
  readonly baseUrl: string
  /** The settings of the process, as its environment. */
  readonly env: Readonly<Record<string, string>> & { readonly NODE_ENV: 'production' }
  remove(): Promise<void>
}

/** Without an address of a database the town lives in an SQLite file of its own. */
export async function openPlace({
  databaseUrl,
  dataDir,
}: {
  readonly databaseUrl?: string
  readonly dataDir?: string
} = {}): Promise<Place> {
  const folder = dataDir ?? (await mkdtemp(path.join(tmpdir(), 'stimmtisch-place-')))
  const [port, metricsPort] = [await freePort(), await freePort()]
  const url = databaseUrl ?? path.join(folder, 'stimmtisch.sqlite')
  const baseUrl = `http://127.0.0.1:${port}`
  return {
    dataDir: folder,
    databaseUrl: url,
    port,
    metricsPort,
    baseUrl,
    env: {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      BASE_URL: baseUrl,
      DATA_DIR: folder,
      DATABASE_URL: url,
      LOG_LEVEL: 'warn',
      // Each visitor of a gate comes from a network of its own, as in a town.
      TRUST_PROXY: '1',
    },
    // A folder that was given stays; only what lies in it goes.
    async remove() {
      const inside = dataDir ? await readdir(folder) : ['']
      for (const name of inside) await rm(path.join(folder, name), { recursive: true, force: true })
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
