// Ends a conversation and opens it again.
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { getConversation } from './contribution.server.ts'
import { type Conversation, close, reopen } from './conversation.ts'
import { findMatter } from './subject.server.ts'

export async function closeConversation(work: Work, input: { conversationId: string }): Promise<void> {
  const conversation = await getConversation(work.tx, input.conversationId)
  const matter = await findMatter(work.tx, conversation)
  work.require('conversation.close', matter.subject)
  await saveState(work, close(conversation))
  await work.record({ type: 'conversation.closed', conversationId: conversation.id, subject: matter.topic })
}

export async function reopenConversation(work: Work, input: { conversationId: string }): Promise<void> {
  const conversation = await getConversation(work.tx, input.conversationId)
  const matter = await findMatter(work.tx, conversation)
  work.require('conversation.close', matter.subject)
  await saveState(work, reopen(conversation))
  await work.record({ type: 'conversation.reopened', conversationId: conversation.id, subject: matter.topic })
}

/** The count moves without the version, so only the state is written. */
async function saveState(work: Work, { id, state, version }: Conversation): Promise<void> {
  const saved = await work.tx
    .updateTable('conversation')
    .set({ state, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw refuse('somebody_was_faster')
}
