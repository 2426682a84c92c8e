// What a counted vote of a meeting means: a motion is decided, or a line stands in the register and in the life of an idea.
import { fromJson, toJson } from '#db/columns.ts'
import { addLifelineStep } from '../lifelines.server.ts'
import type { MotionOutcome } from '../polls/decision.ts'
import type { Outcome } from '../polls/outcome.ts'
import { getPoll } from '../polls/poll.server.ts'
import type { Poll } from '../polls/poll.ts'
import { addJob, nextNumber, type Work } from '../run.server.ts'
import { addressOf, hearersOf } from './items.server.ts'
import { meetingSubject } from './meeting.server.ts'
import { indexResolution } from './search.server.ts'
import { enterSession, itemIn, takeStep } from './steps.server.ts'
import { undoMs } from './steps.ts'

/**
 * Run when a vote was counted: a procedural motion is decided by it, a vote on an item becomes a line in the register
 * and a hop in the life of the idea. Twice changes nothing.
 */
export async function recordOutcome(work: Work, input: { readonly pollId: string }): Promise<void> {
  const opened = await work.tx
    .selectFrom('meetingStep')
    .select(['meetingId', 'data'])
    .where('type', '=', 'vote-opened')
    .where('undoneAt', 'is', null)
    .where('data', 'like', `%${input.pollId}%`)
    .executeTakeFirst()
  if (!opened) return
  const { itemId, motionId } = fromJson<{ itemId: string; motionId: string | null }>(opened.data)
  const session = await enterSession(work, opened.meetingId)
  work.require('meeting.run', meetingSubject(session.meeting))
  const poll = await getPoll(work.tx, input.pollId)
  const result = await work.tx
    .selectFrom('pollResult')
    .select('outcome')
    .where('pollId', '=', poll.id)
    .where('kind', '=', 'final')
    .executeTakeFirst()
  if (!result) return
  if (await mayBeTakenBack(work, poll)) return
  const outcome = fromJson<Outcome>(result.outcome)
  const carried = outcome.kind === 'motion' && outcome.outcome === 'carried'
  if (motionId !== null) {
    const motion = session.live.motions.find(({ id }) => id === motionId)
    if (motion?.state === 'voting') {
      await takeStep(work, session, {
        type: 'motion-decided',
        motionId,
        outcome: carried ? 'accepted' : 'rejected',
      })
    }
    return
  }
  const item = itemIn(session, itemId)
  const id = work.newId()
  const written = await work.tx
    .insertInto('resolution')
    .values({
      id,
      number: await nextNumber(work.tx, 'resolution'),
      bodyId: session.meeting.bodyId,
      meetingId: session.meeting.id,
      itemId,
      pollId: poll.id,
      ideaId: item.ideaId,
      kind: poll.label,
      text: poll.question,
      outcome: outcomeWord(outcome),
      result: toJson(outcome),
      at: work.now,
      reviewOn: null,
      version: 1,
    })
    .onConflict((conflict) => conflict.column('pollId').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) return
  if (item.audience === 'public') {
    await indexResolution(work, { id, itemId, text: poll.question })
    const figures = outcome.kind === 'motion' ? ` ${outcome.yes}:${outcome.no}:${outcome.abstain}` : ''
    const more = {
      note: `${poll.question}${figures}`,
      link: addressOf(session.meeting),
      byFunction: session.meeting.bodyName,
    }
    await addLifelineStep(work, `agendaItem:${itemId}`, 'voted', more)
    if (item.ideaId !== null) await addLifelineStep(work, `idea:${item.ideaId}`, 'voted', more)
  }
  await work.record({
    type: 'resolution.recorded',
    meetingId: session.meeting.id,
    itemId,
    resolutionId: id,
    ideaId: item.ideaId,
    hearers: hearersOf(item),
  })
}

export type OutcomeWord = 'accepted' | 'rejected' | 'tie' | 'no-quorum' | 'too-few'

export function outcomeWord(outcome: Outcome): OutcomeWord {
  if (outcome.kind === 'too-few') return 'too-few'
  if (outcome.kind !== 'motion') return 'rejected'
  const words: Readonly<Record<MotionOutcome['outcome'], OutcomeWord>> = {
    carried: 'accepted',
    rejected: 'rejected',
    'no-bench': 'rejected',
    tied: 'tie',
    'no-quorum': 'no-quorum',
    'no-votes': 'rejected',
  }
  return words[outcome.outcome]
}

/** Hands that were counted can be corrected for a moment; what follows from them waits that long. */
async function mayBeTakenBack(work: Work, poll: Pick<Poll, 'id' | 'source' | 'countedAt'>): Promise<boolean> {
  const dueAt = new Date(Date.parse(poll.countedAt ?? work.now) + undoMs).toISOString()
  if (poll.source !== 'hands' || work.now >= dueAt) return false
  const key = `meeting-outcome:${poll.id}`
  await addJob(work.tx, work.newId(), { kind: 'meeting-outcome', key, data: { pollId: poll.id }, dueAt })
  return true
}
