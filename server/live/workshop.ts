// The workshop's live side: who writes in which section, asked of the policy at the door and for every writing.

import type { Event } from '#app/domain/events.ts'
import { may } from '#app/domain/policy.ts'
import { draftLimits } from '#app/domain/standards/workshop/draft.ts'
import type { RunningPlatform } from '../platform.ts'
import { topicSubject } from './topics.ts'
import { actorOf, type LiveSocket } from './visitors.ts'
import { openRoom, type Room } from './workshop/room.ts'
import { type At, type Joined, type Person, readJoin, readPlace, readWriting } from './workshop/words.ts'

export interface Workshop {
  /** A socket that has been let into the topic of a section may join there. */
  attach(socket: LiveSocket): void
  /** A socket has left a topic, or has gone. */
  left(socket: LiveSocket, topic: string): void
  heard(event: Event): void
  close(): Promise<void>
}

/** A socket in a section. Names come from the account, never from the page; all of it is gone with the socket. */
interface Seat extends Person {
  readonly socket: LiveSocket
  at: At | null
  parts: Uint8Array[]
  size: number
  number: number
}

interface Section {
  readonly room: Room
  readonly standardId: string
  readonly seats: Map<string, Seat>
  /** One writing after the other, in the order they came. */
  queue: Promise<void>
  count: number
  /** Nobody was left and its room is closed. */
  ended: boolean
}

export function openWorkshop(
  platform: RunningPlatform,
  emit: (topic: string, name: string, message: Record<string, unknown>, but?: string) => void,
  /** Shows a socket out of a topic whose right has ended. */
  leave: (socket: LiveSocket, topic: string) => void,
  saveEveryMs: number,
): Workshop {
  const sections = new Map<string, Promise<Section>>()
  const fault = (error: unknown) =>
    platform.log('error', 'The workshop stumbled.', {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })

  function sectionOf(sectionId: string): Promise<Section> {
    const open = sections.get(sectionId) ?? enter(sectionId)
    sections.set(sectionId, open)
    open.catch(() => sections.delete(sectionId))
    return open
  }
  async function enter(sectionId: string): Promise<Section> {
    const { standardId } = await platform.database.read
      .selectFrom('section')
      .select('standardId')
      .where('id', '=', sectionId)
      .executeTakeFirstOrThrow()
    const seats = new Map<string, Seat>()
    const room = await openRoom(
      platform,
      sectionId,
      (name, message, but) => emit(topicOf(sectionId), name, message, but),
      () => Object.fromEntries([...seats.values()].map(({ who, number }) => [who, number])),
      saveEveryMs,
    )
    return { room, standardId, seats, queue: Promise.resolve(), count: 0, ended: false }
  }

  async function join(socket: LiveSocket, sent: unknown): Promise<Joined | null> {
    const wish = readJoin(sent)
    if (wish === null || !socket.rooms.has(topicOf(wish.section))) return null
    const section = await sectionOf(wish.section)
    const { room, seats } = section
    const actor = await actorOf(platform, socket.data)
    if (actor === null || !socket.rooms.has(topicOf(wish.section))) return null
    if (wish.generation === room.generation && wish.version > room.version) await room.beginAnew()
    // The last one left while this one was being asked about: the section is opened again.
    if (section.ended) return join(socket, sent)
    const known = [...seats.values()].find((seat) => seat.socket.data.accountId === actor.accountId)
    const seat: Seat = seats.get(socket.id) ?? {
      ...{ who: String(++section.count), person: known?.person ?? section.count, name: actor.name },
      ...{ socket, at: null, parts: [], size: 0, number: 0 },
    }
    seats.set(socket.id, seat)
    tellPeople(section)
    return {
      ...{ generation: room.generation, version: room.version, who: seat.who },
      words: room.missing(wish.generation === room.generation ? wish.vector : null),
      vector: room.vector(),
      people: peopleOf(section),
      at: Object.fromEntries([...seats.values()].map(({ who, at }) => [who, at])),
    }
  }

  function peopleOf({ seats }: Section): readonly Person[] {
    return [...seats.values()].map(({ who, person, name }) => ({ who, person, name }))
  }
  function tellPeople(section: Section): void {
    const { sectionId } = section.room
    emit(topicOf(sectionId), 'workshop-people', { section: sectionId, people: peopleOf(section) })
  }

  async function write(socket: LiveSocket, sent: unknown): Promise<void> {
    const writing = readWriting(sent)
    const section = writing ? await sections.get(writing.section) : undefined
    const seat = section?.seats.get(socket.id)
    if (!writing) return refuse(socket, sectionIn(sent), 'not-readable')
    if (!section || !seat) return void socket.emit('workshop-again', { section: writing.section })
    seat.parts.push(writing.part)
    seat.size += writing.part.length
    if (seat.size > draftLimits.writing) return refuse(socket, writing.section, 'too-large')
    if (!writing.last) return
    const words = Buffer.concat(seat.parts)
    seat.parts = []
    seat.size = 0
    section.queue = section.queue.then(() => take(section, seat, writing, words)).catch(fault)
    await section.queue
  }
  async function take(
    section: Section,
    seat: Seat,
    writing: NonNullable<ReturnType<typeof readWriting>>,
    words: Uint8Array,
  ): Promise<void> {
    const { room } = section
    const { socket } = seat
    const topic = topicOf(room.sectionId)
    const actor = await actorOf(platform, socket.data)
    const question = await topicSubject(platform.database.read, topic)
    if (actor === null || question === null || !may(actor, question.action, question.subject))
      return leave(socket, topic)
    if (writing.generation !== room.generation)
      return void socket.emit('workshop-again', { section: room.sectionId })
    const trouble = room.write(socket.id, actor, words)
    if (trouble === 'gap') return void socket.emit('workshop-again', { section: room.sectionId })
    if (trouble !== null) return refuse(socket, room.sectionId, trouble)
    seat.number = Math.max(seat.number, writing.number)
    if (writing.at !== null) place(section, seat, writing.at)
  }
  function place(section: Section, seat: Seat, at: At | null): void {
    seat.at = at
    section.room.moved(seat.who, at)
  }

  /** Only this page is shown out, with the reason; everybody else writes on. */
  function refuse(socket: LiveSocket, sectionId: string | null, reason: string): void {
    if (sectionId === null) return
    socket.emit('workshop-refused', { section: sectionId, reason })
    socket.data.topics.delete(topicOf(sectionId))
    void socket.leave(topicOf(sectionId))
    left(socket, topicOf(sectionId))
  }

  function left(socket: LiveSocket, topic: string): void {
    const sectionId = /^draft:(.+)$/.exec(topic)?.[1]
    if (sectionId === undefined) return
    sections
      .get(sectionId)
      ?.then(async (section) => {
        const seat = section.seats.get(socket.id)
        if (!seat) return
        section.seats.delete(socket.id)
        section.room.moved(seat.who, null)
        tellPeople(section)
        if (section.seats.size === 0) await rest(section)
      })
      .catch(fault)
  }
  async function rest(section: Section): Promise<void> {
    const { room, seats } = section
    await section.queue
    await platform.settleDraft(room.sectionId)
    if (seats.size > 0) return
    sections.delete(room.sectionId)
    section.ended = true
    room.close()
  }

  platform.onSettle(async (sectionId) => {
    const section = await sections.get(sectionId)
    await section?.queue
    await section?.room.save()
  })

  return {
    attach(socket) {
      socket.on('workshop-join', (sent, reply) => {
        if (typeof reply !== 'function') return
        join(socket, sent).then(
          (joined) => reply(joined),
          (error) => {
            fault(error)
            reply(null)
          },
        )
      })
      socket.on('workshop-write', (sent) => void write(socket, sent).catch(fault))
      socket.on('workshop-at', (sent) => {
        const wish = readPlace(sent)
        if (wish === null) return
        sections
          .get(wish.section)
          ?.then((section) => {
            const seat = section.seats.get(socket.id)
            if (seat) place(section, seat, wish.at)
          })
          .catch(fault)
      })
    },
    left,
    heard(event) {
      if (!('standardId' in event) || !changesClauses(event)) return
      for (const open of sections.values())
        void open
          .then(async (section) => {
            if (section.standardId !== event.standardId) return
            const own =
              event.type === 'draft.saved' ? await versionOf(platform, section.room.sectionId) : null
            if (event.type === 'draft.saved' && event.sectionId !== section.room.sectionId) return
            await section.room.lookAround(own)
          })
          .catch(fault)
    },
    async close() {
      for (const open of sections.values()) {
        const section = await open.catch(() => null)
        if (section) await rest({ ...section, seats: new Map() }).catch(fault)
      }
    },
  }
}

function topicOf(sectionId: string): string {
  return `draft:${sectionId}`
}

function changesClauses({ type }: Event): boolean {
  return type.startsWith('clause.') || type.startsWith('draft.') || type === 'standard.adopted'
}

async function versionOf(platform: RunningPlatform, sectionId: string): Promise<number> {
  const row = await platform.database.read
    .selectFrom('sectionDraft')
    .select('version')
    .where('sectionId', '=', sectionId)
    .executeTakeFirst()
  return Number(row?.version ?? 0)
}

function sectionIn(sent: unknown): string | null {
  const section = (sent as { section?: unknown } | null)?.section
  return typeof section === 'string' && /^[\w-]{1,64}$/.test(section) ? section : null
}
