// A long standard with a thousand amendments: what its pages cost, and a hundred amendments adopted by one vote.
import type { Cell, Part, Table } from '../part.ts'
import { type Adopted, adoptTogether } from '../running/adopting.ts'
import { askFor } from '../running/http-load.ts'
import { cookieOf, furnishTown } from '../town/furnished.ts'
import { planSoon, setTable } from '../town/meetings.ts'
import { amendments, clauses, editorOf, keptStandard, slug } from '../town/standard.ts'
import { copyOfFolder } from '../town/town.ts'

const home = `/standards/${slug}`
const members = 4

const pages = [
  { name: 'reading page, signed in', path: home, most: 90 },
  { name: 'the same, guest', path: home, most: 2000, guest: true },
  { name: 'synopsis of all, signed in', path: `${home}/synopse?alle=1`, most: 30 },
  { name: 'list of amendments, signed in', path: `${home}/aenderungen`, most: 30 },
  { name: 'one amendment, signed in', path: `${home}/aenderungen/700`, most: 90 },
  { name: 'one clause, signed in', path: `${home}/absatz/3.2`, most: 90 },
] as const

export const standards: Part = {
  name: 'standards',
  about: `a standard of ${clauses} clauses and ${amendments.toLocaleString('en')} amendments: its pages beside a bare server, and 100 amendments adopted by one vote`,
  async run(bench) {
    const copy = copyOfFolder(await keptStandard(bench.say))
    const { town, file, furnished } = await furnishTown(async (place) => {
      const table = await setTable(place, { slug: 'runder-tisch', kind: 'round-table' }, members)
      const meeting = await planSoon(place, table.chair, 'runder-tisch')
      return { table, meeting, editor: await cookieOf(place, await editorOf(place)) }
    }, copy)
    const { table, meeting, editor } = furnished
    const server = await bench.serve(town)
    const bare = await bench.bare('bytes.mjs')
    const rows: Cell[][] = []
    for (const page of pages) {
      bench.say(page.name)
      const { name, path, most } = page
      const cookies = 'guest' in page ? {} : { cookies: table.members.map(({ cookie }) => cookie) }
      const ours = await askFor(server, { paths: [path], most, ms: 20_000, connections: 2, ...cookies })
      const floor = await askFor(bare, { paths: [`/?bytes=${Math.round(ours.bytesEach)}`], connections: 2 })
      rows.push([
        ...[name, ours.p50, ours.p99, ours.cpuMsEach, floor.cpuMsEach, ours.bytesEach / 1024],
        ours.failed,
      ])
    }
    await bare.stop()
    bench.say('100 amendments in one vote')
    const adopted = await adoptTogether({ server, file, meeting, table, editor })
    await server.stop()
    const pagesTable: Table = {
      title: `${clauses} clauses, ${amendments.toLocaleString('en')} amendments`,
      columns: ['page', 'p50 ms', 'p99 ms', 'CPU ms', 'bare CPU ms', 'kB', 'failed'],
      rows,
      note: 'Two ask at once. Each clause has two amendments, a tenth of them collide; of thirty answers the p99 is the slowest.',
    }
    return [pagesTable, adoption(adopted)]
  },
}

function adoption(adopted: Adopted): Table {
  const { asked, bundleMs, seconds, states, versions, doubled, clausesWithBoth, clausesMeant } = adopted
  return {
    title: `${asked} amendments adopted by one vote`,
    columns: ['', 'value'],
    rows: [
      ['laid on the agenda in one bundle, ms', bundleMs],
      ['from the resolution to the last of them decided, s', seconds],
      ['lost', asked - versions],
      ['doubled', doubled],
      ['adopted by their state', states],
      ['clauses that have the words of both their amendments', clausesWithBoth],
    ],
    note: `Two amendments to each of ${clausesMeant} clauses. Figures counted by hand become the resolution after ten seconds; each amendment is a job of its own.`,
    aims: [
      {
        what: 'amendments lost, doubled or not in the text',
        value: asked - versions + doubled + (asked - states) + (clausesMeant - clausesWithBoth),
        ...{ limit: 0, better: 'less', unit: '' },
      },
    ],
  }
}
