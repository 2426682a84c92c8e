// A town with people, ideas and talks, furnished for every kind of write, in which gates let everybody act at once.
import http from 'node:http'
import { councilSlug } from '#app/domain/bodies/body.ts'
import { confirmCreator, declareCreator } from '#app/domain/bodies/creator.server.ts'
import { contribute } from '#app/domain/conversations/contribute.server.ts'
import type { Place } from '../harness/place.ts'
import { type Inhabitant, type SettlingIn, settleIn } from '../harness/settle-in.ts'
import { type Visitor, visitor } from '../harness/visitor.ts'
import type { KindOfWrite } from './kind.ts'

export interface BusyTown {
  readonly place: Place
  readonly people: readonly Inhabitant[]
  readonly moderators: readonly Inhabitant[]
  /** One of each who holds something else: tasks of the town, a seat, the register of creators. */
  readonly holders: Readonly<Record<Holder, Inhabitant>>
  readonly ideas: readonly PostedIdea[]
  readonly contributions: readonly Said[]
  /** Somebody at the door; null is a guest from a network nobody came from before. */
  as(person: Inhabitant | null): Visitor
  /** The same choices in every run. */
  pick<T>(list: readonly T[]): T
  /** A number from 0 up to, not including, this one. */
  chance(below: number): number
  /** What a kind made ready. */
  furnishedFor(kind: KindOfWrite): unknown
  close(): void
}

export type Holder = 'operator' | 'responsible' | 'creator' | 'speaker' | 'chair'

export interface PostedIdea {
  readonly ideaId: string
  readonly number: number
  readonly conversationId: string
  readonly author: Inhabitant
}

export interface Said {
  readonly id: string
  readonly publicNumber: number
  readonly number: number
  readonly idea: PostedIdea
  readonly author: Inhabitant
}

export interface Size {
  readonly people: number
  readonly ideas: number
  readonly contributions: number
}

export async function openBusyTown(
  place: Place,
  size: Size,
  kinds: readonly KindOfWrite[],
  seed = 7,
  clock?: () => string,
): Promise<BusyTown> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })
  const chance = seeded(seed)
  const furnished = new Map<string, unknown>()
  const doors = new Map<string, Visitor>()
  let guests = 0
  const busy = await settleIn(
    place,
    async (town) => {
      const inhabitants = await moveIn(town, size)
      const opened: BusyTown = {
        place,
        ...inhabitants,
        as(person) {
          const key = person?.accountId ?? `guest ${guests++}`
          const from = addressOf(person === null ? 1_000_000 + guests : inhabitants.people.indexOf(person))
          const known = doors.get(key)
          if (known) return known
          const door = visitor(place, { cookie: person?.cookie ?? null, from, agent })
          if (person) doors.set(key, door)
          return door
        },
        pick: (list) => list[chance(list.length)] as (typeof list)[number],
        chance,
        furnishedFor: (kind) => furnished.get(kind.name),
        close: () => agent.destroy(),
      }
      for (const kind of kinds) furnished.set(kind.name, await kind.furnish?.(town, opened))
      return opened
    },
    clock,
  )
  return busy
}

async function moveIn(town: SettlingIn, size: Size) {
  const people: Inhabitant[] = []
  for (let place = 0; place < size.people; place++) people.push(await town.person(`Person ${place}`))
  const moderators = [
    await town.person('Dieter', { role: 'moderator' }),
    await town.person('Gerda', { role: 'moderator' }),
  ]
  const creator = await town.person('Jonas')
  const speaker = await town.person('Ruben', { seat: { body: councilSlug, function: 'speaker' } })
  await town.does(creator.actor, declareCreator, { branch: 'music', does: 'Spielt Posaune.' })
  await town.does(speaker.actor, confirmCreator, { accountId: creator.accountId })
  const holders = {
    operator: await town.person('Nadine', { role: 'operator' }),
    responsible: await town.person('Kornfeld', { role: 'responsible', scope: 'kulturbuero' }),
    creator,
    speaker,
    chair: await town.person('Berghoff', { seat: { body: 'runder-tisch', function: 'chair' } }),
  }
  const ideas: PostedIdea[] = []
  for (let place = 0; place < size.ideas; place++) {
    const author = people[place % people.length] as Inhabitant
    ideas.push({ ...(await town.idea(author.actor, `Ein Fest am Platz Nummer ${place + 1}`)), author })
  }
  const contributions: Said[] = []
  for (let place = 0; place < size.contributions; place++) {
    const author = people[(place + 1) % people.length] as Inhabitant
    const idea = ideas[place % ideas.length] as PostedIdea
    const { id, publicNumber, number } = await town.does(author.actor, contribute, {
      conversationId: idea.conversationId,
      parentId: null,
      move: 'for',
      text: `Dafür, Grund ${place + 1}.`,
      language: 'de',
      official: false,
    })
    contributions.push({ id, publicNumber, number, idea, author })
  }
  return { people, moderators, holders, ideas, contributions }
}

/** Chance that repeats itself (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** A network block of its own for everybody. */
function addressOf(place: number): string {
  return `10.${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}`
}
