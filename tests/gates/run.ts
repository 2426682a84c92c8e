// `npm run gates`: every gate at full size, one table at the end. `npm run gates -- NAME …` runs some of them.

import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { GateReport } from './gate.ts'
import { gates, type ListedGate } from './gates.ts'
import { endClusters } from './harness/cluster.ts'

interface Row extends GateReport {
  readonly name: string
  readonly holds: string
  readonly seconds: number
  readonly skipped: string | null
}

/** An hour of soaking is asked for by name; without a name it soaks for a few minutes. */
const { positionals } = parseArgs({ allowPositionals: true })
const unknown = positionals.filter((name) => !gates.some((gate) => gate.name === name))
if (unknown.length > 0) {
  console.error(`There is no gate '${unknown.join("', '")}'. These exist:`)
  for (const { name, holds } of gates) console.error(`  ${name.padEnd(16)} ${holds}`)
  process.exit(2)
}
const chosen = positionals.length > 0 ? gates.filter(({ name }) => positionals.includes(name)) : gates
const rows: Row[] = []
for (const gate of chosen) {
  const row = await pass(gate, positionals.includes(gate.name))
  rows.push(row)
  console.info(`\n${row.name}: ${verdict(row)} in ${row.seconds} s`)
  for (const finding of row.findings) console.info(`  ✗ ${finding}`)
}
await endClusters()
print(rows)
process.exit(rows.some((row) => row.findings.length > 0) ? 1 : 0)

async function pass(gate: ListedGate, named: boolean): Promise<Row> {
  const began = performance.now()
  const { name, holds } = gate
  const skipped = await gate.cannot()
  const report: GateReport = skipped === null ? await attempt(gate, named) : { findings: [], figures: {} }
  return { name, holds, skipped, ...report, seconds: Math.round((performance.now() - began) / 1000) }
}

async function attempt(gate: ListedGate, named: boolean): Promise<GateReport> {
  try {
    return await gate.run(named)
  } catch (error) {
    return {
      findings: [`It could not be run: ${error instanceof Error ? error.stack : String(error)}`],
      figures: {},
    }
  }
}

function verdict({ findings, skipped }: Row): string {
  if (skipped !== null) return `not done, ${skipped}`
  return findings.length === 0 ? 'held' : `${findings.length} findings`
}

function print(table: readonly Row[]): void {
  const model = cpus()[0]?.model ?? 'unknown processor'
  console.info(
    `\n${cpus().length} cores (${model}), Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}\n`,
  )
  console.info('| gate | what holds | measured | verdict | s |')
  console.info('|---|---|---|---|---|')
  for (const row of table) {
    const measured = Object.entries(row.figures)
      .map(([what, value]) => `${what}: ${value}`)
      .join('; ')
    console.info(`| ${row.name} | ${row.holds} | ${measured} | ${verdict(row)} | ${row.seconds} |`)
  }
}
