// Gathers what the draft of the minutes grows from: steps, votes, tasks, notes, and who the people in it are.
import type { Ask } from '../query.server.ts'
import { type DraftLine, growMinutes } from './draft.ts'
import type { BodyMeeting } from './meeting.server.ts'
import type { MinutesText } from './minutes.ts'
import { notesOf } from './stand.server.ts'
import { readStandVotes } from './stand-vote.server.ts'
import { readSession, rosterOf } from './steps.server.ts'

/** The draft as it stands now, without words; whoever shows it has asked the policy for each line. */
export async function draftMinutes(ask: Ask, meeting: BodyMeeting): Promise<readonly DraftLine[]> {
  const session = await readSession(ask.db, meeting)
  const roster = await rosterOf(ask.db, meeting.bodyId, ask.now)
  const tasks = await ask.db
    .selectFrom('task')
    .select(['id', 'itemId', 'text', 'owner', 'dueOn'])
    .where('meetingId', '=', meeting.id)
    .orderBy('at')
    .execute()
  return growMinutes({
    steps: session.steps,
    live: session.live,
    items: session.items,
    invitedAt: meeting.invitedAt,
    urgency: meeting.urgency,
    roster,
    rules: session.rules,
    votes: (await readStandVotes(ask, session.live.votes)).map(({ itemId, vote }) => ({
      is: 'vote' as const,
      pollId: vote.pollId,
      itemId,
      question: vote.question,
      label: vote.forMotion ? 'motion' : vote.label,
      secret: vote.secret ? ('yes' as const) : ('no' as const),
      number: vote.number,
      result: vote.result,
    })),
    tasks: tasks.map((task) => ({ is: 'task' as const, ...task })),
    notes: notesOf(session),
  })
}

/** As what everybody of these took part. */
export async function peopleOf(ask: Ask, meeting: BodyMeeting): Promise<MinutesText['people']> {
  const roster = await rosterOf(ask.db, meeting.bodyId, ask.now)
  return Object.fromEntries(
    roster.map(({ accountId, function: held, benchName }) => [
      accountId,
      { function: held, bench: benchName },
    ]),
  )
}

/** Names of accounts that are not erased. */
export async function namesOfPeople(ask: Ask, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ask.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .where('erasedAt', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
