// Files every idea in the order of its number, each at its own time.
import { guest } from '#app/domain/actor.ts'
import { postIdea, type SentPicture } from '#app/domain/ideas/post.server.ts'
import { guestSecret } from '../chance.ts'
import { drawPictures } from '../pictures.ts'
import type { Stage } from '../stage.ts'
import { ideas as numbered } from '../story/ideas.ts'
import { laidAside } from '../story/laid-aside.ts'
import { guestIdeasWaiting } from '../story/reports.ts'
import type { StoryIdea, StoryLaidAside } from '../story/types.ts'

export interface FiledIdea {
  readonly id: string
  readonly conversationId: string
  readonly number: number
}

export const storyIdeas: readonly StoryIdea[] = numbered
export const endedIdeas: readonly StoryLaidAside[] = laidAside

/** The number of the first idea that was laid aside; the others follow. */
export const firstLaidAside = storyIdeas.length + guestIdeasWaiting.length + 1

/** The ids of all ideas, by their number. */
export async function fileIdeas(stage: Stage): Promise<ReadonlyMap<number, FiledIdea>> {
  const filed = new Map<number, FiledIdea>()
  const pictures = await drawPictures()
  const file = async (idea: Filing) => {
    stage.setClock(idea.daysAgo)
    const number = filed.size + 1
    const by = await stage.actor(idea.handle)
    const posted = await stage.does(by, postIdea, {
      title: idea.title,
      text: idea.text,
      district: idea.district,
      language: 'de',
      authorName: idea.guestName ?? null,
      secret: by === guest ? guestSecret(number) : null,
      source: 'web',
      picture: pictureOf(pictures.get(number), idea.picture),
    })
    if (posted.number !== number)
      throw new Error(`Idea ${number} of the story got the number ${posted.number}.`)
    const { conversationId } = await stage.platform.database.read
      .selectFrom('idea')
      .select('conversationId')
      .where('id', '=', posted.id)
      .executeTakeFirstOrThrow()
    filed.set(number, { id: posted.id, conversationId, number })
  }
  for (const idea of storyIdeas) {
    // With an account an idea is public at once; a guest's waits until a moderator has read it.
    const daysAgo =
      idea.handle === null ? idea.receivedDaysAgo : (idea.publishedDaysAgo ?? idea.receivedDaysAgo)
    await file({ ...idea, daysAgo, text: idea.versions?.[0]?.text ?? idea.text })
  }
  for (const idea of guestIdeasWaiting) {
    await file({ ...idea, handle: null, daysAgo: idea.receivedDaysAgo, picture: null })
  }
  for (const idea of endedIdeas) await file({ ...idea, daysAgo: idea.receivedDaysAgo, picture: null })
  return filed
}

interface Filing {
  readonly handle: string | null
  readonly guestName?: string | null
  readonly title: string
  readonly text: string
  readonly district: string
  readonly daysAgo: number
  readonly picture: string | null
}

function pictureOf(bytes: Uint8Array | undefined, alt: string | null): SentPicture | null {
  return bytes === undefined || alt === null ? null : { bytes, alt }
}
