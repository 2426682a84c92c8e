// The forms on a meeting's page: presence, floor, motions, votes, signals, questions, needs.
import { system } from '#app/domain/actor.ts'
import { answerForm, needForm, questionForm } from '#app/domain/meetings/meeting.form.ts'
import { type BodyMeeting, confirmInvitation, meetingSubject } from '#app/domain/meetings/meeting.server.ts'
import { motionKinds } from '#app/domain/meetings/motion.ts'
import { tellNeed } from '#app/domain/meetings/needs.server.ts'
import { answerQuestion, askQuestion, supportQuestion } from '#app/domain/meetings/questions.server.ts'
import { countSignal } from '#app/domain/meetings/signals.server.ts'
import { signalKinds } from '#app/domain/meetings/signals.ts'
import { presences } from '#app/domain/meetings/steps.ts'
import {
  askForFloor,
  askForSecretVote,
  moveProcedure,
  objectToMotion,
  sayConflict,
  sayPresence,
  stepIn,
  withdrawFromFloor,
  withdrawMotion,
} from '#app/domain/meetings/take-part.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { getPoll } from '#app/domain/polls/poll.server.ts'
import { refuse } from '#app/domain/refusal.ts'
import { run } from '#app/domain/run.server.ts'
import type { FormDoor } from '#app/http/door.server.ts'

export async function meetingAction(door: FormDoor, meeting: BodyMeeting) {
  const { id: meetingId, number } = meeting
  const here =
    (part = '') =>
    () =>
      `/runder-tisch/sitzungen/${number}${part}`
  const said = (name: string) => String(door.posted.get(name) ?? '')
  const oneOf = <T extends string>(name: string, options: readonly T[]): T => {
    const found = options.find((option) => option === said(name))
    if (!found) throw door.refuse('not_found')
    return found
  }
  switch (door.intent) {
    case 'presence':
      return door.runAndGo(sayPresence, { meetingId, as: oneOf('as', presences) }, here())
    case 'stand-in':
      return door.runAndGo(
        stepIn,
        { meetingId, forId: said('for'), as: oneOf('as', ['room', 'online']) },
        here(),
      )
    case 'ask-secret':
      return door.runAndGo(askForSecretVote, { meetingId }, here())
    case 'conflict':
      return door.runAndGo(
        sayConflict,
        { meetingId, itemId: said('item'), is: oneOf('is', ['yes', 'no']) },
        here(),
      )
    case 'floor':
      return door.runAndGo(
        askForFloor,
        { meetingId, kind: oneOf('kind', ['speech', 'reply', 'order']) },
        here(),
      )
    case 'withdraw-floor':
      return door.runAndGo(withdrawFromFloor, { meetingId, requestId: said('request') }, here())
    case 'motion':
      return door.runAndGo(moveProcedure, { meetingId, kind: oneOf('kind', motionKinds) }, here())
    case 'object':
      return door.runAndGo(objectToMotion, { meetingId, motionId: said('motion') }, here())
    case 'withdraw-motion':
      return door.runAndGo(withdrawMotion, { meetingId, motionId: said('motion') }, here())
    case 'vote':
      return vote(door, said('poll'), oneOf('choice', ['yes', 'no', 'abstain']), here('#abstimmung'))
    case 'signal':
      return signal(door, meeting, oneOf('kind', signalKinds), here('?meldung=signal'))
    case 'read':
      return door.runAndGo(confirmInvitation, { meetingId }, here('?meldung=read'))
    case 'need': {
      const form = await door.read(needForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(tellNeed, { meetingId, ...form.values }, here('?meldung=need'))
    }
    case 'question': {
      const limited = await door.limit('post')
      if (limited) return limited
      const form = await door.read(questionForm)
      if (!form.ok) return door.invalid(form.problems)
      const itemId = form.values.item === '' ? null : form.values.item
      return door.runAndGo(
        askQuestion,
        { meetingId, itemId, text: form.values.text },
        here('?meldung=question#fragen'),
      )
    }
    case 'support-question':
      return door.runAndGo(
        supportQuestion,
        { questionId: said('question'), wish: oneOf('wish', ['yes', 'no']) },
        here('#fragen'),
      )
    case 'answer-question': {
      const form = await door.read(answerForm)
      if (!form.ok) return door.invalid(form.problems)
      const { question: questionId, answer } = form.values
      return door.runAndGo(answerQuestion, { questionId, answer }, here('#fragen'))
    }
    default:
      throw door.refuse('not_found')
  }
}

/** A secret ballot is sent without the form's key: nothing but the ballot box may remember it. */
async function vote(door: FormDoor, pollId: string, option: 'yes' | 'no' | 'abstain', to: () => string) {
  const input = { pollId, choice: { kind: 'one', option }, reason: null } as const
  const poll = await door.find(getPoll(door.ask.db, pollId))
  if (poll.secrecy === 'open') return door.runAndGo(castBallot, input, to)
  const outcome = await run(door.platform, door.actor, castBallot, input)
  return outcome.ok ? door.goTo(to()) : door.refused(outcome.refusal)
}

/** The page knows who presses, the house counts: what is kept names nobody. */
async function signal(
  door: FormDoor,
  meeting: BodyMeeting,
  kind: (typeof signalKinds)[number],
  to: () => string,
) {
  if (!door.may('meeting.signal', meetingSubject(meeting))) {
    return door.refused(refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed'))
  }
  const free = await door.platform.allow('signal', `${meeting.id} ${kind} ${door.actor.accountId}`)
  if (!free) return door.refused(refuse('signal_just_given'))
  const outcome = await run(door.platform, system, countSignal, { meetingId: meeting.id, kind })
  return outcome.ok ? door.goTo(to()) : door.refused(outcome.refusal)
}
