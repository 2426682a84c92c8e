// What the chair's console sends: each form names the newest deed it had seen, so that a stale page is told so.
import {
  enterConflict,
  enterHand,
  enterMotion,
  enterObjection,
  enterPresence,
  enterStandIn,
} from '#app/domain/meetings/for-somebody.server.ts'
import {
  callSpeaker,
  extendSpeech,
  type LeadStep,
  lead,
  takeLead,
  undoLead,
} from '#app/domain/meetings/lead.server.ts'
import type { BodyMeeting } from '#app/domain/meetings/meeting.server.ts'
import { motionKinds } from '#app/domain/meetings/motion.ts'
import { listModes } from '#app/domain/meetings/speaker-list.ts'
import { itemOutcomes, pauseReasons } from '#app/domain/meetings/steps.ts'
import { voteWays } from '#app/domain/meetings/vote-ways.ts'
import { closeVote, countHands, openVote } from '#app/domain/meetings/votes.server.ts'
import type { FormDoor } from '#app/http/door.server.ts'

const plain = [
  'opened',
  'ended',
  'resumed',
  'speech-ended',
  'list-closed',
  'list-opened',
  'clock-running',
  'frozen',
  'unfrozen',
] as const

export async function consoleAction(door: FormDoor, meeting: BodyMeeting) {
  const said = (name: string) => String(door.posted.get(name) ?? '')
  const oneOf = <T extends string>(name: string, options: readonly T[]): T => {
    const found = options.find((option) => option === said(name))
    if (!found) throw door.refuse('not_found')
    return found
  }
  const turn = Number(said('turn'))
  const at = { meetingId: meeting.id, turn: Number.isSafeInteger(turn) ? turn : -1 }
  const here = () => `/runder-tisch/sitzungen/${meeting.number}/leitung`
  const step = (one: LeadStep) => door.runAndGo(lead, { ...at, step: one }, here)
  const known = plain.find((one) => one === door.intent)
  if (known) return step({ type: known })
  switch (door.intent) {
    case 'lead':
      return door.runAndGo(takeLead, { meetingId: meeting.id }, here)
    case 'undo':
      return door.runAndGo(undoLead, { ...at, reason: door.t('meetings:vote.taken-back') }, here)
    case 'paused':
      return step({ type: 'paused', why: oneOf('why', pauseReasons) })
    case 'item-called':
      return step({ type: 'item-called', itemId: said('item') })
    case 'item-closed':
      return step({ type: 'item-closed', itemId: said('item'), outcome: oneOf('outcome', itemOutcomes) })
    case 'clock-stopped':
      return step({ type: 'clock-stopped', why: oneOf('why', ['chair', 'interpreting']) })
    case 'list-mode':
      return step({ type: 'list-mode', mode: oneOf('mode', listModes) })
    case 'motion-step':
      return step({
        type: 'motion-step',
        motionId: said('motion'),
        do: oneOf('do', ['take-up', 'no-objection', 'countered']),
      })
    case 'call': {
      const requestId = said('request') === '' ? null : said('request')
      return door.runAndGo(callSpeaker, { ...at, requestId, note: said('note').slice(0, 200) }, here)
    }
    case 'extend':
      return door.runAndGo(extendSpeech, at, here)
    case 'hand': {
      const accountId = said('who') === 'citizen' ? null : said('who')
      return door.runAndGo(
        enterHand,
        { ...at, accountId, kind: oneOf('kind', ['speech', 'reply', 'order']) },
        here,
      )
    }
    case 'presence':
      return door.runAndGo(
        enterPresence,
        { ...at, accountId: said('who'), as: oneOf('as', ['room', 'online', 'gone']) },
        here,
      )
    case 'conflict':
      return door.runAndGo(
        enterConflict,
        { ...at, accountId: said('who'), is: oneOf('is', ['yes', 'no']) },
        here,
      )
    case 'stand-in':
      return door.runAndGo(enterStandIn, { ...at, accountId: said('who'), forId: said('for') }, here)
    case 'motion':
      return door.runAndGo(
        enterMotion,
        { ...at, accountId: said('who'), kind: oneOf('kind', motionKinds) },
        here,
      )
    case 'object':
      return door.runAndGo(enterObjection, { ...at, accountId: said('who'), motionId: said('motion') }, here)
    case 'open-vote': {
      const form = await door.read({ question: { type: 'text', min: 5, max: 300 } })
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(
        openVote,
        {
          ...at,
          question: form.values.question,
          label: oneOf('label', ['mood', 'recommendation', 'resolution']),
          way: oneOf('way', voteWays),
          motionId: said('motion') === '' ? null : said('motion'),
        },
        here,
      )
    }
    case 'close-vote':
      return door.runAndGo(closeVote, at, here)
    case 'hands': {
      const count = { type: 'number', min: 0, max: 999, required: true } as const
      const form = await door.read({ yes: count, no: count, abstain: count })
      if (!form.ok) return door.invalid(form.problems)
      const benches = Object.fromEntries(
        [...door.posted.keys()]
          .filter((name) => name.startsWith('bench-'))
          .map((name) => [name.slice('bench-'.length), Number(said(name)) || 0]),
      )
      return door.runAndGo(countHands, { ...at, ...form.values, benches }, here)
    }
    default:
      throw door.refuse('not_found')
  }
}
