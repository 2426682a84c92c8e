// Whether the rooms the probe was told of are the whole house: every printed address, action, message and topic.
import { existsSync } from 'node:fs'
import type { Book } from './book.ts'
import type { Asked } from './room.ts'
import { rooms } from './rooms/index.ts'
import { askedOf } from './standing.ts'
import type { Town } from './town.ts'

export function checkCover(town: Town, book: Book): void {
  const { doors, topics } = book.plan
  for (const { address, methods } of town.routes) {
    const door = doors.get(address)
    if (!door) book.found('unknown address', address, null, 'no room of tests/probe/rooms names it')
    else if (methods.includes('POST') && !door.posts && !door.exempt)
      book.found('unknown form', address, null, 'takes posts, and no room names one')
  }
  const known = new Set(town.routes.map(({ address }) => address))
  for (const address of doors.keys())
    if (!known.has(address))
      book.found('unknown address', address, null, 'is named by a room and is no address')
  for (const [address, { posts }] of doors)
    for (const [key, { provenIn }] of Object.entries(posts ?? {}))
      if (provenIn && !existsSync(provenIn))
        book.found('unproven', `${address} ${key}`, null, `${provenIn} is no test`)
  checkActions(town, book)
  for (const { topic } of town.rows<{ topic: string }>('select distinct topic from "eventTopic"')) {
    const kind = topic.split(':')[0] ?? ''
    if (!topics.has(kind)) book.found('unknown topic', kind, null, 'events tell it, and no room names it')
  }
  for (const message of town.events) {
    if (message.kind !== 'socket message' || !('from' in message) || message.from !== 'browser') continue
    if (!knownMessages.has(message.name))
      book.found('unknown message', message.name, null, 'browsers may send it, and the probe never does')
  }
}

/** What listening.ts and writing-together.ts send. */
const knownMessages = new Set(['watch', 'leave', 'typing', 'workshop-join', 'workshop-write', 'workshop-at'])

/** Every action but those of the house itself stands behind some door; `read` ones behind a page or a topic. */
function checkActions(town: Town, book: Book): void {
  const named = new Set(Object.values(rooms).flatMap(({ parts }) => Object.keys(parts ?? {})))
  const note = (actions: Asked, kind: string | undefined) => {
    for (const thing of kind === undefined ? [null] : (book.plan.things.get(kind) ?? []))
      for (const action of askedOf(actions, thing)) named.add(action)
  }
  for (const { see, of, posts } of book.plan.doors.values()) {
    note(see, of)
    for (const { action } of Object.values(posts ?? {})) note(action, of)
  }
  for (const { see, of } of book.plan.topics.values()) note(see, of)
  for (const [action, { standings }] of town.permissions) {
    if (named.has(action) || standings.every((standing) => standing === 'system')) continue
    book.found('unknown action', action, null, 'stands in the policy and behind no door the probe knows')
  }
}
