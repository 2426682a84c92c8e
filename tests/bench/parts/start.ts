// What a first visit loads, how soon the server answers after its start, and how much memory it then has.
import { gzipSync } from 'node:zlib'
import type { Aim, Cell, Part } from '../part.ts'

export const start: Part = {
  name: 'start',
  about: 'time to the first answer, memory, and the bytes of a first visit to an idea',
  async run(bench) {
    const rows: Cell[][] = []
    const aims: Aim[] = []
    let weight: Weight | null = null
    for (const size of bench.sizes) {
      const town = await bench.town(size)
      const server = await bench.serve(town)
      weight ??= await weigh(server.url, '/ideen/12')
      const { memoryMb } = server.cost()
      rows.push([`start with ${size.toLocaleString('en')} contributions`, server.startedInMs, memoryMb])
      aims.push({
        what: `memory with ${size.toLocaleString('en')} contributions`,
        value: memoryMb,
        limit: 300,
        better: 'less',
        unit: 'MB',
      })
      await server.stop()
    }
    const kinds = Object.entries(weight ?? {}).map(([kind, { requests, bytes }]): Cell[] => [
      kind,
      requests,
      bytes / 1024,
    ])
    return [
      { title: 'Start and memory', columns: ['', 'first answer ms', 'memory MB'], rows, aims },
      { title: 'A first visit to an idea, compressed', columns: ['', 'requests', 'kB'], rows: kinds },
    ]
  },
}

type Weight = Readonly<Record<string, { requests: number; bytes: number }>>

/** Loads what a browser would: the page, and every script, style and font it names. */
async function weigh(url: string, address: string): Promise<Weight> {
  const weight: Record<string, { requests: number; bytes: number }> = {}
  const load = async (path: string) => {
    const response = await fetch(url + path, { headers: { 'Accept-Encoding': 'gzip' } })
    const text = Buffer.from(await response.arrayBuffer())
    const length = Number(response.headers.get('content-length') ?? 0) || gzipSync(text).length
    const type = response.headers.get('content-type') ?? ''
    const kind = ['javascript', 'css', 'html', 'font', 'svg'].find((one) => type.includes(one)) ?? 'other'
    const before = weight[kind] ?? { requests: 0, bytes: 0 }
    weight[kind] = { requests: before.requests + 1, bytes: before.bytes + length }
    return text.toString()
  }
  const page = await load(address)
  const named = new Set(
    [...page.matchAll(/"(\/(?:assets|fonts)\/[\w./-]+|\/favicon\.svg)"/g)].map((match) => match[1] ?? ''),
  )
  for (const path of named) await load(path)
  return weight
}
