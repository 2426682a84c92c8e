// A vote in a meeting: opened at once, on one thing, for exactly those the meeting names.
import type { Work } from '../run.server.ts'
import { type Announced, type WrittenOption, writePoll } from './announce.server.ts'
import { openForRoll } from './life.server.ts'
import type { PollTerms } from './poll.ts'
import { forcedBy } from './terms.ts'

/** What the chair says; everything else follows from it. */
export interface MeetingVote
  extends Pick<
    PollTerms,
    'question' | 'label' | 'secrecy' | 'majority' | 'majorityBase' | 'quorum' | 'subject' | 'visibility'
  > {
  readonly method?: PollTerms['method']
  readonly options?: readonly WrittenOption[]
  readonly settings?: PollTerms['settings']
  readonly seats?: number
  readonly consequence?: string
  /** So long it stays open at least; sixty seconds where nothing is said. */
  readonly minSeconds?: number
  readonly closesAt?: string | null
  /** Named votes stand in the minutes name by name. */
  readonly names?: PollTerms['names']
}

/**
 * Asks nobody: the meeting asked whether this chair may. Records 'poll.opened'.
 * @param roll account ids of those who may vote, such as the members present
 */
export async function openMeetingVote(
  work: Work,
  vote: MeetingVote,
  roll: readonly string[],
): Promise<Announced> {
  const poll = await writePoll(work, {
    space: 'round-table',
    method: 'yes-no',
    options: [],
    settings: {},
    seats: 1,
    consequence: '',
    minSeconds: 60,
    closesAt: null,
    names: 'unlisted',
    about: '',
    html: '',
    sanitiser: '',
    electorate: 'roll',
    electorateRef: null,
    changeable: 'yes',
    reason: 'off',
    resultWhen: 'after-close',
    optionOrder: 'written',
    opensAt: null,
    objectionDays: 0,
    reviewOn: null,
    ...vote,
    ...forcedBy(vote.secrecy),
  })
  await openForRoll(work, poll, roll)
  return { pollId: poll.id, number: poll.number }
}
