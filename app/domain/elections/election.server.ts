// Elections in the database: set up step by step, announced, and found again.
import type { Kysely } from 'kysely'
import { fromJson, toJson } from '#db/columns.ts'
import type { ElectionTable, Tables } from '#db/tables.ts'
import { requireOpen } from '../council/closing.server.ts'
import { council } from '../council/house.ts'
import { isNumber } from '../numbers.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { addJob, nextNumber, type Work } from '../run.server.ts'
import {
  announce,
  type CompleteElection,
  checkRules,
  type Election,
  type ElectionRules,
  isComplete,
  momentsOf,
  preparesAt,
} from './election.ts'

/** Begins a new election; everything about it is answered step by step. */
export async function beginElection(work: Work, _input: null): Promise<{ number: number }> {
  work.require('election.set-up', council)
  await requireOpen(work)
  const number = await nextNumber(work.tx, 'election')
  const election: Election = {
    id: work.newId(),
    number,
    rules: {},
    state: 'draft',
    pollId: null,
    orderSeed: null,
    createdById: work.actor.accountId ?? '',
    announcedAt: null,
    rollClosedAt: null,
    preparedAt: null,
    heldAt: null,
    settled: null,
    version: 1,
  }
  await work.tx
    .insertInto('election')
    .values({ ...election, rules: toJson(election.rules) })
    .execute()
  await work.record({ type: 'election.saved', electionId: election.id })
  return { number }
}

/** Keeps the answers of one step. From the announcement on nothing changes any more. */
export async function saveStep(
  work: Work,
  input: { readonly number: number; readonly answers: Partial<ElectionRules> },
): Promise<void> {
  const election = await getElection(work.tx, input.number)
  work.require('election.set-up', council)
  if (election.state !== 'draft') throw refuse('election_not_draft')
  const rules = { ...election.rules, ...input.answers }
  checkRules(rules)
  await saveElection(work, { ...election, rules })
  await work.record({ type: 'election.saved', electionId: election.id })
}

/** From here on its rules stand for everybody to read, and the clock runs it. */
export async function announceElection(work: Work, input: { readonly number: number }): Promise<void> {
  const election = await getElection(work.tx, input.number)
  work.require('election.set-up', council)
  await requireOpen(work)
  const { timeZone } = work.platform.town
  const announced = announce(election, timeZone, work.now)
  await saveElection(work, announced)
  await plan(work, 'election-roll', election.id, momentsOf(announced.rules, timeZone).rollClosesAt)
  await plan(work, 'election-prepare', election.id, preparesAt(announced.rules, timeZone))
  await work.record({ type: 'election.announced', electionId: election.id })
}

export function plan(work: Work, kind: string, electionId: string, dueAt: string): Promise<void> {
  return addJob(work.tx, work.newId(), { kind, key: `${kind}:${electionId}`, data: { electionId }, dueAt })
}

export async function getElection(db: Kysely<Tables>, number: number): Promise<Election> {
  const row = isNumber(number)
    ? await db.selectFrom('election').selectAll().where('number', '=', number).executeTakeFirst()
    : undefined
  if (!row) throw refuse('not_found')
  return asElection(row)
}

export async function getElectionById(db: Kysely<Tables>, id: string): Promise<CompleteElection> {
  const row = await db.selectFrom('election').selectAll().where('id', '=', id).executeTakeFirst()
  const election = row ? asElection(row) : null
  if (!election || !isComplete(election)) throw refuse('not_found')
  return election
}

export async function getAnnounced(db: Kysely<Tables>, number: number): Promise<CompleteElection> {
  const election = await getElection(db, number)
  if (!isComplete(election)) throw refuse('not_found')
  return election
}

/** Everything announced, the newest first; drafts besides for those who set elections up. */
export async function listElections(ask: Ask): Promise<readonly Election[]> {
  const all = may(ask.actor, 'election.set-up', council)
  const rows = await ask.db
    .selectFrom('election')
    .selectAll()
    .$if(!all, (q) => q.where('state', '!=', 'draft'))
    .orderBy('number', 'desc')
    .execute()
  return rows.map(asElection)
}

export function asElection(row: ElectionTable): Election {
  return { ...row, rules: fromJson<Election['rules']>(row.rules), state: row.state as Election['state'] }
}

/** Writes it back where nobody changed it meanwhile. */
export async function saveElection(work: Work, election: Election): Promise<void> {
  const { id, version, rules, ...rest } = election
  const saved = await work.tx
    .updateTable('election')
    .set({ ...rest, rules: toJson(rules), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}
