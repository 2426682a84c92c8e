// Knows how an item is called and closed: what ends with it, and what goes on when it is called once more.
import { refuse } from '../refusal.ts'
import { endSpeech } from './floor.ts'
import { type ItemLife, type LiveMeeting, type LiveRules, noVote, running, withLife } from './live.ts'
import { isOpenMotion } from './motion.ts'
import type { ItemOutcome } from './steps.ts'

export function callItem(live: LiveMeeting, itemId: string, now: string, rules: LiveRules): LiveMeeting {
  running(live)
  noVote(live)
  if (live.currentId === itemId) throw refuse('item_is_running')
  const before = live.items[itemId]
  const free = closeItem(live, now, 'done')
  // Called once more: an item that was left open or postponed goes on where it was.
  const life: ItemLife = before
    ? { ...before, closedAt: null, outcome: null, list: 'open' }
    : {
        calledAt: now,
        closedAt: null,
        outcome: null,
        mode: rules.listMode,
        list: 'open',
        requests: [],
        asked: 0,
        limitMs: null,
        voteWish: null,
        secretAsked: [],
      }
  return { ...free, currentId: itemId, items: { ...free.items, [itemId]: life } }
}

export function closeItem(live: LiveMeeting, now: string, outcome: ItemOutcome): LiveMeeting {
  const free = endSpeech(live, now)
  if (free.currentId === null) return free
  const open = free.motions.map((motion) =>
    motion.itemId === free.currentId && isOpenMotion(motion)
      ? { ...motion, state: 'withdrawn' as const }
      : motion,
  )
  return {
    ...withLife(free, free.currentId, { closedAt: now, outcome, requests: [] }),
    motions: open,
    currentId: null,
  }
}
