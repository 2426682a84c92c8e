// Knows what a place on the roll of a meeting's vote is worth when the seat ends while the vote runs.
import type { Poll } from './poll.ts'

/**
 * Who may vote in a meeting is fixed when the vote opens, and only as long as the seat lasts: whose seat ended casts no
 * ballot and changes none. What was cast before counts: it came from somebody who might, nobody could find it again
 * among secret ballots, and an open vote goes by the same rule. How many might vote stays as it was at the opening.
 * @returns the agenda item in whose body one must sit; null where the roll alone decides
 */
export function itemOfSeat(poll: Pick<Poll, 'electorate' | 'subject'>): string | null {
  if (poll.electorate !== 'roll' || !poll.subject?.startsWith(prefix)) return null
  return poll.subject.slice(prefix.length)
}

const prefix = 'agendaItem:'
