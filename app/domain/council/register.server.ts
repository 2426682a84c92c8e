// The register in the database: the Council refuses with a reason, anybody concerned objects, another speaker decides.
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { council } from './house.ts'
import { checkDecider, type ObjectionOutcome, objectionAgainst, type RegisterEntry } from './register.ts'

export async function refuseCreator(
  work: Work,
  input: { readonly accountId: string; readonly reason: string },
): Promise<void> {
  work.require('creator.confirm', council)
  const refused = await work.tx
    .updateTable('creator')
    .set({ refusedAt: work.now, refusedReason: input.reason, confirmedById: work.actor.accountId })
    .where('accountId', '=', input.accountId)
    .where('confirmedAt', 'is', null)
    .where('refusedAt', 'is', null)
    .returning('accountId')
    .executeTakeFirst()
  if (!refused) throw refuse((await findEntry(work, input.accountId)) ? 'already_decided' : 'not_found')
  await work.record({ type: 'creator.refused', accountId: input.accountId })
}

/** Against a confirmation: everybody in the register. Against a refusal: the one refused. */
export async function objectInRegister(
  work: Work,
  input: { readonly accountId: string; readonly text: string },
): Promise<{ objectionId: string }> {
  const entry = await findEntry(work, input.accountId)
  if (!entry) throw refuse('not_found')
  const byId = work.actor.accountId ?? ''
  work.require('creator.object', byId === input.accountId ? { kind: 'account', id: byId } : council)
  const against = objectionAgainst(entry, byId, work.now)
  const open = await work.tx
    .selectFrom('creatorObjection')
    .select('id')
    .where('accountId', '=', input.accountId)
    .where('byId', '=', byId)
    .where('against', '=', against)
    .executeTakeFirst()
  if (open) throw refuse('appeal_made_already')
  const objectionId = work.newId()
  await work.tx
    .insertInto('creatorObjection')
    .values({
      id: objectionId,
      ...input,
      against,
      byId,
      at: work.now,
      outcome: null,
      outcomeText: null,
      decidedById: null,
      decidedAt: null,
    })
    .execute()
  await work.record({ type: 'creator.objected', accountId: input.accountId, objectionId })
  return { objectionId }
}

/** An objection that is right turns the decision round. */
export async function decideObjection(
  work: Work,
  input: { readonly objectionId: string; readonly outcome: ObjectionOutcome; readonly reason: string },
): Promise<void> {
  const objection = await work.tx
    .selectFrom('creatorObjection')
    .selectAll()
    .where('id', '=', input.objectionId)
    .executeTakeFirst()
  const entry = objection ? await findEntry(work, objection.accountId) : null
  if (!objection || !entry) throw refuse('not_found')
  work.require('creator.decide-objection', council)
  checkDecider(objection, entry, work.actor.accountId ?? '')
  const decided = await work.tx
    .updateTable('creatorObjection')
    .set({
      outcome: input.outcome,
      outcomeText: input.reason,
      decidedById: work.actor.accountId,
      decidedAt: work.now,
    })
    .where('id', '=', objection.id)
    .where('outcome', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!decided) throw refuse('somebody_was_faster')
  const { accountId } = entry
  if (input.outcome === 'upheld') await turnRound(work, accountId, objection.against, input.reason)
  await work.record({ type: 'creator.objection-decided', accountId, objectionId: objection.id })
  if (input.outcome === 'upheld' && objection.against === 'confirmation')
    await work.record({ type: 'creator.ended', accountId })
}

async function turnRound(work: Work, accountId: string, against: string, reason: string): Promise<void> {
  const entered = { confirmedAt: work.now, refusedAt: null, refusedReason: null }
  const ended = { confirmedAt: null, refusedAt: work.now, refusedReason: reason }
  await work.tx
    .updateTable('creator')
    .set({ ...(against === 'refusal' ? entered : ended), confirmedById: work.actor.accountId })
    .where('accountId', '=', accountId)
    .execute()
}

async function findEntry(work: Work, accountId: string): Promise<RegisterEntry | null> {
  const row = await work.tx
    .selectFrom('creator')
    .select(['accountId', 'confirmedAt', 'confirmedById', 'refusedAt'])
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row ?? null
}

export interface ListedObjection {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly against: 'confirmation' | 'refusal'
  readonly text: string
  readonly at: string
  readonly outcome: ObjectionOutcome | null
  readonly outcomeText: string | null
}

/** Open ones first. Speakers read all of them; who objected is told to nobody. */
export async function listObjections(ask: Ask): Promise<readonly ListedObjection[]> {
  if (!may(ask.actor, 'creator.decide-objection', council)) throw refuse('not_found')
  const rows = await ask.db
    .selectFrom('creatorObjection')
    .innerJoin('account', 'account.id', 'creatorObjection.accountId')
    .select(['creatorObjection.id', 'creatorObjection.accountId', 'account.name'])
    .select(['against', 'text', 'at', 'outcome', 'outcomeText'])
    .orderBy('at', 'desc')
    .execute()
  return rows
    .map((row) => ({
      ...row,
      against: row.against as ListedObjection['against'],
      outcome: row.outcome as ListedObjection['outcome'],
    }))
    .sort((a, b) => Number(a.outcome !== null) - Number(b.outcome !== null))
}
