// `npm run bench [-- NAME…] [--sizes 1000,100000] [--write]`: measures the built server beside bare machines and prints
// tables. `--write` puts them into docs/performance.md with a picture.
import { openBench } from './open.ts'
import type { Part, Table } from './part.ts'
import { parts } from './parts.ts'
import { asText } from './report/text.ts'
import { type Measured, machine, writeFigures } from './report/write.ts'
import { wishIn } from './wish.ts'

async function main(args: readonly string[]): Promise<number> {
  const wish = wishIn(
    args,
    parts.map(({ name }) => name),
  )
  if (wish.help || wish.wrong.length > 0) {
    for (const wrong of wish.wrong) console.error(wrong)
    console.info('npm run bench -- [NAME…] [--sizes 1000,100000,1000000] [--write]')
    for (const part of parts) console.info(`  ${part.name.padEnd(14)} ${part.about}`)
    return wish.wrong.length > 0 ? 2 : 0
  }
  console.info(machine())
  const measured: Measured[] = []
  const failed: string[] = []
  for (const part of parts.filter(({ name }) => wish.names.length === 0 || wish.names.includes(name))) {
    console.info(`\n── ${part.name}: ${part.about}`)
    const { tables, failure } = await measure(part, wish.sizes)
    if (failure === null) measured.push({ part: part.name, about: part.about, tables })
    else failed.push(part.name)
    for (const table of tables) console.info(`\n${asText(table)}`)
  }
  if (wish.write) writeFigures(measured, new Date().toISOString().slice(0, 10))
  if (failed.length === 0) return 0
  console.error(`\nNot measured: ${failed.join(', ')}.`)
  return 1
}

/** A part that fails says so in a table of its own, and the others are measured all the same. */
async function measure(
  part: Part,
  sizes: readonly number[],
): Promise<{ readonly tables: readonly Table[]; readonly failure: string | null }> {
  const bench = openBench(sizes)
  const failed = (error: unknown) => {
    const failure = error instanceof Error ? error.message : String(error)
    console.error(error)
    const rows = [[part.name, `failed: ${failure.split('\n')[0]}`]]
    return { tables: [{ title: 'Not measured', columns: ['part', 'why'], rows }], failure }
  }
  const outcome = await part.run(bench).then((tables) => ({ tables, failure: null }), failed)
  try {
    await bench.close()
  } catch (error) {
    const { tables, failure } = failed(error)
    return { tables: [...outcome.tables, ...tables], failure }
  }
  return outcome
}

process.exitCode = await main(process.argv.slice(2))
