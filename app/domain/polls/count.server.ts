// Has the ballots counted in a thread of their own and keeps what came out.
import { toJson } from '#db/columns.ts'
import { requireLot } from '../elections/of-poll.server.ts'
import type { Platform } from '../platform.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { isPaperAwaited } from './ballots/paper-batch.server.ts'
import { otherBallots, storeOf } from './ballots/stores.server.ts'
import { decideWithBenches } from './benches.server.ts'
import { planAfterCount } from './clock.server.ts'
import type { Counted } from './counting.ts'
import { isTieOpen, motionOutcome, type Outcome, outcomeOf } from './outcome.ts'
import { getPoll, listOptions, pollSubject, savePoll } from './poll.server.ts'
import { counted as asCounted, isOpen, type Poll } from './poll.ts'
import { setUpAction } from './space.ts'

type OnePoll = { readonly pollId: string }

/** What was counted, with the version of the vote it was counted for. */
interface CountedPoll extends OnePoll {
  readonly counted: Counted
}

export const countPoll = prepared(
  async (platform, { pollId }: OnePoll): Promise<CountedPoll> => {
    const poll = await getPoll(platform.database.read, pollId)
    if (poll.sealedAt === null) throw refuse('poll_not_closed')
    return { pollId, counted: await countIn(platform, poll, poll.seed) }
  },
  async (work: Work, { pollId, counted }: CountedPoll): Promise<void> => {
    const poll = await getPoll(work.tx, pollId)
    work.require('poll.run', pollSubject(poll))
    if (poll.state !== 'closed') return
    // Both entries of the paper ballots must agree first; the second one plans the count again.
    if (await isPaperAwaited(work.tx, pollId)) return
    await keepFinal(work, poll, counted)
    await work.record({ type: 'poll.counted', pollId })
  },
)

/**
 * The lot, drawn in public after the close: the seed is what the dice showed, and orders the options for good.
 * Only where options are tied, and only once.
 */
export const drawLots = prepared(
  async (
    platform,
    { pollId, seed }: OnePoll & { readonly seed: string },
  ): Promise<CountedPoll & { readonly seed: string }> => {
    const poll = await getPoll(platform.database.read, pollId)
    if (poll.state !== 'counted') throw refuse('poll_no_tie')
    return { pollId, seed, counted: await countIn(platform, poll, seed) }
  },
  async (work: Work, { pollId, seed, counted }: CountedPoll & { readonly seed: string }): Promise<void> => {
    const poll = await getPoll(work.tx, pollId)
    work.require(setUpAction(poll.space), pollSubject(poll))
    await requireLot(work, poll)
    if (poll.state !== 'counted' || poll.seed !== null) throw refuse('poll_no_tie')
    await keepFinal(work, { ...poll, seed }, counted)
    await work.record({ type: 'poll.lot-drawn', pollId })
  },
)

async function keepFinal(work: Work, poll: Poll, counted: Counted): Promise<void> {
  const outcome = await decideWithBenches(work.tx, poll, outcomeFor(poll, counted))
  await keepResult(work, poll.id, 'final', counted, outcome)
  const after = asCounted(poll, work.now, isTieOpen(outcome) && poll.seed === null)
  await savePoll(work, after)
  await planAfterCount(work, after)
}

/** How things stand while it is open, where that was promised: counted at most every few seconds, never in a request. */
export const countInterim = prepared(
  async (platform, { pollId }: OnePoll): Promise<OnePoll & { readonly counted: Counted | null }> => {
    const poll = await getPoll(platform.database.read, pollId)
    const shown = poll.resultWhen !== 'after-close' && isOpen(poll, platform.now())
    return { pollId, counted: shown ? await countIn(platform, poll, null) : null }
  },
  async (work: Work, { pollId, counted }: OnePoll & { readonly counted: Counted | null }): Promise<void> => {
    const poll = await getPoll(work.tx, pollId)
    work.require('poll.run', pollSubject(poll))
    if (poll.state !== 'open') return
    if (counted) await keepResult(work, pollId, 'interim', counted, outcomeFor(poll, counted))
    await work.record({ type: counted ? 'poll.interim-counted' : 'poll.turnout-told', pollId })
  },
)

async function countIn(platform: Platform, poll: Poll, seed: string | null): Promise<Counted> {
  return countInOrder(platform, poll, (keys) => (seed === null ? null : platform.drawLots(seed, keys)))
}

/**
 * Counts with an order of lots that may come from elsewhere, such as from a second vote between those who were tied.
 * @param lotsOf from the options of the ballot to the order, best first; null where nothing was drawn
 */
export async function countInOrder(
  platform: Platform,
  poll: Poll,
  lotsOf: (keys: readonly string[]) => readonly string[] | null,
): Promise<Counted> {
  const db = platform.database.read
  const room = { db, ballotKeys: platform.ballotKeys }
  const options = (await listOptions(db, poll.id)).map(({ key }) => key)
  const lots = lotsOf(options)
  const { method, seats, settings, majority } = poll
  async function* pages() {
    yield* storeOf(poll).read(room, poll)
    for (const other of otherBallots) yield* other.read(room, poll)
  }
  return platform.countBallots({ method, options, seats, settings, majority, lots }, pages())
}

export function outcomeFor(
  poll: Pick<Poll, 'secrecy' | 'quorum' | 'majority' | 'majorityBase' | 'rollSize' | 'source'>,
  counted: Counted,
): Outcome {
  switch (counted.kind) {
    case 'motion':
      return motionOutcome(poll, counted.votes)
    case 'options':
      return outcomeOf(poll, counted.result, counted.turnout)
    case 'consent': {
      const { consents, concerns, objections, turnout } = counted
      const outcome = () => {
        if (turnout.cast === 0) return 'no-votes' as const
        if (turnout.cast < poll.quorum) return 'no-quorum' as const
        return objections > 0 ? ('objected' as const) : ('adopted' as const)
      }
      return { kind: 'consent', outcome: outcome(), consents, concerns, objections, ...turnout }
    }
  }
}

export async function keepResult(
  work: Work,
  pollId: string,
  kind: 'interim' | 'final',
  counted: Counted,
  outcome: Outcome,
): Promise<void> {
  // Secret ballots too few to show are not kept counted either.
  const shown = outcome.kind === 'too-few' ? null : counted
  const row = {
    result: toJson(shown),
    outcome: toJson(outcome),
    ballots: counted.turnout.cast,
    countedAt: work.now,
  }
  await work.tx
    .insertInto('pollResult')
    .values({ pollId, kind, ...row })
    .onConflict((conflict) => conflict.columns(['pollId', 'kind']).doUpdateSet(row))
    .execute()
}
