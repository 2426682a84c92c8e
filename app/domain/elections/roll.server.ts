// Who may elect: the register at the end of the cut-off day. Its members read it and object; outside nobody sees it.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { council, isAdministration } from '../council/house.ts'
import { findActor } from '../people/actor.server.ts'
import { may } from '../policy.ts'
import { findVoters } from '../polls/roll.server.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { getAnnounced, getElectionById, saveElection } from './election.server.ts'
import {
  type CompleteElection,
  type MinimumAge,
  mayDecideObjection,
  takesRollObjections,
} from './election.ts'

/** The clock closes the roll. Asked twice, it does nothing the second time. */
export async function closeRoll(work: Work, input: { readonly electionId: string }): Promise<void> {
  const election = await getElectionById(work.tx, input.electionId)
  work.require('election.run', council)
  if (election.state !== 'announced' || election.rollClosedAt !== null) return
  const voters = await electorsToday(work.tx, election.rules.minimumAge, work.now)
  for (const accountId of voters) {
    await work.tx.insertInto('electionRoll').values({ electionId: election.id, accountId }).execute()
  }
  await saveElection(work, { ...election, rollClosedAt: work.now })
  await work.record({ type: 'election.roll-closed', electionId: election.id })
}

/** Confirmed creators who are old enough, without anybody who works for the administration. */
async function electorsToday(
  db: Kysely<Tables>,
  minimumAge: MinimumAge,
  now: string,
): Promise<readonly string[]> {
  const voters = await findVoters(
    db,
    {
      id: '',
      space: 'council',
      state: 'announced',
      electorate: 'creators',
      electorateRef: null,
      openedAt: null,
    },
    now,
  )
  if (voters.length === 0) return []
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('id', 'in', [...voters])
    .where('ageBand', 'in', minimumAge === '14' ? ['16+', '14-15'] : ['16+'])
    .execute()
  return rows.map(({ id }) => id)
}

/** 'Stehe ich im Verzeichnis?': of the closed roll, before that of how things stand today. */
export async function isOnElectionRoll(
  db: Kysely<Tables>,
  election: CompleteElection,
  accountId: string | null,
  now: string,
): Promise<boolean> {
  if (accountId === null) return false
  if (election.rollClosedAt === null)
    return (await electorsToday(db, election.rules.minimumAge, now)).includes(accountId)
  const row = await db
    .selectFrom('electionRoll')
    .select('accountId')
    .where('electionId', '=', election.id)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row !== undefined
}

/** The roll by name, for those inside; 'not_found' for everybody else. */
export async function listRoll(ask: Ask, election: CompleteElection) {
  if (!may(ask.actor, 'council.read-internal', council)) throw refuse('not_found')
  const ids =
    election.rollClosedAt === null
      ? await electorsToday(ask.db, election.rules.minimumAge, ask.now)
      : (
          await ask.db
            .selectFrom('electionRoll')
            .select('accountId')
            .where('electionId', '=', election.id)
            .execute()
        ).map(({ accountId }) => accountId)
  if (ids.length === 0) return []
  const rows = await ask.db
    .selectFrom('account')
    .leftJoin('creator', 'creator.accountId', 'account.id')
    .select(['account.id', 'account.name', 'creator.branch'])
    .where('account.id', 'in', [...ids])
    .where('account.erasedAt', 'is', null)
    .orderBy('account.sortName')
    .execute()
  return rows.map(({ id, name, branch }) => ({ id, name, branch: branch ?? '' }))
}

export type AgainstRoll = 'missing' | 'wrong'

/** Somebody is missing, or stands there wrongly. Only while the roll is closed and the ballot not yet made. */
export async function objectToRoll(
  work: Work,
  input: {
    readonly number: number
    readonly about: AgainstRoll
    readonly person: string
    readonly text: string
  },
): Promise<void> {
  const election = await getAnnounced(work.tx, input.number)
  work.require('election.object-roll', council)
  if (!takesRollObjections(election)) throw refuse('election_roll_objection_closed')
  const person = input.person.trim().replace(/^@/, '').toLowerCase()
  const found =
    person === ''
      ? { id: work.actor.accountId ?? '' }
      : await work.tx
          .selectFrom('account')
          .select('id')
          .where((eb) => eb.or([eb('handle', '=', person), eb('name', '=', input.person.trim())]))
          .where('erasedAt', 'is', null)
          .executeTakeFirst()
  if (!found) throw refuse('election_person_unknown')
  const objectionId = work.newId()
  await work.tx
    .insertInto('electionObjection')
    .values({
      id: objectionId,
      electionId: election.id,
      against: input.about,
      accountId: found.id,
      byId: work.actor.accountId ?? '',
      text: input.text,
      at: work.now,
      ...{ outcome: null, outcomeText: null, decidedById: null, decidedAt: null },
    })
    .execute()
  await work.record({ type: 'election.roll-objected', electionId: election.id, objectionId })
}

/** A speaker who neither objected nor is meant decides; the roll is mended at once. */
export async function decideRollObjection(
  work: Work,
  input: { readonly objectionId: string; readonly outcome: 'upheld' | 'rejected'; readonly reason: string },
): Promise<void> {
  const objection = await work.tx
    .selectFrom('electionObjection')
    .selectAll()
    .where('id', '=', input.objectionId)
    .where('against', 'in', ['missing', 'wrong'])
    .executeTakeFirst()
  if (!objection) throw refuse('not_found')
  work.require('election.decide-objection', council)
  const election = await getElectionById(work.tx, objection.electionId)
  const me = work.actor.accountId ?? ''
  const around = { objectorId: objection.byId, setUpById: objection.accountId ?? '', candidateIds: [] }
  if (!mayDecideObjection(me, around)) throw refuse('election_decides_own')
  if (!takesRollObjections(election)) throw refuse('election_roll_objection_closed')
  const decided = await work.tx
    .updateTable('electionObjection')
    .set({ outcome: input.outcome, outcomeText: input.reason, decidedById: me, decidedAt: work.now })
    .where('id', '=', objection.id)
    .where('outcome', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!decided) throw refuse('already_decided')
  if (input.outcome === 'upheld') {
    const row = { electionId: election.id, accountId: objection.accountId ?? '' }
    if (objection.against === 'missing') {
      const person = await findActor(work.tx, row.accountId, work.now)
      // Denial wins: whoever works for the administration stands on no roll of the Council.
      if (!person || isAdministration(person)) throw refuse('election_person_unknown')
      await work.tx
        .insertInto('electionRoll')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    } else {
      await work.tx
        .deleteFrom('electionRoll')
        .where('electionId', '=', row.electionId)
        .where('accountId', '=', row.accountId)
        .execute()
    }
  }
  await work.record({ type: 'election.roll-changed', electionId: election.id, objectionId: objection.id })
}
