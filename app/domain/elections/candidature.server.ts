// Who stands: everybody in the register may, all in the same words and lengths, and back out until the last day.
import { council } from '../council/house.ts'
import { queueMailTo } from '../notices/outbox.server.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { getAnnounced } from './election.server.ts'
import { type CompleteElection, dayThatEnds, momentsOf, takesCandidates } from './election.ts'
import { stoodMail } from './mails.ts'
import { isOnElectionRoll } from './roll.server.ts'

export interface Written {
  readonly branch: string
  readonly does: string
  readonly wants: string
  readonly time: string
}

/** Hands a candidature in, or writes it anew while they are taken. */
export async function handIn(work: Work, input: Written & { readonly number: number }): Promise<void> {
  const { number, ...written } = input
  const election = await getAnnounced(work.tx, number)
  work.require('election.stand', council)
  if (!takesCandidates(election, work.platform.town.timeZone, work.now))
    throw refuse('election_candidates_closed')
  if (!election.rules.branches.some(({ name }) => name === written.branch))
    throw refuse('election_branch_unknown')
  const accountId = work.actor.accountId ?? ''
  if (!(await isOnElectionRoll(work.tx, election, accountId, work.now))) throw refuse('election_not_on_roll')
  const { id } = await work.tx
    .insertInto('candidature')
    .values({
      id: work.newId(),
      electionId: election.id,
      accountId,
      ...written,
      optionKey: null,
      handedInAt: work.now,
      withdrawnAt: null,
      version: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['electionId', 'accountId'])
        .doUpdateSet({ ...written, handedInAt: work.now, withdrawnAt: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  const until = dayThatEnds(momentsOf(election.rules, work.platform.town.timeZone).candidatesUntil)
  const data = stoodMail({ number, title: election.rules.title }, until)
  await queueMailTo(work, accountId, { kind: 'candidature', topic: null, data })
  await work.record({ type: 'candidature.handed-in', electionId: election.id, candidatureId: id })
}

export async function withdrawCandidature(work: Work, input: { readonly number: number }): Promise<void> {
  const election = await getAnnounced(work.tx, input.number)
  work.require('election.stand', council)
  if (!takesCandidates(election, work.platform.town.timeZone, work.now))
    throw refuse('election_candidates_closed')
  const withdrawn = await work.tx
    .updateTable('candidature')
    .set({ withdrawnAt: work.now })
    .where('electionId', '=', election.id)
    .where('accountId', '=', work.actor.accountId ?? '')
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!withdrawn) throw refuse('already_decided')
  await work.record({ type: 'candidature.withdrawn', electionId: election.id, candidatureId: withdrawn.id })
}

export interface Candidate extends Written {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly optionKey: string | null
}

/** In the order of the lot once it is drawn; before that by the random part of their ids, which favours nobody. */
export async function listCandidates(
  ask: Pick<Ask, 'db'>,
  election: Pick<CompleteElection, 'id'>,
): Promise<readonly Candidate[]> {
  const rows = await ask.db
    .selectFrom('candidature')
    .innerJoin('account', 'account.id', 'candidature.accountId')
    .select(['candidature.id', 'candidature.accountId', 'account.name', 'account.erasedAt'])
    .select(['branch', 'does', 'wants', 'time', 'optionKey'])
    .where('electionId', '=', election.id)
    .where('withdrawnAt', 'is', null)
    .execute()
  return rows
    .filter(({ erasedAt }) => erasedAt === null)
    .map(({ erasedAt: _, ...row }) => row)
    .sort((a, b) => placeOf(a) - placeOf(b) || (chanceOf(a.id) < chanceOf(b.id) ? -1 : 1))
}

function placeOf({ optionKey }: { readonly optionKey: string | null }): number {
  return optionKey === null ? 0 : Number(optionKey)
}

function chanceOf(id: string): string {
  return id.slice(-8)
}

export async function findOwnCandidature(ask: Ask, election: Pick<CompleteElection, 'id'>) {
  const row = await ask.db
    .selectFrom('candidature')
    .select(['branch', 'does', 'wants', 'time', 'withdrawnAt'])
    .where('electionId', '=', election.id)
    .where('accountId', '=', ask.actor.accountId ?? '')
    .executeTakeFirst()
  return row ?? null
}
