// What goes over the line in the workshop: the shapes of its messages, and how what comes in is read.
import type { BadWriting } from '#app/domain/standards/workshop/document.server.ts'
import { draftLimits } from '#app/domain/standards/workshop/draft.ts'

/** Where somebody's cursor stands: relative to letters, so that it stays with them whatever is written around it. */
export interface At {
  readonly clause: string
  /** Relative positions as Yjs writes them in JSON. */
  readonly anchor: string
  readonly head: string
}

export interface Person {
  /** One open page; a person with two has two. */
  readonly who: string
  /** One for each account in this section, told to no one else and never kept. */
  readonly person: number
  readonly name: string
}

export interface Joined {
  readonly generation: string
  readonly version: number
  /** What the page does not have yet, and what the server has: the page sends what that lacks. */
  readonly words: Uint8Array
  readonly vector: Uint8Array
  readonly who: string
  readonly people: readonly Person[]
  readonly at: Readonly<Record<string, At | null>>
}

export type WritingRefused = BadWriting | 'closed'

export interface JoinWish {
  readonly section: string
  readonly generation: string | null
  readonly version: number
  readonly vector: Uint8Array | null
}

export interface Writing {
  readonly section: string
  readonly generation: string
  readonly number: number
  readonly part: Uint8Array
  readonly last: boolean
  readonly at: At | null
}

export function readJoin(sent: unknown): JoinWish | null {
  const wish = fieldsOf(sent)
  if (wish === null || !isId(wish.section)) return null
  const vector = wish.vector instanceof Uint8Array && wish.vector.length <= 8_000 ? wish.vector : null
  return {
    section: wish.section,
    generation: isId(wish.generation) ? wish.generation : null,
    version: isNumber(wish.version) ? wish.version : 0,
    vector,
  }
}

export function readWriting(sent: unknown): Writing | null {
  const wish = fieldsOf(sent)
  if (wish === null || !isId(wish.section) || !isId(wish.generation) || !isNumber(wish.number)) return null
  if (!(wish.part instanceof Uint8Array) || wish.part.length > draftLimits.part) return null
  return {
    ...{ section: wish.section, generation: wish.generation, number: wish.number },
    ...{ part: wish.part, last: wish.last === true, at: readAt(wish.at) },
  }
}

export function readPlace(sent: unknown): { readonly section: string; readonly at: At | null } | null {
  const wish = fieldsOf(sent)
  return wish !== null && isId(wish.section) ? { section: wish.section, at: readAt(wish.at) } : null
}

function readAt(sent: unknown): At | null {
  const at = fieldsOf(sent)
  if (at === null || !isId(at.clause) || !isPosition(at.anchor) || !isPosition(at.head)) return null
  return { clause: at.clause, anchor: at.anchor, head: at.head }
}

function fieldsOf(sent: unknown): Record<string, unknown> | null {
  return typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>) : null
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value)
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isPosition(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 300
}
