// Terms begin by themselves; whoever leaves a seat early makes room for the next in line.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { endSeat, seat } from '../bodies/body.server.ts'
import { council } from '../council/house.ts'
import { getPoll } from '../polls/poll.server.ts'
import { hasResult } from '../polls/poll.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { momentOf, monthsAfter } from './day.ts'
import { getAnnounced, getElectionById, plan, saveElection } from './election.server.ts'
import { type CompleteElection, momentsOf } from './election.ts'
import { electedOf } from './outcome.server.ts'

/** The clock: the old speakers' seats end, those elected take theirs. */
export async function beginTerms(work: Work, input: { readonly electionId: string }): Promise<void> {
  const election = await getElectionById(work.tx, input.electionId)
  work.require('election.run', council)
  if (election.state !== 'held') return
  if (momentsOf(election.rules, work.platform.town.timeZone).termFromAt > work.now) return
  for (const { id } of await sitting(work.tx, work.now)) await endSeat(work, { membershipId: id })
  for (const { accountId } of await electedOf(work.tx, election)) await take(work, election, accountId)
  await saveElection(work, { ...election, state: 'over' })
  await work.record({ type: 'election.terms-begun', electionId: election.id })
}

/** An elected person does not take the seat, or gives it back: the next in line is asked by nobody, but may do the same. */
export async function leaveSeat(work: Work, input: { readonly number: number }): Promise<void> {
  const election = await getAnnounced(work.tx, input.number)
  work.require('election.stand', council)
  const poll = election.pollId === null ? null : await getPoll(work.tx, election.pollId)
  const elected = poll && hasResult(poll) ? await electedOf(work.tx, election) : []
  const own = elected.find(({ accountId }) => accountId === work.actor.accountId)
  if (!own) throw refuse('election_no_seat')
  await work.tx
    .updateTable('candidature')
    .set({ withdrawnAt: work.now })
    .where('id', '=', own.id)
    .where('withdrawnAt', 'is', null)
    .execute()
  await plan(work, 'election-line-up', election.id, work.now)
  await work.record({ type: 'election.seat-left', electionId: election.id, candidatureId: own.id })
}

/** The clock: seats that were left are taken by the next in line, up to the end of the term. Asked twice, it finds nothing. */
export async function fillSeats(work: Work, input: { readonly electionId: string }): Promise<void> {
  const election = await getElectionById(work.tx, input.electionId)
  work.require('election.run', council)
  if (election.state !== 'over' || (await isSucceeded(work.tx, election))) return
  const elected = await electedOf(work.tx, election)
  const seated = await sitting(work.tx, work.now)
  for (const { id, accountId } of seated) {
    if (!elected.some((one) => one.accountId === accountId)) await endSeat(work, { membershipId: id })
  }
  for (const { accountId } of elected) {
    if (seated.some((one) => one.accountId === accountId)) continue
    await take(work, election, accountId)
    await work.record({ type: 'election.seat-filled', electionId: election.id, accountId })
  }
}

async function take(work: Work, { rules }: CompleteElection, accountId: string): Promise<void> {
  const untilAt = momentOf(monthsAfter(rules.termFrom, rules.termMonths), 0, work.platform.town.timeZone)
  const term = { body: council.slug, accountId, bench: null, fromAt: work.now, untilAt }
  await seat(work, { ...term, function: 'speaker' })
}

async function sitting(db: Kysely<Tables>, now: string) {
  return db
    .selectFrom('membership')
    .innerJoin('body', 'body.id', 'membership.bodyId')
    .select(['membership.id', 'membership.accountId'])
    .where('body.slug', '=', council.slug)
    .where((eb) => eb.or([eb('membership.untilAt', 'is', null), eb('membership.untilAt', '>', now)]))
    .execute()
}

/** A later election has filled the seats anew. */
async function isSucceeded(db: Kysely<Tables>, { number }: CompleteElection): Promise<boolean> {
  const later = await db
    .selectFrom('election')
    .select('id')
    .where('number', '>', number)
    .where('state', '=', 'over')
    .executeTakeFirst()
  return later !== undefined
}
