// Names a second signer for a vote signed blind: from then on a ballot needs the signature of both.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { refuse } from '../../refusal.ts'
import type { Work } from '../../run.server.ts'
import { getPoll, pollSubject, savePoll } from '../poll.server.ts'
import { setUpAction } from '../space.ts'
import { readSignerCard, type SecondSigner } from './signer-card.ts'

/** Only before it opens, since the terms name the signers. An empty card takes the second signer away again. */
export async function nameSecondSigner(
  work: Work,
  { pollId, card }: { readonly pollId: string; readonly card: string },
): Promise<void> {
  const poll = await getPoll(work.tx, pollId)
  work.require(setUpAction(poll.space), pollSubject(poll))
  if (poll.secrecy !== 'blind') throw refuse('signer_only_for_blind')
  if (poll.state !== 'announced') throw refuse('signer_before_opening')
  await work.tx.deleteFrom('pollSigner').where('pollId', '=', pollId).execute()
  if (card.trim() !== '') {
    await work.tx
      .insertInto('pollSigner')
      .values({ pollId, ...readSignerCard(card) })
      .execute()
  }
  await savePoll(work, poll)
  await work.record({ type: 'poll.changed', pollId })
}

export async function findSecondSigner(db: Kysely<Tables>, pollId: string): Promise<SecondSigner | null> {
  const row = await db
    .selectFrom('pollSigner')
    .select(['name', 'address', 'n', 'e'])
    .where('pollId', '=', pollId)
    .executeTakeFirst()
  return row ?? null
}

/** Where the ballot page of this vote may send a blinded message, besides the house; null for nowhere. */
export async function addressOfSecondSigner(db: Kysely<Tables>, number: number): Promise<string | null> {
  const row = await db
    .selectFrom('pollSigner')
    .innerJoin('poll', 'poll.id', 'pollSigner.pollId')
    .select('address')
    .where('poll.number', '=', number)
    .executeTakeFirst()
  return row?.address ?? null
}
