// Every kind of thing people talk about, one line each: how it is found, and which conversations are open to whom.
import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Actor } from '../actor.ts'
import { talkKind } from '../council/talk-kind.server.ts'
import { ideaKind } from '../ideas/idea-kind.server.ts'
import { itemKind } from '../meetings/item-kind.server.ts'
import { pollKind } from '../polls/poll-kind.server.ts'
import { amendmentKind, clauseKind } from '../standards/talk-kinds.server.ts'
import type { SubjectKind } from './conversation.ts'

/** A thing as its conversation sees it. */
export interface FoundMatter {
  /** Open to everybody who may enter its space. */
  readonly public: boolean
  /** Whose moderators look after it: 'town', 'council', … */
  readonly space: string
  /** As events and follows name it, such as 'idea:0198…'. */
  readonly topic: string
  /** Whether the thing itself still takes contributions. */
  readonly open: boolean
  readonly address: string
  readonly title: string
  readonly language: string
  /** The number people know it by; null where it has none. */
  readonly number: number | null
}

/** A query for the ids of conversations, to stand inside another query. */
export type ConversationIds = SelectQueryBuilder<Tables, keyof Tables, { id: string }>

export interface SubjectKindRoom {
  /** The thing with this id; null where there is none. */
  find(db: Kysely<Tables>, id: string): Promise<FoundMatter | null>
  /** Conversations whose visible contributions this person may read; null for none at all. */
  open(actor: Actor): ConversationIds | null
  /** Those whose hidden contributions, too: for the moderators of the space. */
  moderated(actor: Actor): ConversationIds | null
  /** Those in which not even one's own words are open any more. */
  shut(actor: Actor): ConversationIds | null
}

export const subjectKindRooms: Record<SubjectKind, SubjectKindRoom> = {
  idea: ideaKind,
  talk: talkKind,
  poll: pollKind,
  clause: clauseKind,
  amendment: amendmentKind,
  agendaItem: itemKind,
}
