// Says 'understandable' or 'connects' of a contribution, and takes it back.
import type { Work } from '../run.server.ts'
import { getContribution, getConversation, namesOf } from './contribution.server.ts'
import { mayReactTo, type ReactionKind } from './contribution.ts'
import { findMatter, subjectIn } from './subject.server.ts'

export interface NewReaction {
  readonly contributionId: string
  readonly kind: ReactionKind
  /** What the person wants it to be, so that the same wish twice changes nothing. */
  readonly wish: 'on' | 'off'
}

export async function react(work: Work, input: NewReaction): Promise<void> {
  const contribution = await getContribution(work.tx, input.contributionId)
  const matter = await findMatter(work.tx, await getConversation(work.tx, contribution.conversationId))
  work.require('conversation.read', matter.subject)
  work.require('contribution.react', subjectIn(matter.subject, contribution))
  mayReactTo(contribution, work.actor)
  const key = {
    contributionId: contribution.id,
    accountId: work.actor.accountId ?? '',
    kind: input.kind,
  }
  if (!(input.wish === 'on' ? await add(work, key) : await remove(work, key))) return
  await work.record({ type: 'contribution.reacted', ...namesOf(contribution, matter) })
}

type Key = { contributionId: string; accountId: string; kind: string }

async function add(work: Work, key: Key): Promise<boolean> {
  const added = await work.tx
    .insertInto('reaction')
    .values(key)
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .executeTakeFirst()
  return added !== undefined
}

async function remove(work: Work, key: Key): Promise<boolean> {
  const removed = await work.tx
    .deleteFrom('reaction')
    .where('contributionId', '=', key.contributionId)
    .where('accountId', '=', key.accountId)
    .where('kind', '=', key.kind)
    .returning('kind')
    .executeTakeFirst()
  return removed !== undefined
}
