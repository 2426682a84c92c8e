// Tells by mail that a vote or a token has arrived: once an hour, everybody of that hour together, so that no mail says when.
import { breather } from '../../breather.server.ts'
import { queueMailTo } from '../../notices/outbox.server.ts'
import { addJob, type Work } from '../../run.server.ts'
import { ballotArrivedMail, tokenIssuedMail } from '../mails.ts'
import { getPoll, pollSubject } from '../poll.server.ts'
import type { Poll } from '../poll.ts'
import { findBox, putDrawer, roomOf, takeDrawer } from './box.server.ts'
import type { Part } from './part.ts'

const hour = 3_600_000

/** The next full hour; set when the vote opens and by every round of mails, never by a ballot. */
export async function planTelling(work: Work, pollId: string): Promise<void> {
  const dueAt = new Date(Math.floor(Date.parse(work.now) / hour + 1) * hour).toISOString()
  await addJob(work.tx, work.newId(), {
    kind: 'ballot-mails',
    key: `ballot-mails:${pollId}`,
    data: { pollId },
    dueAt,
  })
}

export async function tellArrivals(work: Work, { pollId }: { readonly pollId: string }): Promise<void> {
  const poll = await getPoll(work.tx, pollId)
  work.require('poll.run', pollSubject(poll))
  const box = await findBox(work.tx, pollId)
  const sealer = roomOf(work).ballotKeys.find(pollId)?.sealer
  if (box?.state !== 'open' || poll.state === 'invalid') return
  await planTelling(work, pollId)
  if (!sealer) return
  for (let drawer = 0; drawer < box.drawers; drawer++) {
    const people = await takeDrawer(work, box, sealer, drawer)
    await tellAll(work, poll, people)
    await putDrawer(work, box, sealer, drawer, people)
  }
}

/** Writes to those who were not told yet, in the order of their accounts, and notes it in the set. */
export async function tellAll(work: Work, poll: Poll, people: Map<string, Part>): Promise<void> {
  const untold = [...people].filter(([, { told }]) => !told).sort(([a], [b]) => (a < b ? -1 : 1))
  const breathe = breather()
  for (const [accountId, part] of untold) {
    await breathe()
    people.set(accountId, { ...part, told: true })
    if (part.way === 'separate') {
      const data = ballotArrivedMail(poll, null)
      await queueMailTo(work, accountId, { kind: 'ballot-arrived', topic: null, data })
    } else if (part.way === 'token') {
      await queueMailTo(work, accountId, { kind: 'token-issued', topic: null, data: tokenIssuedMail(poll) })
    }
  }
}
