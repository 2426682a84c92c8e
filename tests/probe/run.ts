// `tsx tests/probe/run.ts [--small] [--holes] [--focus PATTERN] [--only PARTS] [--keep FOLDER] [--out FOLDER]`:
// probes the built server and writes probe.json and probe.html; with --holes asks for each planted hole instead.
import { parseArgs } from 'node:util'
import type { Finding } from './book.ts'
import { missedLeaks } from './find-leaks.ts'
import { leaks } from './leaks.ts'
import { type Part, parts, probe } from './probe.ts'
import { findReady, forgetReady, keepReady, readyTown } from './ready.ts'
import { summaryOf, writeReport } from './report.ts'

const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    holes: { type: 'boolean', default: false },
    focus: { type: 'string' },
    only: { type: 'string' },
    /** A town made ready earlier, to begin from; and where to keep the one made now. */
    town: { type: 'string' },
    keep: { type: 'boolean', default: false },
    out: { type: 'string', default: '.cache/probe' },
  },
})
const size = values.small ? 'small' : 'full'
const started = Date.now()
const after = (from = started) => `${Math.round((Date.now() - from) / 1000)} s`
const hears = ({ kind, where, person, what }: Finding) =>
  console.info(`${kind.padEnd(15)} ${person.padEnd(12)} ${where}: ${what}`)

const ready = values.town ? await findReady(values.town) : await readyTown(size)
if (values.keep) {
  await keepReady(ready)
  console.info(`The town is kept in ${ready.folder}`)
}
console.info(`${after()}: the town is ready`)
const focus = values.focus === undefined ? undefined : new RegExp(values.focus)
let good: boolean
if (values.holes) {
  const chosen = leaks.filter(({ name }) => focus?.test(name) ?? true)
  const begun = { at: Date.now() }
  const missed = await missedLeaks(
    ready,
    (leak, found) => {
      console.info(`${found ? 'found ' : 'MISSED'} ${after(begun.at).padStart(5)}  ${leak.name}`)
      begun.at = Date.now()
    },
    chosen,
  )
  console.info(`${chosen.length - missed.length} of ${chosen.length} planted holes found, ${after()}`)
  good = missed.length === 0
} else {
  const only = values.only?.split(',') as Part[] | undefined
  const told = (part: string) => console.info(`${after()}: ${part}`)
  const begun = Date.now()
  const book = await probe({
    ready,
    size,
    told,
    hears,
    only: only ?? parts,
    ...(focus ? { focus } : {}),
  })
  const seconds = Math.round((Date.now() - begun) / 1000)
  await writeReport(values.out, book, seconds)
  console.info(summaryOf(book, seconds))
  good = book.findings.length === 0
}
if (!values.keep && !values.town) await forgetReady(ready)
process.exit(good ? 0 : 1)
