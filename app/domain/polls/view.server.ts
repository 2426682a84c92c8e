// What a vote's pages show to the one who looks: never more than their rights and the promised time allow.
import { fromJson } from '#db/columns.ts'
import { isOfElection } from '../elections/of-poll.server.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { ballotRules } from './ballot-rules.ts'
import type { OwnVote } from './ballots/store.ts'
import { storeOf } from './ballots/stores.server.ts'
import type { Counted } from './counting.ts'
import type { Outcome } from './outcome.ts'
import { secondRoundOf } from './outcome.ts'
import { listOptions, pollSubject } from './poll.server.ts'
import { hasResult, isOpen, mayUndoClose, type Poll, type PollOption } from './poll.ts'
import { findVoters, isOnRoll } from './roll.server.ts'
import { inShownOrder } from './shown-order.ts'
import { setUpAction } from './space.ts'
import { type ToldTurnout, tellTurnout } from './turnout.ts'

export type PollOnBallot = Awaited<ReturnType<typeof viewForBallot>>

/** A vote as a ballot shows it: the rules, and where this person stands. How many have voted is no matter of a ballot. */
export async function viewForBallot(ask: Ask, poll: Poll) {
  const store = storeOf(poll)
  const { actor } = ask
  const onRoll = await isOnRoll(ask.db, poll, actor.accountId, ask.now)
  const own = onRoll ? await store.ownVote(ask, poll, actor.accountId ?? '') : null
  const options = await listOptions(ask.db, poll.id)
  return {
    poll: shownPoll(poll),
    options: inShownOrder(poll, options, actor.accountId ?? 'everybody'),
    who: await electorateName(ask, poll),
    onRoll,
    own,
    open: isOpen(poll, ask.now),
    /** Whether the result may be seen now, by this person. */
    result: visibleResult(poll, own, ask.now),
    undoable: mayUndoClose(poll, ask.now),
  }
}

export type PollView = Awaited<ReturnType<typeof viewPoll>>

export async function viewPoll(ask: Ask, poll: Poll) {
  const leads = may(ask.actor, setUpAction(poll.space), pollSubject(poll))
  return {
    ...(await viewForBallot(ask, poll)),
    turnout: await turnoutOf(ask, poll),
    leads,
    runOff: leads && (await needsSecondRound(ask, poll)),
    reviewable: leads && hasResult(poll) && poll.reviewedAt === null,
  }
}

async function needsSecondRound(ask: Ask, poll: Poll): Promise<boolean> {
  // An election says itself how ties are decided.
  if (!hasResult(poll) || isOfElection(poll)) return false
  const result = await readResult(ask, poll.id, 'final')
  if (result === null || secondRoundOf(poll, result.outcome) === null) return false
  const second = await ask.db
    .selectFrom('poll')
    .select('id')
    .where('parentId', '=', poll.id)
    .executeTakeFirst()
  return second === undefined
}

/** Whether there is something to see: the final result for everybody, an interim one as it was promised. */
export function visibleResult(poll: Poll, own: OwnVote | null, now: string): 'final' | 'interim' | null {
  if (hasResult(poll)) return 'final'
  if (!isOpen(poll, now)) return null
  if (poll.resultWhen === 'always') return 'interim'
  return poll.resultWhen === 'after-own-vote' && own !== null ? 'interim' : null
}

/** What pages send to the browser of it. */
function shownPoll(poll: Poll) {
  const { about: _, sanitiser: __, createdById: ___, version: ____, ...shown } = poll
  return shown
}

async function turnoutOf(ask: Ask, poll: Poll): Promise<ToldTurnout & { readonly of: number | null }> {
  const running = poll.state === 'open'
  const votes =
    poll.state === 'announced'
      ? 0
      : await countedVotes(ask, poll).then((known) => known ?? votesNow(ask, poll))
  const of =
    poll.rollSize ??
    (poll.electorate === 'accounts' || poll.openedAt !== null
      ? null
      : (await findVoters(ask.db, poll, ask.now)).length)
  return { ...tellTurnout(poll.secrecy, votes, running), of }
}

async function countedVotes(ask: Ask, poll: Poll): Promise<number | null> {
  if (!hasResult(poll)) return null
  const row = await ask.db
    .selectFrom('pollResult')
    .select('ballots')
    .where('pollId', '=', poll.id)
    .where('kind', '=', 'final')
    .executeTakeFirst()
  return row ? Number(row.ballots) : null
}

async function votesNow(ask: Ask, poll: Poll): Promise<number> {
  return storeOf(poll).turnout(ask, poll.id)
}

/** The names of body and bench, for the sentence that says who may vote. */
async function electorateName(
  ask: Ask,
  poll: Pick<Poll, 'electorate' | 'electorateRef'>,
): Promise<{
  readonly electorate: Poll['electorate']
  readonly body: string | null
  readonly bench: string | null
}> {
  const [slug, bench] = (poll.electorateRef ?? '').split('/')
  if (!slug) return { electorate: poll.electorate, body: null, bench: null }
  const body = await ask.db
    .selectFrom('body')
    .select(['id', 'name'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  const found =
    body && bench
      ? await ask.db
          .selectFrom('bench')
          .select('name')
          .where('bodyId', '=', body.id)
          .where('slug', '=', bench)
          .executeTakeFirst()
      : undefined
  return { electorate: poll.electorate, body: body?.name ?? slug, bench: found?.name ?? null }
}

export interface ReadResult {
  readonly counted: Counted | null
  readonly outcome: Outcome
  readonly ballots: number
  readonly countedAt: string
}

/** The result as it was kept; null while nothing is counted. Ask `visibleResult` first. */
export async function readResult(
  ask: Pick<Ask, 'db'>,
  pollId: string,
  kind: 'interim' | 'final',
): Promise<ReadResult | null> {
  const row = await ask.db
    .selectFrom('pollResult')
    .selectAll()
    .where('pollId', '=', pollId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (!row) return null
  return {
    counted: fromJson<Counted | null>(row.result),
    outcome: fromJson<Outcome>(row.outcome),
    ballots: Number(row.ballots),
    countedAt: row.countedAt,
  }
}

export interface NamedVote {
  readonly name: string
  readonly line: string
  readonly reason: string | null
}

/** Open votes name by name, where that was said beforehand. Young people and erased accounts are not named. */
export async function listNamedVotes(ask: Ask, poll: Poll): Promise<readonly NamedVote[]> {
  if (poll.secrecy !== 'open' || poll.names !== 'listed' || !hasResult(poll)) return []
  const rows = await ask.db
    .selectFrom('openBallot')
    .innerJoin('account', 'account.id', 'openBallot.accountId')
    .select(['account.name', 'openBallot.choice', 'openBallot.reason'])
    .where('openBallot.pollId', '=', poll.id)
    .where('account.ageBand', '!=', '14-15')
    .where('account.erasedAt', 'is', null)
    .orderBy('account.sortName')
    .limit(500)
    .execute()
  return rows.map((row) => ({ name: row.name, line: row.choice, reason: row.reason }))
}

/** Reasons given with open votes, without a name unless names were to be listed. */
export async function listReasons(
  ask: Ask,
  poll: Poll,
): Promise<readonly { line: string; reason: string }[]> {
  if (poll.secrecy !== 'open' || !hasResult(poll)) return []
  const rows = await ask.db
    .selectFrom('openBallot')
    .select(['choice', 'reason'])
    .where('pollId', '=', poll.id)
    .where('reason', 'is not', null)
    .orderBy('choice')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ line: row.choice, reason: row.reason ?? '' }))
}

/** What a ballot offers, for its form and its review. */
export function ballotView(poll: Poll, options: readonly PollOption[]) {
  const keys = options.map(({ key }) => key)
  return { ...ballotRules(poll, [...keys].sort(byPlace(options))), grades: poll.settings.grades ?? null }
}

function byPlace(options: readonly PollOption[]) {
  const place = (key: string) => options.find((option) => option.key === key)?.place ?? 0
  return (a: string, b: string) => place(a) - place(b)
}
