// The conversations: who wrote what, changed it, took it back, and what others said of it.
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import { contribute } from '#app/domain/conversations/contribute.server.ts'
import { getContribution } from '#app/domain/conversations/contribution.server.ts'
import type { ReactionKind } from '#app/domain/conversations/contribution.ts'
import { react } from '#app/domain/conversations/react.server.ts'
import { markRead } from '#app/domain/conversations/reading.server.ts'
import { deleteContribution, editContribution } from '#app/domain/conversations/revise.server.ts'
import { cast } from '../cast.ts'
import { chance, some } from '../chance.ts'
import type { Stage } from '../stage.ts'
import { t5 } from '../story/conversations/index.ts'
import type { StoryContribution, StoryConversation } from '../story/types.ts'
import type { FiledIdea } from './file-ideas.ts'
import { hidingScenes } from './hiding.ts'
import { hour, minute, type Scene } from './scene.ts'

/** What the story's key became. */
export type Spoken = Map<string, { readonly id: string; readonly publicNumber: number }>

export function talkScenes(
  stage: Stage,
  { contributions }: StoryConversation,
  { conversationId }: FiledIdea,
  spoken: Spoken,
): readonly Scene[] {
  const all: readonly StoryContribution[] = contributions
  return all.flatMap((one, place) => [
    postScene(stage, one, place, conversationId, spoken),
    ...editScene(stage, one, spoken),
    ...reactionScenes(stage, one, spoken),
    ...deletionScene(stage, one, all, spoken),
    ...hidingScenes(stage, one, spoken),
  ])
}

/** The talk that ended with a no and an offer is closed; its outcome stands above it. */
export function closingScenes(stage: Stage, filed: ReadonlyMap<number, FiledIdea>): readonly Scene[] {
  const conversationId = filed.get(t5.idea)?.conversationId ?? ''
  return [
    {
      daysAgo: 2,
      play: async () => stage.does(await stage.actor('dieter'), closeConversation, { conversationId }),
    },
  ]
}

function postScene(
  stage: Stage,
  one: StoryContribution,
  before: number,
  conversationId: string,
  spoken: Spoken,
): Scene {
  return {
    daysAgo: one.daysAgo,
    play: async () => {
      const by = await stage.actor(one.by)
      // Who writes has read what stands there.
      await stage.does(by, markRead, { conversationId, upTo: before })
      const posted = await stage.does(by, contribute, {
        conversationId,
        parentId: one.parent === null ? null : said(spoken, one.parent),
        move: one.move,
        text: one.text,
        language: one.language ?? 'de',
        official: one.official ?? false,
      })
      spoken.set(one.key, posted)
    },
  }
}

export function said(spoken: Spoken, key: string): string {
  const found = spoken.get(key)
  if (!found) throw new Error(`The story has not come to '${key}' yet.`)
  return found.id
}

function editScene(stage: Stage, one: StoryContribution, spoken: Spoken): readonly Scene[] {
  const { edited } = one
  if (!edited) return []
  const play = async () => {
    const contributionId = said(spoken, one.key)
    const { version } = await getContribution(stage.platform.database.read, contributionId)
    await stage.does(await stage.actor(one.by), editContribution, {
      contributionId,
      text: edited.text,
      version,
    })
  }
  return [{ daysAgo: one.daysAgo - edited.hoursLater * hour, play }]
}

/** Taken back once everybody who answered has answered. */
function deletionScene(
  stage: Stage,
  one: StoryContribution,
  all: readonly StoryContribution[],
  spoken: Spoken,
): readonly Scene[] {
  if (!one.deletedByAuthor) return []
  const last = Math.min(
    one.daysAgo,
    ...all.filter(({ parent }) => parent === one.key).map(({ daysAgo }) => daysAgo),
  )
  const play = async () =>
    stage.does(await stage.actor(one.by), deleteContribution, { contributionId: said(spoken, one.key) })
  return [{ daysAgo: last - 5 * hour, play }]
}

/** Within two days, and not while it is hidden: somebody hides within some hours, so these come at once. */
function reactionScenes(stage: Stage, one: StoryContribution, spoken: Spoken): readonly Scene[] {
  const others = cast.map(({ handle }) => handle).filter((handle) => handle !== one.by && !silent.has(handle))
  const kinds: readonly ReactionKind[] = ['understandable', 'connects']
  const longest = Math.min(one.hidden || one.deletedByAuthor ? hour : 2, one.daysAgo * 0.9)
  return kinds.flatMap((kind) =>
    some(others, one.reactions?.[kind] ?? 0, `${kind} ${one.key}`).map((handle) => ({
      daysAgo: one.daysAgo - minute - chance(kind, one.key, handle) * (longest - minute),
      play: async () =>
        stage.does(await stage.actor(handle), react, {
          contributionId: said(spoken, one.key),
          kind,
          wish: 'on',
        }),
    })),
  )
}

/** Advertising praises nobody, and those who run the server stay out of the talk. */
const silent = new Set(['glanzdeal', 'nadine', 'torben'])
