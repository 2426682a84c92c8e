import { others } from '#server/demo/story/conversations/others.ts'
import { t1Against } from '#server/demo/story/conversations/t1-against.ts'
import { t1For } from '#server/demo/story/conversations/t1-for.ts'
import { t1HardCases } from '#server/demo/story/conversations/t1-hard-cases.ts'
import { t1Questions } from '#server/demo/story/conversations/t1-questions.ts'
import { t2 } from '#server/demo/story/conversations/t2.ts'
import { t3 } from '#server/demo/story/conversations/t3.ts'
import { t5 } from '#server/demo/story/conversations/t5.ts'
import type { StoryContribution, StoryConversation } from '#server/demo/story/types.ts'

/** The long conversation on the minimum fee, put back into the order of time: oldest first. */
export const t1: StoryConversation = {
  idea: 11,
  contributions: [
    ...(t1Questions as readonly StoryContribution[]),
    ...(t1For as readonly StoryContribution[]),
    ...(t1Against as readonly StoryContribution[]),
    ...(t1HardCases as readonly StoryContribution[]),
  ].sort((one, other) => other.daysAgo - one.daysAgo),
}

/** Every conversation of the town, each oldest contribution first. */
export const conversations: readonly StoryConversation[] = [t1, t2, t3, t5, ...others]

export { t2, t3, t5 }
