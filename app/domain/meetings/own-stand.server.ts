// Reads what belongs to one person at the table and to nobody else: own presence, own place on the list, own vote.
import { may } from '../policy.ts'
import { storeOf } from '../polls/ballots/stores.server.ts'
import { asPoll } from '../polls/poll.server.ts'
import { isOnRoll } from '../polls/roll.server.ts'
import type { Ask } from '../query.server.ts'
import { hasConflict, isThere } from './live.ts'
import { type BodyMeeting, meetingSubject } from './meeting.server.ts'
import { substituteOf } from './presence.ts'
import { functionIn, mayStandInFor } from './roster.ts'
import type { OwnStand, Stand } from './stand.ts'
import { readSession, type Session } from './steps.server.ts'

/** What one member needs besides: own presence, own place, own vote. */
export async function readOwnStand(ask: Ask, meeting: BodyMeeting, stand: Stand): Promise<OwnStand | null> {
  const accountId = ask.actor.accountId
  if (accountId === null || !may(ask.actor, 'meeting.take-part', meetingSubject(meeting))) return null
  const session = await readSession(ask.db, meeting)
  const place = stand.places.findIndex(({ who, kind }) => who.accountId === accountId && kind !== 'order')
  const order = stand.places.find(({ who, kind }) => who.accountId === accountId && kind === 'order')
  const mine = stand.places[place]
  const vote = stand.vote !== null && stand.vote.closedAt === null ? stand.vote : null
  const row = vote
    ? await ask.db.selectFrom('poll').selectAll().where('id', '=', vote.pollId).executeTakeFirst()
    : undefined
  const poll = row ? asPoll(row) : null
  const mayVote = poll !== null && (await isOnRoll(ask.db, poll, accountId, ask.now))
  const own = poll && mayVote ? await storeOf(poll).ownVote(ask, poll, accountId) : null
  const { currentId } = session.live
  return {
    presence: session.live.presence[accountId] ?? null,
    standIn:
      functionIn(ask.actor, meeting.body) === 'substitute' ? canStandIn(session, stand, accountId) : null,
    askedSecret:
      currentId !== null && (session.live.items[currentId]?.secretAsked.includes(accountId) ?? false),
    conflict: hasConflict(session.live, accountId, session.live.currentId),
    hand: mine ? { requestId: mine.requestId, place: place + 1 } : null,
    order: order ? { requestId: order.requestId } : null,
    mayVote,
    voted: own === null ? 'no' : 'yes',
  }
}

/** Members of the same bench who are not there and whom nobody stands in for. */
function canStandIn({ live }: Session, { seats }: Stand, accountId: string) {
  const own = seats.find((seat) => seat.accountId === accountId)
  return seats
    .filter((seat) => own && mayStandInFor(own, seat) && !isThere(live, seat.accountId))
    .filter((seat) => substituteOf(live, seat.accountId) === null)
    .map((seat) => ({ accountId: seat.accountId, name: seat.name }))
}
