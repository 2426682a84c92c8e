// Who makes culture here: people say it of themselves, the Speakers' Council confirms it, nobody from the administration.

import { may, town } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { bodySubject } from './body.server.ts'
import { councilSlug } from './body.ts'

export interface Declaration {
  /** Such as music, theatre, literature. */
  readonly branch: string
  /** What somebody does, and where in town. */
  readonly does: string
}

/** Says what one does. A changed declaration is confirmed anew. */
export async function declareCreator(work: Work, input: Declaration): Promise<void> {
  work.require('creator.declare', town)
  const accountId = work.actor.accountId ?? ''
  const declared = {
    ...input,
    declaredAt: work.now,
    ...{ confirmedAt: null, confirmedById: null, refusedAt: null, refusedReason: null },
  }
  await work.tx
    .insertInto('creator')
    .values({ accountId, ...declared })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(declared))
    .execute()
  await work.record({ type: 'creator.declared', accountId })
}

export async function confirmCreator(work: Work, input: { readonly accountId: string }): Promise<void> {
  work.require('creator.confirm', bodySubject(councilSlug))
  const confirmed = await work.tx
    .updateTable('creator')
    // A refusal can be thought over.
    .set({
      confirmedAt: work.now,
      confirmedById: work.actor.accountId,
      refusedAt: null,
      refusedReason: null,
    })
    .where('accountId', '=', input.accountId)
    .where('confirmedAt', 'is', null)
    .returning('accountId')
    .executeTakeFirst()
  if (!confirmed) {
    const known = await findDeclaration(work.tx, input.accountId)
    throw refuse(known ? 'already_decided' : 'not_found')
  }
  await work.record({ type: 'creator.confirmed', accountId: input.accountId })
}

export interface KeptDeclaration extends Declaration {
  readonly declaredAt: string
  readonly confirmedAt: string | null
  readonly refusedAt: string | null
  readonly refusedReason: string | null
}

export async function findDeclaration(db: Ask['db'], accountId: string): Promise<KeptDeclaration | null> {
  const row = await db
    .selectFrom('creator')
    .select(['branch', 'does', 'declaredAt', 'confirmedAt', 'refusedAt', 'refusedReason'])
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row ?? null
}

export interface ListedCreator extends KeptDeclaration {
  readonly accountId: string
  readonly name: string
}

/** Who waits for the Council, and who is confirmed; for those who may read the Council's own things. */
export async function listCreators(
  ask: Ask,
  which: 'waiting' | 'confirmed',
): Promise<readonly ListedCreator[]> {
  const allowed = which === 'waiting' ? 'creator.confirm' : 'council.read-internal'
  if (!may(ask.actor, allowed, bodySubject(councilSlug))) throw refuse('not_found')
  return ask.db
    .selectFrom('creator')
    .innerJoin('account', 'account.id', 'creator.accountId')
    .select([
      'creator.accountId',
      'account.name',
      'creator.branch',
      'creator.does',
      'creator.declaredAt',
      'creator.confirmedAt',
      'creator.refusedAt',
      'creator.refusedReason',
    ])
    .where('account.erasedAt', 'is', null)
    .where('creator.confirmedAt', which === 'waiting' ? 'is' : 'is not', null)
    .$if(which === 'waiting', (q) => q.where('creator.refusedAt', 'is', null))
    .orderBy('account.sortName')
    .execute()
}
