// Reads a vote of a meeting as its screens and minutes show it: how many took part while it runs, the result after it.
import { fromJson } from '#db/columns.ts'
import { storeOf } from '../polls/ballots/stores.server.ts'
import { benchesOf } from '../polls/benches.server.ts'
import type { Outcome } from '../polls/outcome.ts'
import { asPoll } from '../polls/poll.server.ts'
import { tellTurnout } from '../polls/turnout.ts'
import type { Ask } from '../query.server.ts'
import type { RunningVote } from './live.ts'
import { outcomeWord } from './outcome.server.ts'
import type { StandVote } from './stand.ts'

/** Every vote of a meeting with its result, for the minutes. */
export async function readStandVotes(
  ask: Ask,
  votes: readonly RunningVote[],
): Promise<readonly { readonly itemId: string; readonly vote: StandVote }[]> {
  const read = await Promise.all(
    votes.map(async (one) => ({ itemId: one.itemId, vote: await voteOf(ask, one) })),
  )
  return read.flatMap(({ itemId, vote }) => (vote === null ? [] : [{ itemId, vote }]))
}

export async function voteOf(ask: Ask, vote: RunningVote | undefined): Promise<StandVote | null> {
  if (!vote) return null
  const row = await ask.db.selectFrom('poll').selectAll().where('id', '=', vote.pollId).executeTakeFirst()
  if (!row) return null
  const poll = asPoll(row)
  const result = await ask.db
    .selectFrom('pollResult')
    .select(['outcome', 'ballots'])
    .where('pollId', '=', poll.id)
    .where('kind', '=', 'final')
    .executeTakeFirst()
  const votes = result ? Number(result.ballots) : await storeOf(poll).turnout(ask, poll.id)
  const told = tellTurnout(poll.secrecy, votes, vote.closedAt === null)
  const outcome = result ? fromJson<Outcome>(result.outcome) : null
  const opened = poll.openedAt ?? vote.openedAt
  return {
    pollId: poll.id,
    number: poll.number,
    question: poll.question,
    label: poll.label as StandVote['label'],
    secret: poll.secrecy !== 'open',
    named: poll.names === 'listed',
    forMotion: vote.motionId !== null,
    openedAt: opened,
    closedAt: vote.closedAt,
    closableAt: new Date(Date.parse(opened) + poll.minSeconds * 1000).toISOString(),
    votes: told.votes,
    exact: told.exact,
    voters: poll.rollSize ?? 0,
    benches: await benchesOf(ask.db, poll.id),
    result: outcome
      ? {
          word: outcomeWord(outcome),
          ...(outcome.kind === 'motion'
            ? {
                yes: outcome.yes,
                no: outcome.no,
                abstain: outcome.abstain,
                needed: outcome.needed,
                of: outcome.of,
                ...(outcome.benches ? { benches: outcome.benches } : {}),
              }
            : { yes: 0, no: 0, abstain: 0, needed: 0, of: 0 }),
        }
      : null,
  }
}
