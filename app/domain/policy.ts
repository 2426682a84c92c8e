// Who may: one table of plain data. Pages, forms, feeds, search, mails and live channels all ask it.
import type { Actor, BodyFunction } from './actor.ts'

/**
 * How a person stands to a thing. `reader` stands for everybody to whom the thing is public;
 * `author` for the one who made it; `self` for the one it is about.
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
  | 'creator'
  | 'speaker'
  | 'member'
  | 'chair'
  | 'system'

export const policy = {
  'town.read': ['anyone'],
  'town.set-up': ['system'],
  'town.operate': ['operator'],
  'town.change': ['operator', 'system'],

  'idea.read': ['reader', 'author', 'moderator'],
  'idea.post': ['anyone'],
  'idea.publish': ['moderator'],
  'idea.edit': ['author'],
  'idea.withdraw': ['author', 'moderator'],
  'idea.support': ['account'],
  'idea.follow': ['account'],
  'idea.tag': ['moderator'],
  'idea.merge': ['moderator'],
  'idea.assign': ['moderator'],
  'idea.answer': ['responsible'],
  'idea.finish': ['responsible', 'moderator'],
  'idea.enter-for-somebody': ['moderator', 'staff'],
  'idea.remind': ['system'],

  'conversation.read': ['reader', 'moderator'],
  'conversation.contribute': ['account'],
  'conversation.answer-officially': ['staff'],
  'conversation.close': ['moderator'],
  'contribution.read': ['reader', 'author', 'moderator'],
  'contribution.edit': ['author'],
  'contribution.delete': ['author'],
  'contribution.react': ['account'],
  'contribution.hide': ['moderator'],
  'contribution.read-hidden': ['author', 'moderator'],

  'report.file': ['anyone'],
  'moderation.read': ['moderator'],
  'moderation.decide': ['moderator'],
  'measure.appeal': ['self'],
  /** A guest's idea has no account: the secret word speaks for its author. */
  'measure.appeal-by-word': ['anyone'],
  'appeal.decide': ['moderator'],

  'account.sign-in': ['anyone', 'system'],
  'account.open': ['system'],
  'session.start': ['system'],
  'account.read': ['self', 'operator'],
  'account.change': ['self'],
  'account.export': ['self'],
  'account.erase': ['self'],
  'account.appoint': ['operator', 'system'],
  'account.change-mail': ['self', 'operator'],
  'account.pause': ['moderator', 'operator'],
  'notice.read': ['self'],

  'body.read': ['anyone'],
  'body.manage': ['operator', 'system'],
  'creator.declare': ['account'],
  'creator.confirm': ['speaker'],
  'council.read-internal': ['creator', 'speaker'],
} as const satisfies Record<string, readonly Standing[]>

/** Denial wins, whatever else a person is: the Council's inner rooms are closed to the administration. */
export const denied: Partial<Record<Action, readonly Standing[]>> = {
  'creator.confirm': ['staff', 'operator'],
  'council.read-internal': ['staff', 'operator'],
}

export type Action = keyof typeof policy

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

export const town: Subject = { kind: 'town' }

export function may(actor: Actor, action: Action, subject: Subject): boolean {
  const standings = standingsOf(actor, subject)
  if (denied[action]?.some((standing) => standings.has(standing))) return false
  return (policy[action] as readonly Standing[]).some((standing) => standings.has(standing))
}

/** Every way in which this person stands to this thing. */
export function standingsOf(actor: Actor, subject: Subject): ReadonlySet<Standing> {
  const standings = new Set<Standing>(['anyone'])
  if (actor.kind === 'system') standings.add('system')
  if ('public' in subject && subject.public) standings.add('reader')
  if (actor.kind !== 'account') return standings
  if (actor.pausedUntil === null) standings.add('account')
  if ('authorId' in subject && subject.authorId === actor.accountId) standings.add('author')
  if (subject.kind === 'account' && subject.id === actor.accountId) standings.add('self')
  if (subject.kind === 'measure' && subject.affectedId === actor.accountId) standings.add('self')
  if (actor.creator) standings.add('creator')
  for (const { role, scope } of actor.appointments) {
    if (role === 'operator') standings.add('operator')
    if (role === 'staff') standings.add('staff')
    if (role === 'moderator' && scope === spaceOf(subject)) standings.add('moderator')
    if (role === 'responsible' && (!('responsible' in subject) || subject.responsible === scope)) {
      standings.add('responsible')
    }
  }
  for (const membership of actor.memberships) {
    if (subject.kind === 'body' && membership.body !== subject.slug) continue
    for (const standing of standingsOfFunction[membership.function]) standings.add(standing)
  }
  return standings
}

const standingsOfFunction: Record<BodyFunction, readonly Standing[]> = {
  chair: ['chair', 'member'],
  deputy: ['member'],
  'minute-taker': [],
  member: ['member'],
  speaker: ['speaker', 'creator'],
}

/** The space whose moderators look after a thing; most things belong to the town's own. */
export function spaceOf(subject: Subject): string {
  return 'space' in subject ? subject.space : 'town'
}
