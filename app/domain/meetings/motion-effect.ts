// Takes a procedural motion of a live meeting one step on; an accepted one changes the meeting by itself.
import { refuse } from '../refusal.ts'
import { type LiveMeeting, withLife } from './live.ts'
import { type ProceduralMotion, stepMotion } from './motion.ts'

export function stepped(
  live: LiveMeeting,
  motionId: string,
  step: Parameters<typeof stepMotion>[1],
): LiveMeeting {
  const motion = live.motions.find((one) => one.id === motionId)
  if (!motion) throw refuse('not_found')
  const next = { ...stepMotion(motion, step), itemId: motion.itemId }
  const after = { ...live, motions: live.motions.map((one) => (one === motion ? next : one)) }
  if (next.state !== 'accepted') return after
  return withEffect(after, next)
}

/** What an accepted motion changes by itself; the rest the chair carries out. */
function withEffect(live: LiveMeeting, motion: ProceduralMotion & { readonly itemId: string }): LiveMeeting {
  switch (motion.kind) {
    case 'close-list':
      return withLife(live, motion.itemId, { list: 'closed' })
    case 'close-debate':
      return withLife(live, motion.itemId, { list: 'closed', requests: [] })
    case 'limit-time':
      return withLife(live, motion.itemId, { limitMs: 60_000 })
    case 'secret-vote':
      return withLife(live, motion.itemId, { voteWish: 'secret' })
    case 'named-vote':
      // A secret vote that was decided stays secret.
      return live.items[motion.itemId]?.voteWish === 'secret'
        ? live
        : withLife(live, motion.itemId, { voteWish: 'named' })
    case 'postpone':
    case 'interrupt':
    case 'refer':
    case 'drop':
    case 'check-quorum':
    case 'exclude-public':
      return live
  }
}
