// After the vote: objections that others decide, the end, and terms that begin by themselves.
import type { Kysely } from 'kysely'
import { fromJson } from '#db/columns.ts'
import type { Tables } from '#db/tables.ts'
import { endSeat, seat } from '../bodies/body.server.ts'
import { council } from '../council/house.ts'
import type { Outcome } from '../polls/outcome.ts'
import { getPoll, savePoll } from '../polls/poll.server.ts'
import { invalidate } from '../polls/poll.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { listCandidates } from './candidature.server.ts'
import { momentOf, monthsAfter } from './day.ts'
import { getAnnounced, getElectionById, plan, saveElection } from './election.server.ts'
import { type CompleteElection, mayDecideObjection, momentsOf } from './election.ts'
import { isOnElectionRoll } from './roll.server.ts'

/** While objections may be raised, by anybody on the roll. */
export async function objectToElection(
  work: Work,
  input: { readonly number: number; readonly text: string },
): Promise<void> {
  const election = await getAnnounced(work.tx, input.number)
  work.require('election.object', council)
  const poll = election.pollId === null ? null : await getPoll(work.tx, election.pollId)
  if (poll?.state !== 'objection') throw refuse('election_objection_closed')
  const byId = work.actor.accountId ?? ''
  if (!(await isOnElectionRoll(work.tx, election, byId, work.now))) throw refuse('election_not_on_roll')
  const objectionId = work.newId()
  await work.tx
    .insertInto('electionObjection')
    .values({
      id: objectionId,
      electionId: election.id,
      against: 'result',
      accountId: null,
      byId,
      text: input.text,
      at: work.now,
      ...{ outcome: null, outcomeText: null, decidedById: null, decidedAt: null },
    })
    .execute()
  await work.record({ type: 'election.objected', electionId: election.id, objectionId })
}

/** An objection that is right makes the election invalid, with the reason for everybody to read. */
export async function decideElectionObjection(
  work: Work,
  input: { readonly objectionId: string; readonly outcome: 'upheld' | 'rejected'; readonly reason: string },
): Promise<void> {
  const objection = await work.tx
    .selectFrom('electionObjection')
    .selectAll()
    .where('id', '=', input.objectionId)
    .where('against', '=', 'result')
    .executeTakeFirst()
  if (!objection) throw refuse('not_found')
  work.require('election.decide-objection', council)
  const election = await getElectionById(work.tx, objection.electionId)
  const candidates = await listCandidates({ db: work.tx }, election)
  const me = work.actor.accountId ?? ''
  const around = {
    objectorId: objection.byId,
    setUpById: election.createdById,
    candidateIds: candidates.map(({ accountId }) => accountId),
  }
  if (!mayDecideObjection(me, around)) throw refuse('election_decides_own')
  const decided = await work.tx
    .updateTable('electionObjection')
    .set({ outcome: input.outcome, outcomeText: input.reason, decidedById: me, decidedAt: work.now })
    .where('id', '=', objection.id)
    .where('outcome', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!decided) throw refuse('already_decided')
  const { id: electionId } = election
  await work.record({ type: 'election.objection-decided', electionId, objectionId: objection.id })
  if (input.outcome === 'rejected') return holdWhenFinal(work, election)
  if (election.pollId !== null) {
    const poll = await getPoll(work.tx, election.pollId)
    await savePoll(work, invalidate(poll, input.reason))
    await work.record({ type: 'poll.invalidated', pollId: poll.id })
  }
  await saveElection(work, { ...election, state: 'invalid' })
  await work.record({ type: 'election.invalidated', electionId })
}

/** The clock: the objection period is over. It waits for objections that nobody has decided yet. */
export async function holdElection(work: Work, input: { readonly electionId: string }): Promise<void> {
  const election = await getElectionById(work.tx, input.electionId)
  work.require('election.run', council)
  await holdWhenFinal(work, election)
}

/** When a vote of the house becomes final, its election is held. */
export async function holdAfterPoll(work: Work, pollId: string): Promise<void> {
  const row = await work.tx
    .selectFrom('election')
    .select('id')
    .where('pollId', '=', pollId)
    .executeTakeFirst()
  if (row) await plan(work, 'election-hold', row.id, work.now)
}

async function holdWhenFinal(work: Work, election: CompleteElection): Promise<void> {
  if (election.state !== 'prepared' || election.pollId === null) return
  const poll = await getPoll(work.tx, election.pollId)
  if (poll.state !== 'final' || (await hasOpenObjection(work.tx, election.id))) return
  await saveElection(work, { ...election, state: 'held', heldAt: work.now })
  const { termFromAt } = momentsOf(election.rules, work.platform.town.timeZone)
  await plan(work, 'election-terms', election.id, termFromAt > work.now ? termFromAt : work.now)
  await work.record({ type: 'election.held', electionId: election.id })
}

async function hasOpenObjection(db: Kysely<Tables>, electionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('electionObjection')
    .select('id')
    .where('electionId', '=', electionId)
    .where('against', '=', 'result')
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The clock: the old speakers' seats end, those elected take theirs. */
export async function beginTerms(work: Work, input: { readonly electionId: string }): Promise<void> {
  const election = await getElectionById(work.tx, input.electionId)
  work.require('election.run', council)
  if (election.state !== 'held') return
  const { timeZone } = work.platform.town
  if (momentsOf(election.rules, timeZone).termFromAt > work.now) return
  const body = council.slug
  const sitting = await work.tx
    .selectFrom('membership')
    .innerJoin('body', 'body.id', 'membership.bodyId')
    .select('membership.id')
    .where('body.slug', '=', body)
    .where((eb) => eb.or([eb('membership.untilAt', 'is', null), eb('membership.untilAt', '>', work.now)]))
    .execute()
  for (const { id } of sitting) await endSeat(work, { membershipId: id })
  const { termFrom, termMonths } = election.rules
  const untilAt = momentOf(monthsAfter(termFrom, termMonths), 0, timeZone)
  for (const { accountId } of await electedOf(work.tx, election)) {
    const term = { body, accountId, bench: null, fromAt: work.now, untilAt }
    await seat(work, { ...term, function: 'speaker' })
  }
  await saveElection(work, { ...election, state: 'over' })
  await work.record({ type: 'election.terms-begun', electionId: election.id })
}

/** Those elected, as the count has them. */
export async function electedOf(db: Kysely<Tables>, election: CompleteElection) {
  const row = await db
    .selectFrom('pollResult')
    .select('outcome')
    .where('pollId', '=', election.pollId ?? '')
    .where('kind', '=', 'final')
    .executeTakeFirst()
  const outcome = row ? fromJson<Outcome>(row.outcome) : null
  const winners = outcome?.kind === 'options' ? outcome.winners : []
  const candidates = await listCandidates({ db }, election)
  return winners.flatMap((key) => candidates.filter(({ optionKey }) => optionKey === key))
}

export interface ListedElectionObjection {
  readonly id: string
  readonly against: 'missing' | 'wrong' | 'result'
  readonly name: string | null
  readonly text: string
  readonly at: string
  readonly outcome: 'upheld' | 'rejected' | null
  readonly outcomeText: string | null
}

/** For those who decide: what was said against the roll and against the election. Who said it is told to nobody. */
export async function listElectionObjections(
  db: Kysely<Tables>,
  electionId: string,
): Promise<readonly ListedElectionObjection[]> {
  const rows = await db
    .selectFrom('electionObjection')
    .leftJoin('account', 'account.id', 'electionObjection.accountId')
    .select(['electionObjection.id', 'against', 'account.name', 'text', 'at', 'outcome', 'outcomeText'])
    .where('electionId', '=', electionId)
    .orderBy('at')
    .execute()
  return rows.map((row) => ({
    ...row,
    against: row.against as ListedElectionObjection['against'],
    outcome: row.outcome as ListedElectionObjection['outcome'],
  }))
}
