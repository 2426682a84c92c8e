// The plan of cells, what came of each, and everything found. A cell nobody tried is a finding of its own.
import type { Asked, Door, Person, Post, Room, Thing, Topic } from './room.ts'
import { rooms } from './rooms/index.ts'
import { guest, maySee } from './standing.ts'
import type { Town } from './town.ts'

/** `trimmed`: one thing of each kind, closed where there is one, for every run of the tests. */
export type Size = 'trimmed' | 'small' | 'full'

export interface Cell {
  readonly row: string
  readonly person: Person
  readonly thing: Thing | null
  readonly may: boolean
}

export interface Finding {
  readonly kind: string
  readonly where: string
  readonly person: string
  readonly what: string
}

export interface Plan {
  readonly size: Size
  readonly focus: RegExp
  readonly people: readonly Person[]
  readonly doors: ReadonlyMap<string, Door>
  readonly topics: ReadonlyMap<string, Topic>
  /** The chosen things of each kind. */
  readonly things: ReadonlyMap<string, readonly Thing[]>
  readonly missing: ReadonlyMap<string, string>
  readonly known: ReadonlyMap<string, string | readonly string[]>
  readonly cells: ReadonlyMap<string, Cell>
}

export class Book {
  readonly findings: Finding[] = []
  readonly done = new Map<string, 'as it should be' | 'wrong'>()
  requests = 0
  private readonly said = new Set<string>()

  constructor(
    readonly plan: Plan,
    private readonly hears: (finding: Finding) => void = () => {},
  ) {}

  found(kind: string, where: string, person: Person | null, what: string): void {
    const finding = { kind, where, person: person?.handle ?? '–', what }
    const key = JSON.stringify(finding)
    if (this.said.has(key)) return
    this.said.add(key)
    this.findings.push(finding)
    this.hears(finding)
  }

  close(cell: Cell, right: boolean): void {
    const key = keyOf(cell)
    if (this.done.get(key) !== 'wrong') this.done.set(key, right ? 'as it should be' : 'wrong')
  }

  /** After everything was tried: what was planned and never reached, of rows that begin like these. */
  listUntested(beginnings: readonly string[]): void {
    const byRow = new Map<string, number>()
    for (const [key, cell] of this.plan.cells) {
      if (!beginnings.some((word) => cell.row.startsWith(word))) continue
      if (!this.done.has(key)) byRow.set(cell.row, (byRow.get(cell.row) ?? 0) + 1)
    }
    for (const [row, count] of byRow) this.found('untested', row, null, `${count} cells were never tried`)
  }
}

export function keyOf({ row, person, thing }: Pick<Cell, 'row' | 'person' | 'thing'>): string {
  return `${row} | ${person.handle} | ${thing?.id ?? ''}`
}

export const seeRow = (address: string) => `see ${address}`
export const postRow = (address: string, key: string) => `post ${address} ${key || '(plain)'}`
export const watchRow = (topic: string) => `watch ${topic}`
export const sayRow = (topic: string) => `say that one writes, ${topic}`
export const writeRow = (topic: string) => `write together, ${topic}`

/** Whoever a room names, and one person for every role of the town that is still without one; a guest first. */
export function peopleOf(facts: Town['facts'], size: Size): readonly Person[] {
  const named = new Set(
    allRooms.flatMap((room) => [
      ...(room.takings ?? []).flatMap(({ from, by }) => [from, ...by]),
      ...Object.values(room.doors).flatMap((door) =>
        Object.values(door.posts ?? {}).flatMap(({ by }) => by ?? []),
      ),
      ...(room.people ?? []),
    ]),
  )
  if (size === 'full')
    for (const { readers } of facts.canaries) for (const handle of readers.handles) named.add(handle)
  const chosen = facts.accounts.filter(({ handle }) => named.has(handle))
  const byModesty = [...facts.accounts].sort((a, b) => a.roles.length - b.roles.length)
  for (const role of new Set(facts.accounts.flatMap(({ roles }) => roles))) {
    const known = size !== 'full' && chosen.some(({ roles }) => roles.includes(role))
    const plain = byModesty.find(({ roles }) => roles.includes(role))
    if (!known && plain && !chosen.includes(plain)) chosen.push(plain)
  }
  return [guest, ...chosen]
}

const allRooms: readonly Room[] = Object.values(rooms)
export const kinds = allRooms.flatMap(({ things }) => Object.entries(things ?? {}))

export interface PlanWish {
  /** Only addresses and topics it fits. */
  readonly focus?: RegExp
  /** Which things of a kind; some of each label where left out. */
  readonly choose?: (kind: string, things: readonly Thing[]) => readonly Thing[]
}

export async function makePlan(
  town: Town,
  people: readonly Person[],
  size: Size,
  { focus = /(?:)/, choose = (_, things) => chosenOf(things, people, size) }: PlanWish = {},
): Promise<Plan> {
  const doors = new Map(
    allRooms.flatMap((room) => Object.entries(room.doors)).filter(([address]) => focus.test(address)),
  )
  const topics = new Map(
    allRooms.flatMap((room) => Object.entries(room.topics ?? {})).filter(([topic]) => focus.test(topic)),
  )
  const things = new Map<string, readonly Thing[]>()
  const missing = new Map<string, string>()
  const known = new Map<string, string | readonly string[]>()
  for (const [kind, { list, missing: nobody, known: to }] of kinds) {
    if (things.has(kind)) throw new Error(`Two rooms list things of the kind ${kind}.`)
    things.set(kind, choose(kind, await list(town)))
    missing.set(kind, nobody)
    if (to) known.set(kind, to)
  }
  const cells = new Map<string, Cell>()
  const add = (row: string, person: Person, thing: Thing | null, actions: Asked) => {
    const cell = { row, person, thing, may: maySee(town.permissions, person, actions, thing) }
    cells.set(keyOf(cell), cell)
  }
  for (const [address, door] of doors) {
    for (const person of people) {
      for (const thing of thingsOf({ things }, door)) {
        if (!door.exempt) add(seeRow(address), person, thing, door.see)
      }
      for (const thing of sentTo({ things }, door, size)) {
        for (const [key, post] of Object.entries(door.posts ?? {})) {
          if (maySend(town, door, post, person, thing)) continue
          const cell = { row: postRow(address, key), person, thing, may: false }
          cells.set(keyOf(cell), cell)
        }
      }
    }
  }
  for (const [name, topic] of topics) {
    for (const person of people) {
      for (const thing of topic.of ? (things.get(topic.of) ?? []) : [null]) {
        add(watchRow(name), person, thing, topic.see)
        const refused = !maySeeTopic(town, topic, person, thing)
        const not = (row: string) =>
          cells.set(keyOf({ row, person, thing }), { row, person, thing, may: false })
        if (topic.says && (refused || person.handle === 'guest')) not(sayRow(name))
        if (topic.writes && refused) not(writeRow(name))
      }
    }
  }
  return { size, focus, people, doors, topics, things, missing, known, cells }
}

/**
 * Forms are tried by everybody who may not send them or not even see where they stand; that they work at all is proven
 * once, by somebody who may.
 */
export function maySend(town: Town, door: Door, post: Post, person: Person, thing: Thing | null): boolean {
  const may = (actions: Asked) => maySee(town.permissions, person, actions, thing)
  return may(post.action) && may(door.see)
}

export function maySeeTopic(town: Town, { see }: Topic, person: Person, thing: Thing | null): boolean {
  return maySee(town.permissions, person, see, thing)
}

export function thingsOf({ things }: Pick<Plan, 'things'>, door: Door): readonly (Thing | null)[] {
  return door.of ? (things.get(door.of) ?? []).filter((thing) => door.only?.(thing) ?? true) : [null]
}

/** At the small size forms go to one open and one closed thing only. */
function sentTo(plan: Pick<Plan, 'things'>, door: Door, size: Size): readonly (Thing | null)[] {
  const things = thingsOf(plan, door)
  if (size === 'full') return things
  const open = things.find((thing) => thing?.public !== false)
  const closed = things.find((thing) => thing?.public === false)
  return [open, closed].filter((thing) => thing !== undefined)
}

function isThere<T>(thing: T | undefined): thing is T {
  return thing !== undefined
}

/** Of each label some, those of the chosen people before others. */
function chosenOf(things: readonly Thing[], people: readonly Person[], size: Size): readonly Thing[] {
  const handles = new Set(people.map(({ handle }) => handle))
  const offices = new Set(people.flatMap(({ appointments }) => appointments.map(({ scope }) => scope)))
  const concerns = (thing: Thing) =>
    handles.has(thing.author ?? '') || handles.has(thing.self ?? '') || offices.has(thing.responsible ?? '')
      ? 0
      : 1
  const eachLabel = size === 'full' ? 2 : 1
  const counts = new Map<string, number>()
  const chosen = [...things]
    .sort((a, b) => concerns(a) - concerns(b))
    .filter(({ label }) => {
      const count = (counts.get(label) ?? 0) + 1
      counts.set(label, count)
      return count <= eachLabel
    })
  if (size === 'trimmed') return [chosen.find((thing) => !thing.public) ?? chosen[0]].filter(isThere)
  return chosen.slice(0, size === 'full' ? 24 : 12)
}

export function addressOf(address: string, door: Door, thing: Thing | null, town: Town): string {
  return pathOf(address, thing) + (thing !== null && door.at ? door.at(thing, town) : '')
}

export function pathOf(address: string, thing: Thing | null): string {
  if (thing === null) return address
  return address.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(thing.params?.[name] ?? thing.param),
  )
}

/** The same kind of thing that is not there: where several places name it, the first one leads nowhere. */
export function nobodyLike(thing: Thing, missing: string): Thing {
  const [first] = Object.keys(thing.params ?? {})
  const params = first === undefined ? thing.params : { ...thing.params, [first]: missing }
  return { ...thing, param: missing, id: missing, ...(params ? { params } : {}) }
}

/** Every word of an address that stands for the thing. */
export function wordsFor(thing: Thing): readonly string[] {
  return [thing.param, thing.id, ...Object.values(thing.params ?? {})]
}
