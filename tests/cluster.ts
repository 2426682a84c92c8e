// Gives a test run started by hand (`npx vitest run`) the same PostgreSQL that `npm test` starts.
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('cluster.sh', import.meta.url))

export default function startCluster(): undefined | (() => void) {
  if (process.env.TEST_POSTGRES_URL) return undefined
  const directory = mkdtempSync(join(tmpdir(), 'stimmtisch-postgres-'))
  const stop = () => {
    execFileSync('bash', [script, 'stop', directory])
    delete process.env.TEST_POSTGRES_URL
  }
  try {
    process.env.TEST_POSTGRES_URL = execFileSync('bash', [script, 'start', directory], {
      encoding: 'utf8',
    }).trim()
  } catch (error) {
    stop()
    throw error
  }
  return stop
}
