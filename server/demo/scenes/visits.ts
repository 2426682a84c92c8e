// When each person last looked in: what is older they have read, what came later is new to them.
import { markRead } from '#app/domain/conversations/reading.server.ts'
import { markAllRead } from '#app/domain/notices/news.server.ts'
import { cast } from '../cast.ts'
import { chance } from '../chance.ts'
import type { Stage } from '../stage.ts'
import type { StoryConversation } from '../story/types.ts'
import type { FiledIdea } from './file-ideas.ts'
import type { Scene } from './scene.ts'

export function visitScenes(
  stage: Stage,
  conversations: readonly StoryConversation[],
  filed: ReadonlyMap<number, FiledIdea>,
): readonly Scene[] {
  return cast.map((person) => {
    const daysAgo = 1 + chance('visit', person.handle) * 6
    // Edda writes nothing and reads every word.
    const theirs = conversations.filter(
      ({ contributions }) =>
        person.handle === 'edda' ||
        contributions.some((one) => one.by === person.handle && one.daysAgo > daysAgo),
    )
    const play = async () => {
      const actor = await stage.actor(person.handle)
      await stage.does(actor, markAllRead, null)
      for (const { idea, contributions } of theirs) {
        const { conversationId } = filed.get(idea) ?? { conversationId: '' }
        const upTo = contributions.filter((one) => one.daysAgo > daysAgo).length
        await stage.does(actor, markRead, { conversationId, upTo })
      }
    }
    return { daysAgo, play }
  })
}
