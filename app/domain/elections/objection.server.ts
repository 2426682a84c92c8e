// Objections, one shape for all: somebody is missing on the roll, stands there wrongly, or the election itself went wrong.
import type { Kysely } from 'kysely'
import type { ElectionObjectionTable, Tables } from '#db/tables.ts'
import { council, isAdministration, isInsideCouncil } from '../council/house.ts'
import { findActor } from '../people/actor.server.ts'
import { getPoll, savePoll } from '../polls/poll.server.ts'
import { invalidate } from '../polls/poll.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { listCandidates } from './candidature.server.ts'
import { getAnnounced, getElectionById, saveElection } from './election.server.ts'
import { type CompleteElection, mayDecideObjection, takesRollObjections } from './election.ts'
import { holdWhenFinal } from './hold.server.ts'
import { isOnElectionRoll, mendRoll } from './roll.server.ts'

export const objectionsAgainst = ['missing', 'wrong', 'result'] as const
export type Against = (typeof objectionsAgainst)[number]

/**
 * From the close of the roll until the ballot stands. Those inside may name anybody; whoever is not inside speaks
 * for themselves, since nobody else can see that they are missing.
 */
export async function objectToRoll(
  work: Work,
  input: {
    readonly number: number
    readonly about: 'missing' | 'wrong'
    readonly person: string
    readonly text: string
  },
): Promise<void> {
  const election = await getAnnounced(work.tx, input.number)
  work.require('election.object-roll', council)
  if (!takesRollObjections(election)) throw refuse('election_roll_objection_closed')
  const self = input.person.trim() === ''
  if (!isInsideCouncil(work.actor) && !(self && input.about === 'missing')) throw refuse('not_allowed')
  const accountId = self ? (work.actor.accountId ?? '') : await findPerson(work.tx, input.person)
  await file(work, election, { against: input.about, accountId, text: input.text })
}

/** While objections may be raised, by anybody on the roll. */
export async function objectToElection(
  work: Work,
  input: { readonly number: number; readonly text: string },
): Promise<void> {
  const election = await getAnnounced(work.tx, input.number)
  work.require('election.object', council)
  const poll = election.pollId === null ? null : await getPoll(work.tx, election.pollId)
  if (poll?.state !== 'objection') throw refuse('election_objection_closed')
  if (!(await isOnElectionRoll(work.tx, election, work.actor.accountId, work.now)))
    throw refuse('election_not_on_roll')
  await file(work, election, { against: 'result', accountId: null, text: input.text })
}

async function file(
  work: Work,
  { id: electionId }: CompleteElection,
  said: { readonly against: Against; readonly accountId: string | null; readonly text: string },
): Promise<void> {
  const byId = work.actor.accountId ?? ''
  const open = await work.tx
    .selectFrom('electionObjection')
    .select('id')
    .where('electionId', '=', electionId)
    .where('byId', '=', byId)
    .where('against', '=', said.against)
    .where('accountId', said.accountId === null ? 'is' : '=', said.accountId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  if (open) throw refuse('election_objection_waits')
  const objectionId = work.newId()
  const undecided = { outcome: null, outcomeText: null, decidedById: null, decidedAt: null }
  await work.tx
    .insertInto('electionObjection')
    .values({ id: objectionId, electionId, ...said, byId, at: work.now, ...undecided })
    .execute()
  await work.record({ type: 'election.objected', electionId, objectionId })
}

async function findPerson(db: Kysely<Tables>, typed: string): Promise<string> {
  const handle = typed.trim().replace(/^@/, '').toLowerCase()
  const found = await db
    .selectFrom('account')
    .select('id')
    .where((eb) => eb.or([eb('handle', '=', handle), eb('name', '=', typed.trim())]))
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (!found) throw refuse('election_person_unknown')
  return found.id
}

/** Decided by somebody who is not involved; what follows from it follows at once. */
export async function decideElectionObjection(
  work: Work,
  input: { readonly objectionId: string; readonly outcome: 'upheld' | 'rejected'; readonly reason: string },
): Promise<void> {
  const { outcome, reason } = input
  const objection = await work.tx
    .selectFrom('electionObjection')
    .selectAll()
    .where('id', '=', input.objectionId)
    .executeTakeFirst()
  if (!objection) throw refuse('not_found')
  work.require('election.decide-objection', council)
  const election = await getElectionById(work.tx, objection.electionId)
  const me = work.actor.accountId ?? ''
  if (!mayDecideObjection(me, await involvedIn(work, election, objection)))
    throw refuse('election_decides_own')
  const decided = await work.tx
    .updateTable('electionObjection')
    .set({ outcome, outcomeText: reason, decidedById: me, decidedAt: work.now })
    .where('id', '=', objection.id)
    .where('outcome', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!decided) throw refuse('already_decided')
  await work.record({
    type: 'election.objection-decided',
    electionId: election.id,
    objectionId: objection.id,
  })
  if (objection.against !== 'result') {
    if (outcome === 'upheld') await upholdAgainstRoll(work, election, objection)
  } else if (outcome === 'rejected') await holdWhenFinal(work, election)
  else await declareInvalid(work, election, reason)
}

/** Against the roll: who objected and who is meant. Against the election: also who set it up and who stood. */
async function involvedIn(
  work: Work,
  election: CompleteElection,
  { against, byId, accountId }: ElectionObjectionTable,
): Promise<readonly (string | null)[]> {
  if (against !== 'result') return [byId, accountId]
  const candidates = await listCandidates({ db: work.tx }, election)
  return [byId, election.createdById, ...candidates.map((candidate) => candidate.accountId)]
}

async function upholdAgainstRoll(
  work: Work,
  election: CompleteElection,
  { against, accountId, id }: ElectionObjectionTable,
): Promise<void> {
  const person = await findActor(work.tx, accountId ?? '', work.now)
  // Denial wins: whoever works for the administration stands on no roll of the Council.
  if (against === 'missing' && (!person || isAdministration(person))) throw refuse('election_person_unknown')
  await mendRoll(work, election, accountId ?? '', against === 'missing' ? 'enter' : 'strike')
  await work.record({ type: 'election.roll-changed', electionId: election.id, objectionId: id })
}

/** With the reason for everybody to read. */
async function declareInvalid(work: Work, election: CompleteElection, reason: string): Promise<void> {
  if (election.pollId !== null) {
    const poll = await getPoll(work.tx, election.pollId)
    await savePoll(work, invalidate(poll, reason))
    await work.record({ type: 'poll.invalidated', pollId: poll.id })
  }
  await saveElection(work, { ...election, state: 'invalid' })
  await work.record({ type: 'election.invalidated', electionId: election.id })
}

export interface ListedElectionObjection {
  readonly id: string
  readonly against: Against
  readonly name: string | null
  readonly text: string
  readonly at: string
  readonly outcome: 'upheld' | 'rejected' | null
  readonly outcomeText: string | null
}

/** For those who decide: what was said against the roll and against the election. Who said it is told to nobody. */
export function listElectionObjections(
  db: Kysely<Tables>,
  electionId: string,
): Promise<readonly ListedElectionObjection[]> {
  return listed(db, electionId, null)
}

/** What one said oneself, with what became of it. */
export async function listOwnObjections(
  ask: Ask,
  electionId: string,
): Promise<readonly ListedElectionObjection[]> {
  return ask.actor.accountId === null ? [] : listed(ask.db, electionId, ask.actor.accountId)
}

async function listed(
  db: Kysely<Tables>,
  electionId: string,
  byId: string | null,
): Promise<readonly ListedElectionObjection[]> {
  const rows = await db
    .selectFrom('electionObjection')
    .leftJoin('account', 'account.id', 'electionObjection.accountId')
    .select(['electionObjection.id', 'against', 'account.name', 'text', 'at', 'outcome', 'outcomeText'])
    .where('electionId', '=', electionId)
    .$if(byId !== null, (q) => q.where('byId', '=', byId))
    .orderBy('at')
    .execute()
  return rows.map((row) => ({
    ...row,
    against: row.against as Against,
    outcome: row.outcome as ListedElectionObjection['outcome'],
  }))
}
