// A town in which somebody posted an idea, so that people can talk about it.
import type { Actor } from '#app/domain/actor.ts'
import { contribute, type NewContribution, type Posted } from '#app/domain/conversations/contribute.server.ts'
import { readConversation } from '#app/domain/conversations/conversation.server.ts'
import { postIdea } from '#app/domain/ideas/post.server.ts'
import type { TestTown } from '#tests/platform.ts'

export interface Talk {
  readonly ideaId: string
  readonly ideaNumber: number
  readonly conversationId: string
}

export async function openTalk(town: TestTown, author: Actor): Promise<Talk> {
  const { id, number } = await town.does(author, postIdea, {
    title: 'Probenraum für Chöre',
    text: 'Ein Raum mit Klavier und Rampe hilft allen Chören der Stadt.',
    district: 'winz-baak',
    language: 'de',
    authorName: null,
    secret: null,
    source: 'web',
    picture: null,
  })
  const { conversationId } = await town.platform.database.read
    .selectFrom('idea')
    .select('conversationId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ideaId: id, ideaNumber: number, conversationId }
}

export function saying(talk: Talk, more: Partial<NewContribution> = {}): NewContribution {
  return {
    conversationId: talk.conversationId,
    parentId: null,
    move: 'for',
    text: 'Ich bin dafür, weil unser Chor im Keller singt.',
    language: 'de',
    official: false,
    ...more,
  }
}

export function say(
  town: TestTown,
  who: Actor,
  talk: Talk,
  more: Partial<NewContribution> = {},
): Promise<Posted> {
  return town.does(who, contribute, saying(talk, more))
}

export async function reads(town: TestTown, who: Actor, talk: Talk, view: 'reasons' | 'time' = 'time') {
  return readConversation(town.ask(who), talk.conversationId, { view, page: null })
}
