// THE REGISTER. Every kind of write there is joins the crash, lock, disk, backup, clock and soak gates by one line here;
// so do rows of numbers that may have no gap, and sums that must agree with what they sum up.
import { contributions, deletions, edits, reactions, readings, replies } from './conversations.ts'
import { follows, guestIdeas, ideas, ideasWithPictures, supports, withdrawals } from './ideas.ts'
import type { KindOfWrite } from './kind.ts'
import { floorRequests, minutesNotes, questionSupports, questions } from './meetings.ts'
import { hidings, reports } from './moderation.ts'
import { openedAccounts } from './people.ts'
import { openBallots, separateBallots } from './polls.ts'
import { amendments, clauseEdits, clauseTalk } from './standards.ts'
import { liveWriting } from './workshop.ts'

export const kindsOfWrites: readonly KindOfWrite[] = [
  ideas,
  guestIdeas,
  ideasWithPictures,
  supports,
  follows,
  withdrawals,
  contributions,
  replies,
  reactions,
  edits,
  deletions,
  readings,
  reports,
  hidings,
  openedAccounts,
  openBallots,
  separateBallots,
  floorRequests,
  minutesNotes,
  questions,
  questionSupports,
  amendments,
  clauseEdits,
  clauseTalk,
  liveWriting,
]

/** One form each and nothing made ready for it: for gates that are about open pages, and only need something to happen. */
export const quickKinds: readonly KindOfWrite[] = [contributions, replies, reactions, ideas, supports]

/** Numbers people see: 1, 2, 3 … without a gap and none twice, in the whole town or within another column. */
export const rowsOfNumbers: readonly {
  readonly table: string
  readonly column: string
  readonly within?: string
}[] = [
  { table: 'event', column: 'number' },
  { table: 'idea', column: 'number' },
  { table: 'contribution', column: 'publicNumber' },
  { table: 'contribution', column: 'number', within: 'conversationId' },
  { table: 'contributionVersion', column: 'number', within: 'contributionId' },
  { table: 'report', column: 'number' },
  { table: 'poll', column: 'number' },
  { table: 'meeting', column: 'number' },
  { table: 'agendaItem', column: 'publicNumber' },
  { table: 'meetingStep', column: 'number', within: 'meetingId' },
  { table: 'amendment', column: 'number', within: 'standardId' },
  { table: 'clauseVersion', column: 'number', within: 'clauseId' },
]

/** Each asks for the rows that disagree; a sound town answers none. Column and table names in double quotes. */
export const disagreements: readonly { readonly what: string; readonly sql: string }[] = [
  {
    what: 'a conversation counts other contributions than it has',
    sql: `select c."id" from "conversation" c where c."contributionCount" <>
      (select count(*) from "contribution" x where x."conversationId" = c."id")`,
  },
  {
    what: 'an idea counts other supporters than it has',
    sql: `select i."id" from "idea" i where i."supportCount" <>
      (select count(*) from "support" s where s."ideaId" = i."id")`,
  },
  {
    what: 'a contribution counts other replies than it has',
    sql: `select c."id" from "contribution" c where c."replyCount" <>
      (select count(*) from "contribution" x where x."parentId" = c."id")`,
  },
  {
    what: 'an idea has no conversation',
    sql: `select i."id" from "idea" i where not exists
      (select 1 from "conversation" c where c."id" = i."conversationId")`,
  },
  {
    what: 'a question to a meeting counts other supporters than it has',
    sql: `select q."id" from "citizenQuestion" q where q."supportCount" <>
      (select count(*) from "citizenQuestionSupport" s where s."questionId" = q."id")`,
  },
  {
    what: 'a clause says something else than its newest version',
    sql: `select c."id" from "clause" c where c."text" <> (select v."text" from "clauseVersion" v
      where v."clauseId" = c."id" and v."number" = c."version")`,
  },
  {
    what: 'an idea was posted without its event',
    sql: `select i."id" from "idea" i where (select count(*) from "eventTopic" t
      join "event" e on e."number" = t."eventNumber"
      where t."topic" = 'idea:' || i."id" and e."type" = 'idea.received') <> 1`,
  },
  {
    what: 'contributions and the events that tell of them differ in number',
    sql: `select 1 from (select count(*) as n from "contribution") c, (select count(*) as n from "event"
      where "type" = 'contribution.posted') e where c.n <> e.n`,
  },
  {
    what: 'an event has no job that follows it up, or two',
    sql: `select e."number" from "event" e left join "job" j on j."kind" = 'follow-up'
      and j."data" = '{"event":' || e."number" || '}' group by e."number" having count(j."id") <> 1`,
  },
]
