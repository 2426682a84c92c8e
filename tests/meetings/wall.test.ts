import { expect, test } from 'vitest'
import type { Stand } from '#app/domain/meetings/stand.ts'
import { voteOnWall } from '#app/domain/meetings/wall.ts'

test('the wall shows a vote and its result until somebody speaks after it', () => {
  const vote = (closedAt: string | null) => ({ closedAt }) as Stand['vote']
  const speech = (startedAt: string) => ({ clock: { startedAt } }) as Stand['speech']
  const shown = (stand: Partial<Stand>) =>
    voteOnWall({ vote: null, speech: null, turnAt: null, turnType: null, ...stand }) !== null
  expect(shown({})).toBe(false)
  expect(shown({ vote: vote(null), speech: speech('19:05') })).toBe(true)
  const closed = { vote: vote('19:10'), turnAt: '19:10', turnType: 'vote-closed' }
  expect(shown(closed)).toBe(true)
  // The one who had the floor while it ran does not hide the result; the next one does, and stays gone afterwards.
  expect(shown({ ...closed, speech: speech('19:05') })).toBe(true)
  expect(shown({ ...closed, speech: speech('19:11') })).toBe(false)
  expect(shown({ ...closed, turnAt: '19:14', turnType: 'speech-ended' })).toBe(false)
})
