// How a person stands to a thing: as its author, as a member of its body, as one of the town, as a guest.
import type { Actor, BodyFunction } from './actor.ts'
import { councilSlug, roundTableSlug } from './bodies/body.ts'
import { councilSpace, isAdministration, isInsideCouncil } from './council/house.ts'

/**
 * How a person stands to a thing. `reader` stands for everybody to whom the thing is open: all the world in the town's
 * space, those who make culture in the Council's; `author` for the one who made it; `self` for the one it is about;
 * `administration` for whoever holds any task of the town's.
 */
export type Standing =
  | 'anyone'
  | 'reader'
  | 'account'
  | 'author'
  | 'self'
  | 'staff'
  | 'responsible'
  | 'moderator'
  | 'operator'
  | 'administration'
  | 'creator'
  | 'speaker'
  | 'member'
  | 'chair'
  | 'elector'
  /** Has a seat in the working group that drafts the standard. */
  | 'drafter'
  | 'deputy'
  | 'minute-taker'
  /** Steps in for a member who is not there. */
  | 'substitute'
  /** Sits in the very body the thing belongs to, in whatever function. */
  | 'inside'
  | 'system'

export type Subject =
  | { readonly kind: 'town' }
  | {
      readonly kind: 'idea'
      readonly id: string
      readonly public: boolean
      readonly authorId: string | null
      readonly responsible: string | null
    }
  | { readonly kind: 'conversation'; readonly id: string; readonly public: boolean; readonly space: string }
  | {
      readonly kind: 'contribution'
      readonly id: string
      readonly public: boolean
      readonly authorId: string | null
      readonly space: string
    }
  | { readonly kind: 'account'; readonly id: string }
  | {
      readonly kind: 'measure'
      readonly id: string
      readonly affectedId: string | null
      readonly space: string
    }
  | { readonly kind: 'body'; readonly slug: string }
  | {
      readonly kind: 'poll'
      readonly id: string
      readonly public: boolean
      readonly space: 'town' | 'round-table' | 'council'
      /** Whether the one who asks is on its roll. */
      readonly onRoll: boolean
    }
  | {
      readonly kind: 'standard'
      readonly id: string
      readonly public: boolean
      /** The working group that drafts it. */
      readonly group: string
      /** Of an amendment or a declaration; null for the standard itself. */
      readonly authorId: string | null
    }
  | { readonly kind: 'meeting'; readonly id: string; readonly public: boolean; readonly body: string }
  | { readonly kind: 'agendaItem'; readonly id: string; readonly public: boolean; readonly body: string }
  | { readonly kind: 'task'; readonly id: string; readonly ownerId: string | null; readonly body: string }

/** Every way in which this person stands to this thing. */
export function standingsOf(actor: Actor, subject: Subject): ReadonlySet<Standing> {
  const standings = new Set<Standing>(['anyone'])
  if (actor.kind === 'system') standings.add('system')
  const inCouncil = standsInside(subject)
  if ('public' in subject && subject.public && (!inCouncil || isInsideCouncil(actor))) standings.add('reader')
  if (actor.kind !== 'account') return standings
  if (isAdministration(actor)) {
    standings.add('administration')
    // Denial wins: at the Council's door whoever works for the town stands as a stranger, whatever else they are.
    if (inCouncil) return standings
  }
  // The town's moderators can pause an account in the town; their arm ends at the Council's door.
  if (actor.pausedUntil === null || inCouncil) standings.add('account')
  if ('authorId' in subject && subject.authorId === actor.accountId) standings.add('author')
  if (subject.kind === 'account' && subject.id === actor.accountId) standings.add('self')
  if (subject.kind === 'measure' && subject.affectedId === actor.accountId) standings.add('self')
  if (subject.kind === 'poll' && subject.onRoll) standings.add('elector')
  if (subject.kind === 'task' && subject.ownerId === actor.accountId) standings.add('self')
  if (actor.creator) standings.add('creator')
  for (const { role, scope } of actor.appointments) {
    if (role === 'operator') standings.add('operator')
    if (role === 'staff') standings.add('staff')
    if (role === 'moderator' && scope === spaceOf(subject)) standings.add('moderator')
    if (role === 'responsible' && (!('responsible' in subject) || subject.responsible === scope)) {
      standings.add('responsible')
    }
  }
  const body = bodyOf(subject)
  for (const membership of actor.memberships) {
    if (subject.kind === 'poll' && membership.body !== bodyOfSpace[subject.space]) continue
    if (subject.kind === 'standard') {
      if (membership.body === subject.group) standings.add('drafter')
      if (membership.body !== roundTableSlug) continue
    }
    if (body !== null && membership.body !== body) continue
    if (body !== null) standings.add('inside')
    for (const standing of standingsOfFunction[membership.function]) standings.add(standing)
    // A minute-taker with a place on a bench has a vote; one without writes only.
    if (membership.function === 'minute-taker' && membership.bench !== null) standings.add('member')
  }
  return standings
}

/** Whose seats count in the house a vote stands in. */
const bodyOfSpace = {
  town: roundTableSlug,
  'round-table': roundTableSlug,
  council: councilSlug,
} as const

const standingsOfFunction: Record<BodyFunction, readonly Standing[]> = {
  chair: ['chair', 'member'],
  deputy: ['member', 'deputy'],
  'minute-taker': ['minute-taker'],
  member: ['member'],
  speaker: ['speaker', 'creator'],
  substitute: ['substitute'],
}

/** The body a thing belongs to: seats in other bodies count for nothing there. */
function bodyOf(subject: Subject): string | null {
  if (subject.kind === 'body') return subject.slug
  return 'body' in subject ? subject.body : null
}

/** What is said and done in the Council's inner rooms; its votes and its own page can be public. */
function standsInside(subject: Subject): boolean {
  if (subject.kind === 'body' || subject.kind === 'poll') return false
  return spaceOf(subject) === councilSpace
}

/** The space whose moderators look after a thing; most things belong to the town's own. */
export function spaceOf(subject: Subject): string {
  if (subject.kind === 'body') return subject.slug === councilSlug ? councilSpace : 'town'
  return 'space' in subject ? subject.space : 'town'
}
