// `tsx tests/probe/run.ts [--small] [--out FOLDER]`: probes the built server and writes probe.json and probe.html.
import { rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Finding } from './book.ts'
import { probe } from './probe.ts'
import { summaryOf, writeReport } from './report.ts'
import { playedOnce } from './town.ts'

const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    out: { type: 'string', default: '.cache/probe' },
    town: { type: 'string' },
  },
})
const started = Date.now()
const told = (part: string) => console.info(`${Math.round((Date.now() - started) / 1000)} s: ${part}`)
const hears = ({ kind, where, person, what }: Finding) =>
  console.info(`${kind.padEnd(15)} ${person.padEnd(12)} ${where}: ${what}`)
const played = values.town ?? (await playedOnce())
const begun = Date.now()
const book = await probe({ played, size: values.small ? 'small' : 'full', told, hears })
if (!values.town) await rm(played, { recursive: true, force: true })
const seconds = Math.round((Date.now() - begun) / 1000)
await writeReport(values.out, book, seconds)
console.info(summaryOf(book, seconds))
process.exit(book.findings.length === 0 ? 0 : 1)
