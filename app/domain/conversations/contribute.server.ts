// Adds a contribution to a conversation: its number, its place, and who is told.
import { staffFunction } from '../actor.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, prepared, type Work } from '../run.server.ts'
import {
  getContribution,
  getConversation,
  indexContribution,
  namesOf,
  settleQuestion,
} from './contribution.server.ts'
import { type Contribution, type Move, moveAt, placeBelow, sectionOf } from './contribution.ts'
import { setMentions } from './mentions.server.ts'
import { noteRead } from './reading.server.ts'
import { findMatter, type Matter } from './subject.server.ts'

export interface NewContribution {
  readonly conversationId: string
  /** The contribution it answers; null where it stands on its own. */
  readonly parentId: string | null
  readonly move: Move
  readonly text: string
  readonly language: string
  /** Written for the office the author holds, not as a private person. */
  readonly official: boolean
}

export interface Posted {
  readonly id: string
  readonly number: number
  readonly publicNumber: number
  readonly conversationId: string
}

export const contribute = prepared(
  async (platform, input: NewContribution) => ({ ...input, ...(await platform.render(input.text)) }),
  async (work: Work, input): Promise<Posted> => {
    const conversation = await getConversation(work.tx, input.conversationId)
    const matter = await findMatter(work.tx, conversation)
    work.require('conversation.read', matter.subject)
    work.require('conversation.contribute', matter.subject)
    if (input.official) work.require('conversation.answer-officially', matter.subject)
    if (!matter.open || conversation.state === 'closed') throw refuse('conversation_closed')

    const number = await takeNumber(work, conversation.id)
    const parent = await findParent(work, input)
    const place = placeBelow(parent, number)
    const move = moveAt(input.move, place.depth)
    const contribution: Contribution = {
      id: work.newId(),
      publicNumber: await nextNumber(work.tx, 'contribution'),
      conversationId: conversation.id,
      number,
      ...place,
      authorId: work.actor.accountId,
      authorFunction: input.official ? staffFunction(work.actor) : null,
      move,
      section: sectionOf(move, place.depth, false),
      text: input.text,
      html: input.html,
      sanitiser: input.sanitiser,
      language: input.language,
      replyCount: 0,
      postedAt: work.now,
      editedAt: null,
      deletedAt: null,
      hiddenAt: null,
      movedFromId: null,
      version: 1,
    }
    await work.tx.insertInto('contribution').values(contribution).execute()
    await indexContribution(work, contribution)
    if (parent) await countReply(work, parent.id)
    await setMentions(work, contribution.id, input.text)
    await followMatter(work, matter)
    await noteRead(work, conversation.id, number, 'if-nothing-between')
    await work.record({
      type: 'contribution.posted',
      ...namesOf(contribution, matter),
      number,
      parentId: contribution.parentId,
    })
    return {
      id: contribution.id,
      number,
      publicNumber: contribution.publicNumber,
      conversationId: conversation.id,
    }
  },
)

/** The next number of the conversation. Its row stays locked to the end, so there is no gap and no number twice. */
async function takeNumber(work: Work, conversationId: string): Promise<number> {
  const taken = await work.tx
    .updateTable('conversation')
    .set((eb) => ({ contributionCount: eb('contributionCount', '+', 1), movedAt: work.now }))
    .where('id', '=', conversationId)
    .where('state', '=', 'open')
    .returning('contributionCount')
    .executeTakeFirst()
  if (!taken) throw refuse('conversation_closed')
  return Number(taken.contributionCount)
}

async function findParent(work: Work, input: Pick<NewContribution, 'parentId' | 'conversationId'>) {
  if (input.parentId === null) return null
  const parent = await getContribution(work.tx, input.parentId)
  if (parent.conversationId !== input.conversationId) throw refuse('not_found')
  return parent
}

async function countReply(work: Work, parentId: string): Promise<void> {
  await work.tx
    .updateTable('contribution')
    .set((eb) => ({ replyCount: eb('replyCount', '+', 1) }))
    .where('id', '=', parentId)
    .execute()
  await settleQuestion(work, parentId)
}

/** Whoever takes part wants to know how it goes on; they can stop following at any time. */
async function followMatter(work: Work, matter: Matter): Promise<void> {
  await work.tx
    .insertInto('follow')
    .values({ accountId: work.actor.accountId ?? '', subject: matter.topic, at: work.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
