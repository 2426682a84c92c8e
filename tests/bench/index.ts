// `npm run bench [-- NAME…] [--sizes 1000,100000] [--write]`: measures the built server beside bare machines and prints
// tables. `--write` puts them into docs/performance.md with a picture.
import { openBench } from './open.ts'
import { parts } from './parts.ts'
import { asText } from './report/text.ts'
import { type Measured, machine, writeFigures } from './report/write.ts'

const allSizes = [1_000, 100_000, 1_000_000]

async function main(args: readonly string[]): Promise<number> {
  const names = args.filter((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--sizes')
  const unknown = names.filter((name) => !parts.some((part) => part.name === name))
  if (args.includes('--help') || unknown.length > 0) {
    for (const name of unknown) console.error(`There is no part '${name}'.`)
    console.info('npm run bench -- [NAME…] [--sizes 1000,100000,1000000] [--write]')
    for (const part of parts) console.info(`  ${part.name.padEnd(12)} ${part.about}`)
    return unknown.length > 0 ? 2 : 0
  }
  const sizes = args.includes('--sizes')
    ? (args[args.indexOf('--sizes') + 1] ?? '').split(',').map(Number)
    : allSizes
  const chosen = parts.filter((part) => names.length === 0 || names.includes(part.name))
  console.info(machine())
  const measured: Measured[] = []
  for (const part of chosen) {
    console.info(`\n── ${part.name}: ${part.about}`)
    const bench = openBench(sizes)
    try {
      const tables = await part.run(bench)
      measured.push({ part: part.name, about: part.about, tables })
      for (const table of tables) console.info(`\n${asText(table)}`)
    } finally {
      await bench.close()
    }
  }
  if (args.includes('--write')) writeFigures(measured, new Date().toISOString().slice(0, 10))
  return 0
}

process.exitCode = await main(process.argv.slice(2))
