// Opens, closes, takes a close back, seals, ends: by whoever leads the vote, or by the clock.

import { holdAfterPoll } from '../elections/hold.server.ts'
import type { Platform } from '../platform.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { makeKeys } from './ballots/box.server.ts'
import { storeOf } from './ballots/stores.server.ts'
import { planClose, planCount, planSeal } from './clock.server.ts'
import { getPoll, pollSubject, savePoll } from './poll.server.ts'
import { close, invalidate, isOpen, makeFinal, open, type Poll, seal, undoClose as takeBack } from './poll.ts'
import { freezeRoll, writeRoll } from './roll.server.ts'
import { setUpAction } from './space.ts'

type OnePoll = { readonly pollId: string }

/** A key takes a while to make, so it is there before the transaction begins. */
async function withKeys(platform: Platform, input: OnePoll): Promise<OnePoll> {
  await makeKeys(platform, input.pollId)
  return input
}

export const openPoll = prepared(withKeys, async (work: Work, input: OnePoll): Promise<void> => {
  const poll = await getPoll(work.tx, input.pollId)
  work.require(setUpAction(poll.space), pollSubject(poll))
  await openWith(work, poll, await freezeRoll(work, poll))
})

/**
 * Opens with a roll that a meeting gives, such as those present. Asks nobody: the meeting asked already.
 * @param roll account ids; they are all who may vote
 */
export async function openForRoll(work: Work, poll: Poll, roll: readonly string[]): Promise<void> {
  await writeRoll(work, poll.id, roll)
  await openWith(work, poll, new Set(roll).size)
}

async function openWith(work: Work, poll: Poll, rollSize: number | null): Promise<void> {
  const opened = open(poll, work.now, rollSize)
  await savePoll(work, opened)
  await storeOf(opened).open(work, opened)
  await planClose(work, opened)
  await work.record({ type: 'poll.opened', pollId: poll.id })
}

export async function closePoll(work: Work, input: OnePoll): Promise<void> {
  const poll = await getPoll(work.tx, input.pollId)
  work.require(setUpAction(poll.space), pollSubject(poll))
  await closeNow(work, poll)
}

/** Asks nobody: the meeting asked already, or the clock did it. */
export async function closeNow(work: Work, poll: Poll): Promise<void> {
  const closed = close(poll, work.now)
  await savePoll(work, closed)
  await planSeal(work, closed)
  await work.record({ type: 'poll.closed', pollId: poll.id })
}

export async function undoClose(work: Work, input: OnePoll): Promise<void> {
  const poll = await getPoll(work.tx, input.pollId)
  work.require(setUpAction(poll.space), pollSubject(poll))
  await reopenNow(work, poll)
}

/** Asks nobody: the meeting asked already. */
export async function reopenNow(work: Work, poll: Poll): Promise<void> {
  await savePoll(work, takeBack(poll, work.now))
  await work.record({ type: 'poll.reopened', pollId: poll.id })
}

export async function invalidatePoll(
  work: Work,
  input: OnePoll & { readonly reason: string },
): Promise<void> {
  const poll = await getPoll(work.tx, input.pollId)
  work.require(setUpAction(poll.space), pollSubject(poll))
  await savePoll(work, invalidate(poll, input.reason))
  await work.record({ type: 'poll.invalidated', pollId: poll.id })
}

/** The clock opens. A vote that was opened by hand, changed or declared invalid meanwhile is left alone. */
export const openOnTime = prepared(withKeys, async (work: Work, input: OnePoll): Promise<void> => {
  const poll = await getPoll(work.tx, input.pollId)
  work.require('poll.run', pollSubject(poll))
  if (poll.state !== 'announced' || poll.opensAt === null || poll.opensAt > work.now) return
  await openWith(work, poll, await freezeRoll(work, poll))
})

export async function closeOnTime(work: Work, input: OnePoll): Promise<void> {
  const poll = await getPoll(work.tx, input.pollId)
  work.require('poll.run', pollSubject(poll))
  if (poll.state !== 'open' || isOpen(poll, work.now)) return
  await closeNow(work, poll)
}

/** The close is final: ballots are put away, the count begins. Asked twice, it does nothing the second time. */
export async function sealPoll(work: Work, input: OnePoll): Promise<void> {
  const poll = await getPoll(work.tx, input.pollId)
  work.require('poll.run', pollSubject(poll))
  if (poll.state !== 'closed') return
  if (poll.sealedAt === null) {
    const sealed = seal(poll, work.now)
    await savePoll(work, sealed)
    await storeOf(sealed).seal(work, sealed)
    await work.record({ type: 'poll.sealed', pollId: poll.id })
  }
  await planCount(work, poll)
}

export async function endObjections(work: Work, input: OnePoll): Promise<void> {
  const poll = await getPoll(work.tx, input.pollId)
  work.require('poll.run', pollSubject(poll))
  if (poll.state !== 'objection') return
  if (poll.objectionUntil !== null && poll.objectionUntil > work.now) throw refuse('poll_objection_runs')
  await savePoll(work, makeFinal(poll, work.now))
  await holdAfterPoll(work, poll.id)
  await work.record({ type: 'poll.final', pollId: poll.id })
}
