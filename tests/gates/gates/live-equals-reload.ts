// An open page that loads again only when it is told to shows the same as one loaded afresh: for everybody, whatever was done.
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '#db/open.ts'
import { type Finding, figure, type Gate } from '../gate.ts'
import type { Place } from '../harness/place.ts'
import type { Inhabitant } from '../harness/settle-in.ts'
import { type Visitor, visitor } from '../harness/visitor.ts'
import { type BusySize, withBusyTown } from '../load/busy.ts'
import { openReader, type Reader } from '../load/reader.ts'
import type { BusyTown } from '../writes/busy-town.ts'
import { newMark } from '../writes/marks.ts'

export interface LiveSize extends BusySize {
  readonly sequences: number
  readonly deedsEach: number
}

/** The pages people leave open, with their topics. The list of ideas is none of them: it is in the order of the latest talk. */
interface OpenPage {
  readonly who: string
  readonly path: string
  readonly door: Visitor
  readonly readers: readonly Reader[]
  shown: string
  loading: Promise<void>
}

export const liveEqualsReload: Gate<LiveSize> = {
  name: 'live-equals-reload',
  holds:
    'after every sequence of random deeds each open page of each role, loaded again only when told, shows what a fresh load shows',
  full: { sequences: 200, deedsEach: 12, delayP99Ms: 50, people: 40, ideas: 4, contributions: 12 },
  named: { sequences: 1000, deedsEach: 8, delayP99Ms: 50, people: 60, ideas: 4, contributions: 12 },
  run: (size) =>
    withBusyTown(size, {}, async ({ place, busy, ledger, kinds, findings }) => {
      const { operator, responsible, creator, speaker, chair } = busy.holders
      const roles: readonly (readonly [string, Inhabitant | null])[] = [
        ['guest', null],
        ['author', busy.ideas[0]?.author ?? null],
        ['member of a body', busy.people.at(-1) ?? null],
        ['moderator', busy.moderators[0] ?? null],
        ['operator', operator],
        ['responsible', responsible],
        ['creator', creator],
        ['speaker', speaker],
        ['chair', chair],
      ]
      // How far one has read and one's own secret ballot are told to nobody: they come with the next load of one's own.
      const untold = ['how far one has read', 'separate ballot']
      const told = kinds.filter(({ name }) => !untold.includes(name))
      const addresses = await openAddresses(place, busy)
      const pages: OpenPage[] = []
      for (const [who, person] of roles) {
        const open = ({ path, topics }: OpenAddress) => openPage(place, who, person, path, topics(person))
        pages.push(...(await Promise.all(addresses.map(open))))
        if (who === 'moderator') pages.push(await openPage(place, who, person, '/moderation', ['moderation']))
      }
      let deeds = 0
      let compared = 0
      const different: Finding[] = []
      for (let sequence = 0; sequence < size.sequences; sequence++) {
        for (let turn = 0; turn < size.deedsEach; turn++) {
          const kind = busy.pick(told)
          const write = kind.next(busy, newMark(500_000 + deeds++), busy.furnishedFor(kind))
          if (write) await ledger.send(ledger.enter(kind, write))
        }
        if (busy.chance(4) === 0) for (const reader of busy.pick(pages).readers) reader.cut()
        await atRest(pages)
        // Every third page each time, and all at the end: what was not told stays wrong until something else is.
        const last = sequence === size.sequences - 1
        for (const page of pages.filter((_, place) => last || place % 3 === sequence % 3)) {
          const fresh = await look(page.door, page.path)
          compared++
          if (fresh === page.shown) continue
          different.push(
            `${page.who} on ${page.path} after sequence ${sequence + 1}: ${firstDifference(page.shown, fresh)}`,
          )
          page.shown = fresh
        }
      }
      for (const page of pages) for (const reader of page.readers) reader.close()
      findings.push(...different.slice(0, 12))
      return {
        sequences: figure(size.sequences),
        deeds: figure(deeds),
        'pages compared': figure(compared),
        different: figure(different.length),
      }
    }),
}

interface OpenAddress {
  readonly path: string
  topics(person: Inhabitant | null): readonly string[]
}

/** Two ideas, an open and a secret vote, a meeting that is running and one ahead, a clause and what somebody proposes there. */
async function openAddresses(place: Place, busy: BusyTown): Promise<readonly OpenAddress[]> {
  const database = await openDatabase(place.databaseUrl)
  const first = <Row>(rows: readonly Row[]) => rows.slice(0, 1)
  const polls = await database.read.selectFrom('poll').select(['id', 'number', 'secrecy']).execute()
  const meetings = await database.read.selectFrom('meeting').select(['id', 'number', 'state']).execute()
  const clauses = await database.read.selectFrom('clause').select(['id', 'conversationId']).execute()
  const proposed = await database.read
    .selectFrom('amendmentPart')
    .select(['amendmentId', 'clauseId'])
    .limit(1)
    .execute()
  await database.close()
  const ofAll = (path: string, ...topics: string[]): OpenAddress => ({ path, topics: () => topics })
  const inside = [...busy.people, busy.holders.chair]
  return [
    ...busy.ideas
      .slice(0, 2)
      .map((idea) =>
        ofAll(`/ideen/${idea.number}`, `idea:${idea.ideaId}`, `conversation:${idea.conversationId}`),
      ),
    ...first(polls.filter(({ secrecy }) => secrecy === 'open')),
    ...first(polls.filter(({ secrecy }) => secrecy !== 'open')),
    ...first(meetings.filter(({ state }) => state === 'running')),
    ...first(meetings.filter(({ state }) => state !== 'running')),
    ...first(clauses),
    ...proposed.map(({ amendmentId, clauseId }) =>
      ofAll('/standards/dauerlauf/aenderungen/1', `amendment:${amendmentId}`, `clause:${clauseId}`),
    ),
  ].map((one): OpenAddress => {
    if ('path' in one) return one
    if ('secrecy' in one) return ofAll(`/abstimmungen/${one.number}`, `poll:${one.id}`)
    if ('conversationId' in one)
      return ofAll(
        '/standards/dauerlauf/absatz/1.1',
        `clause:${one.id}`,
        `conversation:${one.conversationId}`,
      )
    return {
      path: `/runder-tisch/sitzungen/${one.number}`,
      topics: (person) => [`${person && inside.includes(person) ? 'meeting-inside' : 'meeting'}:${one.id}`],
    }
  })
}

async function openPage(
  place: Place,
  who: string,
  person: Inhabitant | null,
  path: string,
  topics: readonly string[],
): Promise<OpenPage> {
  const cookie = person?.cookie ?? null
  const door = visitor(place, { cookie })
  const readers = topics.map((topic) => openReader(place, topic, { cookie }))
  const page: OpenPage = { who, path, door, readers, shown: '', loading: Promise.resolve() }
  for (let turn = 0; turn < 500 && !readers.every((reader) => reader.watching()); turn++) await pause(20)
  page.shown = await look(door, path)
  const load = () => {
    page.loading = page.loading.then(async () => {
      page.shown = await look(door, path)
    })
  }
  for (const reader of readers) reader.onChange(load)
  return page
}

/** A page that did not come at all is asked for again, as a reader would. */
async function look(door: Visitor, path: string): Promise<string> {
  for (let turn = 0; ; turn++) {
    const answer = await door.get(path)
    if (answer.status !== 0 || turn === 4) return textOf(answer)
  }
}

/** Bursts are gathered for a third of a second; then everybody who was told has loaded. */
async function atRest(pages: readonly OpenPage[]): Promise<void> {
  for (
    let turn = 0;
    turn < 500 && !pages.every((page) => page.readers.every((one) => one.connected()));
    turn++
  )
    await pause(20)
  await pause(900)
  await Promise.all(pages.map((page) => page.loading))
}

/** What a person reads on the page; what only the form or the frame carries is left out. */
export function textOf({ status, text }: { readonly status: number; readonly text: string }): string {
  const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text
  const words = main
    .replace(/<(script|style|template)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    // The moment of loading, and how long ago a thing was, move on without anybody's deed.
    .replace(/Stand \d\d:\d\d Uhr|gerade eben|vor (?:einer|\d+) (?:Sekunden?|Minuten?)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return `${status} ${words}`
}

export function firstDifference(shown: string, fresh: string): string {
  let place = 0
  while (place < shown.length && shown[place] === fresh[place]) place++
  const from = Math.max(0, place - 20)
  return `shows '${shown.slice(from, place + 50)}', a fresh load '${fresh.slice(from, place + 50)}'`
}
