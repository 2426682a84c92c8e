// What a page costs, signed in and as a guest, in towns of each size: beside bytes of the same size from a bare server,
// and beside a page of ours that needs no data.
import type { Aim, Bar, Bench, Cell, Part, Table } from '../part.ts'
import { type Answers, askFor } from '../running/http-load.ts'
import type { BenchTown } from '../town/town.ts'

interface Page {
  readonly name: string
  readonly paths: (town: BenchTown) => readonly string[]
  readonly guest?: boolean
  readonly zipped?: boolean
}

const idea = () => ['/ideen/12']
const someIdeas = ({ ideas }: BenchTown) =>
  Array.from({ length: 97 }, (_, index) => `/ideen/${2 + Math.floor((index / 97) * (ideas - 2))}`)

const kinds: readonly Page[] = [
  { name: 'page without data, signed in', paths: () => ['/mehr'] },
  { name: 'idea with 25 contributions, signed in', paths: someIdeas },
  { name: 'the same, compressed', paths: someIdeas, zipped: true },
  { name: 'idea with 25 contributions, guest', paths: idea, guest: true },
  { name: 'the same, compressed', paths: idea, guest: true, zipped: true },
  { name: 'idea list, signed in', paths: () => ['/ideen'] },
  { name: 'idea list, guest', paths: () => ['/ideen'], guest: true },
  { name: 'deep in the longest conversation, signed in', paths: deepPages },
  { name: 'sign-in page, guest', paths: () => ['/anmelden'], guest: true },
  { name: 'search, signed in', paths: () => ['/suche?q=kulturwerkstatt', '/suche?q=sommerprobe'] },
]

/** Both views, in the middle of the conversation. */
function deepPages({ longest }: BenchTown): readonly string[] {
  const page = Math.ceil(longest / 25 / 2)
  return [`/ideen/1?ansicht=zeit&seite=${page}`, `/ideen/1?seite=${Math.ceil(page / 2)}`]
}

export const pages: Part = {
  name: 'pages',
  about: 'requests a second and processor time of each page, beside a bare server and a page without data',
  async run(bench) {
    const tables: Table[] = []
    let smallest: readonly Answers[] | null = null
    for (const size of bench.sizes) {
      const { table, answers } = await measureTown(bench, size, smallest)
      smallest ??= answers
      tables.push(table)
    }
    return tables
  },
}

const noData = 0
const ideaPage = 1
const guestPage = 3
/** What must not grow with the town, by its place among the kinds. */
const beside = {
  'an idea page': 1,
  'the list of ideas': 5,
  'a page deep in a conversation': 7,
  'a search': 9,
}

async function measureTown(
  bench: Bench,
  size: number,
  inTheSmallest: readonly Answers[] | null,
): Promise<{ table: Table; answers: Answers[] }> {
  const town = await bench.town(size)
  const server = await bench.serve(town)
  const bare = await bench.bare('bytes.mjs')
  const cookies = town.tokens.map((token) => `stimmtisch=${token}`)
  const rows: Cell[][] = []
  const answers: Answers[] = []
  const floors: Answers[] = []
  for (const page of kinds) {
    bench.say(`${page.name}, ${size.toLocaleString('en')} contributions`)
    const asking = {
      paths: page.paths(town),
      most: page.guest ? 20_000 : 1500,
      ...(page.zipped ? { headers: { 'Accept-Encoding': 'gzip' } } : {}),
      ...(page.guest ? {} : { cookies }),
    }
    const ours = await askFor(server, asking)
    const floor = await askFor(bare, { paths: [`/?bytes=${Math.round(ours.bytesEach)}`] })
    answers.push(ours)
    floors.push(floor)
    rows.push([
      page.name,
      ours.perSecond,
      floor.perSecond,
      floor.perSecond / ours.perSecond,
      ours.p50,
      ours.p99,
      ours.cpuMsEach,
      ours.cpuMsEach / (answers[noData]?.cpuMsEach ?? Number.NaN),
      floor.cpuMsEach,
      ours.bytesEach / 1024,
      ours.failed,
    ])
  }
  const { memoryMb } = server.cost()
  await server.stop()
  await bare.stop()
  const columns = [
    'page',
    'a second',
    'bare',
    'bare ÷ ours',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    '÷ no data',
    'bare CPU ms',
    'kB',
    'failed',
  ]
  const table: Table = {
    title: `Pages with ${size.toLocaleString('en')} contributions`,
    columns,
    rows,
    aims: aimsOf(answers, floors, inTheSmallest, memoryMb),
    bars: barsOf(size, answers, floors),
  }
  return { table, answers }
}

function aimsOf(
  answers: readonly Answers[],
  floors: readonly Answers[],
  inTheSmallest: readonly Answers[] | null,
  memoryMb: number,
): readonly Aim[] {
  const member = answers[ideaPage]?.cpuMsEach ?? Number.NaN
  const guest = answers[guestPage]
  const floor = floors[guestPage]
  const less = 'less' as const
  return [
    { what: 'processor time of an idea page, signed in', value: member, limit: 5, better: less, unit: 'ms' },
    {
      what: 'the same for a guest while nothing changed',
      value: guest?.cpuMsEach ?? Number.NaN,
      limit: 0.1,
      better: less,
      unit: 'ms',
    },
    {
      what: 'bare server beside a guest’s page, in answers a second',
      value: (floor?.perSecond ?? Number.NaN) / (guest?.perSecond ?? Number.NaN),
      limit: 2,
      better: less,
      unit: '×',
    },
    { what: 'memory after all these pages', value: memoryMb, limit: 300, better: less, unit: 'MB' },
    ...Object.entries(inTheSmallest === null ? {} : beside).map(([what, place]) => ({
      what: `${what} beside the smallest town, in processor time`,
      value: (answers[place]?.cpuMsEach ?? Number.NaN) / (inTheSmallest?.[place]?.cpuMsEach ?? Number.NaN),
      limit: 1.2,
      better: less,
      unit: '×',
    })),
  ]
}

function barsOf(size: number, answers: readonly Answers[], floors: readonly Answers[]): readonly Bar[] {
  const town = `${size.toLocaleString('en')} contributions`
  return [
    {
      label: `guest’s idea page, ${town}`,
      ours: answers[guestPage]?.cpuMsEach ?? 0,
      bare: floors[guestPage]?.cpuMsEach ?? 0,
      unit: 'ms',
    },
  ]
}
