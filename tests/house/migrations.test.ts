// A database takes steps by their names in order and refuses one that stands before a step it has taken.
import { expect, test } from 'vitest'
import { migrations } from '#db/migrations/index.ts'

/** Every step that has shipped. A new one is added at the end, whatever its room. */
const shipped = [
  '001-house',
  '002-people',
  '003-ideas',
  '004-conversations',
  '005-moderation',
  '006-notices',
  '007-search',
  '008-body-seats',
  '009-idea-ways',
  '010-measure-grounds',
  '011-conversation-sections',
  '012-code-account',
  '020-polls',
  '025-ballots',
  '026-poll-signer',
  '030-council',
  '031-elections',
  '032-election-run-offs',
  '040-meetings',
  '041-meeting-steps',
  '042-minutes',
  '043-agenda-proposals',
  '050-standards',
  '051-standards-on-agenda',
  '052-bench-yes',
  '053-section-draft',
  '060-order-of-ideas',
  '061-election-electorate',
  '062-invitation-changes',
  '063-index-older',
  '064-option-salt',
  '065-turnout-alone',
  '066-idea-of-picture',
]

test('a new step of the database stands behind all that have shipped', () => {
  expect(Object.keys(migrations).sort()).toEqual(shipped)
})
