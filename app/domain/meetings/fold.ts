// Folds the steps of a meeting, one after the other by its rules, into how it stands.
import { isRefusal, refuse } from '../refusal.ts'
import { takeFloor, withoutRequests } from './floor.ts'
import { callItem, closeItem } from './item-life.ts'
import {
  beforeMeeting,
  current,
  type LiveMeeting,
  type LiveRules,
  noVote,
  openMotions,
  running,
  runningVote,
} from './live.ts'
import { moveMotion } from './motion.ts'
import { stepped } from './motion-effect.ts'
import { comeOrGo, standIn } from './presence.ts'
import { askSecret } from './secret-vote.ts'
import { resumeClock, stopClock } from './speaking-time.ts'
import { isByChair, type NewStep, type Step } from './steps.ts'

/** The state after these steps. A step that no longer fits, since one before it was undone, is passed over. */
export function foldSteps(steps: readonly Step[], rules: LiveRules): LiveMeeting {
  return steps.reduce((live, step) => {
    try {
      return applyStep(live, step, rules)
    } catch (error) {
      if (isRefusal(error)) return live
      throw error
    }
  }, beforeMeeting)
}

/** The state after one more step, or the refusal that says why it cannot be taken. */
export function applyStep(live: LiveMeeting, step: Step, rules: LiveRules): LiveMeeting {
  const after = take(live, step, step.at, rules)
  return isByChair(step) ? { ...after, turn: step.number, lastTurn: step } : after
}

function take(live: LiveMeeting, step: NewStep, now: string, rules: LiveRules): LiveMeeting {
  switch (step.type) {
    case 'opened':
      if (live.phase !== 'before') throw refuse('meeting_has_begun')
      return { ...live, phase: 'running', startedAt: now }
    case 'ended':
      running(live, 'paused')
      noVote(live)
      return { ...closeItem(live, now, 'done'), phase: 'ended', pause: null, endedAt: now }
    case 'paused':
      running(live)
      return {
        ...live,
        phase: 'paused',
        pause: { why: step.why, since: now },
        speech: live.speech && { ...live.speech, clock: stopClock(live.speech.clock, now) },
      }
    case 'resumed':
      if (live.phase !== 'paused') throw refuse('meeting_not_paused')
      return {
        ...live,
        phase: 'running',
        pause: null,
        speech: live.speech && { ...live.speech, clock: resumeClock(live.speech.clock, now) },
      }
    case 'lead-taken':
      return { ...live, leaderId: step.accountId }
    case 'presence':
      if (live.phase === 'ended') throw refuse('meeting_over')
      return comeOrGo(live, step.accountId, step.as)
    case 'stood-in':
      return standIn(live, step)
    case 'conflict': {
      // Who may vote was fixed when the vote began; the chair takes it back first.
      if (runningVote(live)?.itemId === step.itemId) throw refuse('vote_runs')
      const others = live.conflicts.filter(
        (one) => one.accountId !== step.accountId || one.itemId !== step.itemId,
      )
      if (step.is === 'no') return { ...live, conflicts: others }
      const { accountId, itemId } = step
      const left = itemId === live.currentId ? withoutRequests(live, accountId) : live
      return { ...left, conflicts: [...others, { accountId, itemId }] }
    }
    case 'item-called':
      return callItem(live, step.itemId, now, rules)
    case 'item-closed':
      if (live.currentId !== step.itemId) throw refuse('item_not_current')
      noVote(live)
      return closeItem(live, now, step.outcome)
    case 'noted':
    case 'frozen':
    case 'unfrozen':
      return step.type === 'noted' ? live : { ...live, projector: step.type === 'frozen' ? 'frozen' : 'live' }
    case 'vote-opened': {
      running(live)
      noVote(live)
      const { pollId, itemId, motionId } = step
      const opened = {
        ...live,
        votes: [...live.votes, { pollId, itemId, motionId, openedAt: now, closedAt: null }],
      }
      return motionId === null ? opened : stepped(opened, motionId, { do: 'vote', pollId })
    }
    case 'vote-closed':
      if (runningVote(live)?.pollId !== step.pollId) throw refuse('vote_not_running')
      return {
        ...live,
        votes: live.votes.map((vote) => (vote.pollId === step.pollId ? { ...vote, closedAt: now } : vote)),
      }
    case 'motion-moved': {
      running(live)
      const { motionId: id, kind, accountId: moverId } = step
      const motion = moveMotion(
        { id, kind, moverId, movedAt: now },
        { speechRuns: live.speech !== null, voteRuns: runningVote(live) !== null, open: openMotions(live) },
      )
      return { ...live, motions: [...live.motions, { ...motion, itemId: current(live).id }] }
    }
    case 'motion-step':
      return stepped(live, step.motionId, step)
    case 'motion-objected':
      return stepped(live, step.motionId, { do: 'object', accountId: step.accountId })
    case 'motion-withdrawn':
      return stepped(live, step.motionId, { do: 'withdraw' })
    case 'motion-decided':
      return stepped(live, step.motionId, { do: 'decide', accepted: step.outcome === 'accepted' })
    case 'secret-asked':
      return askSecret(live, step)
    default:
      return takeFloor(live, step, now, rules)
  }
}
