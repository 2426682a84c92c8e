// What can happen: one list, a chapter a room, with the topics each event touches. Everything live, every notice and
// the audit grow from it.
import { type BodyEvents, bodyEvents } from './bodies/events.ts'
import { type ConversationEvents, conversationEvents } from './conversations/events.ts'
import { type CouncilEvents, councilEvents } from './council/events.ts'
import { type ElectionEvents, electionEvents } from './elections/events.ts'
import { type IdeaEvents, ideaEvents } from './ideas/events.ts'
import { type MeetingEvents, meetingEvents } from './meetings/events.ts'
import { type ModerationEvents, moderationEvents } from './moderation/events.ts'
import { type PeopleEvents, peopleEvents } from './people/events.ts'
import type { Action } from './policy.ts'
import { type PollEvents, pollEvents } from './polls/events.ts'
import { type StandardEvents, standardEvents } from './standards/events.ts'

/** What each event remembers. Ids and plain facts only: never a text, a mail address or a choice. */
export interface EventData
  extends PeopleEvents,
    BodyEvents,
    IdeaEvents,
    ConversationEvents,
    CouncilEvents,
    ElectionEvents,
    ModerationEvents,
    PollEvents,
    StandardEvents,
    MeetingEvents {}

export type EventType = keyof EventData
export type Event = { [T in EventType]: { readonly type: T } & Readonly<EventData[T]> }[EventType]

export interface EventRule<Data> {
  /** The live topics that open pages watch; empty where nobody watches. */
  topics(data: Data): readonly string[]
  /** Who may hear of it: asked of the policy for each listener, the same question the page asks. */
  readonly audience: Action
}

/** A rule for each event of a chapter. */
export type EventRules<Chapter> = { readonly [T in keyof Chapter]: EventRule<Chapter[T]> }

export const events: EventRules<EventData> = {
  ...peopleEvents,
  ...bodyEvents,
  ...ideaEvents,
  ...conversationEvents,
  ...councilEvents,
  ...electionEvents,
  ...meetingEvents,
  ...moderationEvents,
  ...pollEvents,
  ...standardEvents,
}

export function topicsOf(event: Event): readonly string[] {
  const rule = events[event.type] as EventRule<never>
  return [...new Set(rule.topics(event as never))]
}
