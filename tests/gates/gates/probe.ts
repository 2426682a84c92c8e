// Every role at every address, form and live topic: nobody sees or does what is not theirs.
import type { Size } from '#tests/probe/book.ts'
import { missedLeaks } from '#tests/probe/find-leaks.ts'
import { leaks } from '#tests/probe/leaks.ts'
import { probe } from '#tests/probe/probe.ts'
import { forgetReady, readyTown } from '#tests/probe/ready.ts'
import { writeReport } from '#tests/probe/report.ts'

import { figure, type Gate } from '../gate.ts'

export interface ProbeSize {
  readonly size: Size
  /** Cut every known hole into the server and see that it is found. */
  readonly holes: boolean
}

const folder = '.cache/probe'

export const rights: Gate<ProbeSize> = {
  name: 'probe',
  holds:
    'every role at every address, form and live topic meets only what is theirs; the matrix is in .cache/probe',
  full: { size: 'small', holes: false },
  named: { size: 'full', holes: true },
  async run({ size, holes }) {
    const ready = await readyTown(size)
    try {
      const begun = Date.now()
      const book = await probe({ ready, size })
      await writeReport(folder, book, Math.round((Date.now() - begun) / 1000))
      const missed = holes ? await missedLeaks(ready) : []
      return {
        findings: [
          ...book.findings.map(({ kind, where, person, what }) => `${kind}: ${person}, ${where}: ${what}`),
          ...missed.map((name) => `a hole was not found: ${name}`),
        ],
        figures: {
          cells: `${figure(book.done.size)} of ${figure(book.plan.cells.size)}`,
          requests: figure(book.requests),
          people: figure(book.plan.people.length),
          ...(holes ? { 'holes found': `${leaks.length - missed.length} of ${leaks.length}` } : {}),
        },
      }
    } finally {
      await forgetReady(ready)
    }
  },
}
