// Plays an election through before it opens: test candidates, test ballots, the count, lots or second votes, the sheet.
import type { Platform } from '../platform.ts'
import type { Counted } from '../polls/counting.ts'
import { countTrial, type TrialTerms, trialBallots, trialOutcome, tryPoll } from '../polls/trial.server.ts'
import type { TrialWish } from '../polls/trial.ts'
import { ballotOf } from './ballot.ts'
import type { ElectionRules } from './election.ts'
import { type DecidedTie, openTie, orderAfter, runOffBallot } from './run-off.ts'
import { type ElectionResult, type ShownRunOff, sheetOf, wonSeats } from './sheet.ts'
import { testCandidates } from './trial.ts'

type Counter = Pick<Platform, 'countBallots' | 'drawLots' | 'now' | 'town'>

export interface TriedElection {
  readonly terms: ReturnType<typeof ballotOf>
  readonly options: readonly { readonly key: string; readonly title: string }[]
  readonly lines: readonly string[]
  readonly counted: Counted
  /** The order the seed gave, where a lot had to decide. */
  readonly lots: readonly string[] | null
  readonly sheet: ElectionResult
}

/** @param nameOf how a test candidate is called: by number, for nobody's own name may win before the vote */
export async function tryElection(
  counter: Counter,
  rules: ElectionRules,
  wish: TrialWish,
  nameOf: (key: string) => string,
): Promise<TriedElection> {
  const candidates = testCandidates(rules).map((one) => ({ ...one, name: nameOf(one.key), does: '' }))
  const terms = ballotOf(rules, candidates, null, counter.town.timeZone)
  const keys = candidates.map(({ key }) => key)
  const played =
    rules.runOff === 'vote'
      ? await withRunOffs(counter, terms, keys, wish)
      : { ...(await tryPoll(counter, terms, keys, wish)), decided: [] }
  const { counted, lots, lines, decided } = played
  const options = candidates.map(({ key, name }) => ({ key, title: name }))
  const branchOf = (key: string) => candidates.find((one) => one.key === key)?.branch ?? ''
  const count = {
    outcome: trialOutcome(terms, counted),
    result: counted.kind === 'options' ? counted.result : null,
    countedAt: counter.now(),
  }
  const sheet = sheetOf(count, {
    options,
    rollSize: lines.length,
    paperSheets: null,
    runOffs: decided.map((one) => shown(one, nameOf)),
    branchOf,
    elected: wonSeats(count).map(({ key }) => ({ key, branch: branchOf(key) })),
    seed: lots === null ? null : wish.seed,
  })
  return { terms, options, lines, counted, lots, sheet }
}

interface TriedRunOff extends DecidedTie {
  readonly seats: number
  /** Where the second vote was tied, too. */
  readonly seed: string | null
}

/** As the clock does it: a second vote for each open tie, then the first ballots are counted on. */
async function withRunOffs(counter: Counter, terms: TrialTerms, keys: readonly string[], wish: TrialWish) {
  const lines = await trialBallots(counter, terms, keys, wish)
  const decided: TriedRunOff[] = []
  for (;;) {
    const counted = await countTrial(counter, terms, keys, lines, orderAfter(keys, decided))
    const tie = counted.kind === 'options' ? openTie(counted.result, decided) : null
    if (tie === null) return { lines, counted, decided, lots: null }
    const { between, seats } = tie
    const again = { ...wish, tie: false, seed: `${wish.seed} ${decided.length + 2}` }
    const { outcome, lots } = await tryPoll(counter, { ...terms, ...runOffBallot(seats) }, between, again)
    const told = outcome.kind === 'options' && outcome.winners.length === seats
    const winners = told ? outcome.winners : counter.drawLots(again.seed, between).slice(0, seats)
    decided.push({ between, seats, winners, seed: told && lots === null ? null : again.seed })
  }
}

function shown({ between, seats, winners, seed }: TriedRunOff, nameOf: (key: string) => string): ShownRunOff {
  return {
    ...{ pollNumber: null, opensAt: null, closesAt: null, seats, seed },
    between: between.map(nameOf),
    chosen: winners.map(nameOf),
  }
}
