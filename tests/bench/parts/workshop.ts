// How long a letter takes from the key to the others' screens, beside a bare relay of the same updates; and what the page loads.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { addClause } from '#app/domain/standards/draft.server.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { foundStandard } from '#app/domain/standards/standard.server.ts'
import { openPlace } from '#tests/gates/harness/place.ts'
import { settleIn } from '#tests/gates/harness/settle-in.ts'
import { startTown } from '#tests/gates/harness/town-process.ts'
import type { Aim, Bar, Cell, Part } from '../part.ts'
import { costOf } from '../running/cost.ts'
import { measureWriting, relayPage, workshopPage } from '../running/writing.ts'

const crowds = [2, 10, 50]
/** Two letters a second each: everybody writes, nobody only reads. */
const keys = { letters: 12, everyMs: 500 }

export const workshop: Part = {
  name: 'workshop',
  about: 'from a key to the others’ screens with 2, 10 and 50 people in one section, beside a bare relay',
  async run(bench) {
    const rows: Cell[][] = []
    const aims: Aim[] = []
    const bars: Bar[] = []
    const place = await openPlace()
    const { people, section, clause } = await settleIn(place, async (town) => {
      const seat = { seat: { body: 'ag-standards', function: 'member' as const } }
      const chair = await town.person('Berghoff', { seat: { body: 'runder-tisch', function: 'chair' } })
      const people = []
      for (let number = 1; number <= 50; number++) people.push(await town.person(`Mitglied ${number}`, seat))
      const editor = people[0]?.actor ?? chair.actor
      const { id: standardId } = await town.does(chair.actor, foundStandard, {
        ...{ slug: 'zusammen', title: 'Zusammen', about: 'Wie wir arbeiten.', bodySlug: 'ag-standards' },
      })
      const section = (await town.does(editor, addSection, { standardId, title: 'Räume und Schlüssel' })).id
      const text = 'Wer einen Raum gebucht hat, holt den Schlüssel rechtzeitig ab.'
      const clause = (await town.does(editor, addClause, { sectionId: section, text })).id
      return { people, section, clause }
    })
    const server = await startTown(place, {})
    try {
      for (const crowd of crowds) {
        bench.say(`${crowd} people`)
        const ours = await Promise.all(
          people.slice(0, crowd).map(({ cookie }) => workshopPage(place.baseUrl, cookie, section, clause)),
        )
        const one = await measureWriting({ url: place.baseUrl, cost: () => costOf(server.pid) }, ours, keys)
        for (const page of ours) page.close()
        const relay = await bench.bare('relay.mjs')
        const theirs = await Promise.all(people.slice(0, crowd).map(() => relayPage(relay.url)))
        const floor = await measureWriting(relay, theirs, keys)
        for (const page of theirs) page.close()
        await relay.stop()
        for (const [name, measured] of [
          ['ours', one],
          ['bare relay', floor],
        ] as const)
          rows.push([
            `${crowd} people, ${name}`,
            ...[measured.p50, measured.p99, measured.lost, measured.cpuUsPerLetter],
          ])
        rows.push([`${crowd} people, difference`, one.p50 - floor.p50, one.p99 - floor.p99, null, null])
        bars.push({ label: `writing, ${crowd} people, p50`, ours: one.p50, bare: floor.p50, unit: 'ms' })
        aims.push({
          ...{
            what: `letters lost with ${crowd} people`,
            value: one.lost,
            limit: 0,
            better: 'less',
            unit: '',
          },
        })
      }
    } finally {
      await server.stop()
    }
    const columns = ['writing together', 'p50 ms', 'p99 ms', 'lost', 'CPU µs a letter']
    const note = `All pages run in the bench's own process. Each person types ${keys.letters} marks, one every ${keys.everyMs} ms; ours asks the policy for each, reads it, saves every 2.5 s and gathers bursts for 25 ms.`
    return [
      { title: 'From a key to the others’ screens', columns, rows, note, aims, bars },
      { title: 'What the workshop’s page loads beside any live page', ...sizes() },
    ]
  },
}

function sizes() {
  const folder = path.resolve('build/client/assets')
  const files = readdirSync(folder).filter((file) => /^(editor|workshop-section)-.*\.js$/.test(file))
  const rows = files.sort().map((file): Cell[] => {
    const bytes = readFileSync(path.join(folder, file))
    return [
      file.replace(/-[\w-]+\.js$/, '.js'),
      bytes.length,
      gzipSync(bytes).length,
      brotliCompressSync(bytes).length,
    ]
  })
  return { columns: ['script', 'bytes', 'gzip', 'br'], rows }
}
