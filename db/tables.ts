// The shape of every table, for Kysely: a chapter a room, in the order of the migrations.
import type { SearchTables } from './search/tables.ts'
import type { BallotTables } from './tables/ballots.ts'
import type { ConversationTables } from './tables/conversations.ts'
import type { CouncilTables } from './tables/council.ts'
import type { ElectionTables } from './tables/elections.ts'
import type { HouseTables } from './tables/house.ts'
import type { IdeaTables } from './tables/ideas.ts'
import type { MeetingTables } from './tables/meetings.ts'
import type { ModerationTables } from './tables/moderation.ts'
import type { NoticeTables } from './tables/notices.ts'
import type { PeopleTables } from './tables/people.ts'
import type { PollTables } from './tables/polls.ts'
import type { StandardTables } from './tables/standards.ts'

export type * from './tables/ballots.ts'
export type * from './tables/conversations.ts'
export type * from './tables/council.ts'
export type * from './tables/elections.ts'
export type * from './tables/house.ts'
export type * from './tables/ideas.ts'
export type * from './tables/meetings.ts'
export type * from './tables/moderation.ts'
export type * from './tables/notices.ts'
export type * from './tables/people.ts'
export type * from './tables/polls.ts'
export type * from './tables/standards.ts'

export interface Tables
  extends HouseTables,
    PeopleTables,
    IdeaTables,
    ConversationTables,
    MeetingTables,
    ModerationTables,
    CouncilTables,
    ElectionTables,
    NoticeTables,
    StandardTables,
    PollTables,
    BallotTables,
    SearchTables {}
