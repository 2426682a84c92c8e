// A second vote between those tied for the last seats: announced by the clock, its outcome carries the first count on.
import type { Kysely } from 'kysely'
import { fromJson, toJson } from '#db/columns.ts'
import type { Tables } from '#db/tables.ts'
import { council } from '../council/house.ts'
import type { Platform } from '../platform.ts'
import { type NewPoll, writePoll } from '../polls/announce.server.ts'
import { planAfterCount } from '../polls/clock.server.ts'
import { countInOrder } from '../polls/count.server.ts'
import type { Counted } from '../polls/counting.ts'
import { getPoll, listOptions, savePoll } from '../polls/poll.server.ts'
import { counted as asCounted, type Poll } from '../polls/poll.ts'
import { readResult } from '../polls/view.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { getAnnounced, getElectionById, plan, saveElection } from './election.server.ts'
import { type CompleteElection, runOffDays } from './election.ts'
import { electionIdOf } from './of-poll.server.ts'
import { expectPaper } from './paper.server.ts'
import { idsOnRoll } from './roll.server.ts'
import { type DecidedTie, type OpenTie, openTie, orderAfter, runOffBallot } from './run-off.ts'

export interface RunOff {
  readonly place: number
  readonly pollId: string
  readonly between: readonly string[]
  readonly seats: number
  /** Null while it has not decided. */
  readonly winners: readonly string[] | null
  readonly seed: string | null
}

/** Where an election goes from an open tie: nothing to do yet, another vote, or the count is whole. */
type Step =
  | { readonly kind: 'wait' }
  | {
      readonly kind: 'vote' | 'settle'
      readonly version: number
      /** What the last second vote decided, to be written down. */
      readonly decided: readonly RunOff[]
      readonly counted: Counted
      readonly tie: OpenTie | null
      readonly html: string
      readonly sanitiser: string
    }

/** Whatever was counted, the clock looks whether an election waits for it. */
export async function planRunOff(work: Work, pollId: string): Promise<void> {
  const poll = await getPoll(work.tx, pollId)
  const electionId = electionIdOf(poll)
  if (electionId !== null) await plan(work, 'election-run-off', electionId, work.now)
}

/** The clock. Where nothing is tied, or a second vote still runs, it does nothing. */
export const runOffElection = prepared(
  async (platform, { electionId }: { readonly electionId: string }) => ({
    electionId,
    step: await nextStep(platform, await getElectionById(platform.database.read, electionId), null),
  }),
  async (work: Work, { electionId, step }: { readonly electionId: string; readonly step: Step }) => {
    const election = await getElectionById(work.tx, electionId)
    work.require('election.run', council)
    await take(work, election, step)
  },
)

/** Too few voted a second time to show what they said: then the lot decides, drawn in public. */
export const drawForRunOff = prepared(
  async (platform, { number, seed }: { readonly number: number; readonly seed: string }) => {
    const election = await getAnnounced(platform.database.read, number)
    return { number, step: await nextStep(platform, election, seed) }
  },
  async (work: Work, { number, step }: { readonly number: number; readonly step: Step }) => {
    const election = await getAnnounced(work.tx, number)
    work.require('election.set-up', council)
    if (step.kind === 'wait') throw refuse('poll_no_tie')
    await take(work, election, step)
  },
)

async function nextStep(platform: Platform, election: CompleteElection, seed: string | null): Promise<Step> {
  const db = platform.database.read
  const poll = election.pollId === null ? null : await getPoll(db, election.pollId)
  const waits = { kind: 'wait' } as const
  if (poll?.state !== 'counted' || election.state !== 'prepared') return waits
  if (election.rules.runOff !== 'vote') return waits
  const earlier = await listRunOffs(db, election.id)
  const decided: RunOff[] = []
  for (const one of earlier) {
    const winners = one.winners ?? (await winnersOf(db, one)) ?? (await drawn(platform, one, seed))
    if (winners === null) return waits
    decided.push({ ...one, winners, seed: one.seed ?? (await wasDrawn(db, one, seed)) })
  }
  // Nobody draws a lot before a second vote was tried.
  if (seed !== null && !decided.some((one) => one.seed === seed)) return waits
  const ties = decided as readonly (RunOff & DecidedTie)[]
  const counted = await countInOrder(platform, poll, (keys) => orderAfter(keys, ties))
  const tie = counted.kind === 'options' ? openTie(counted.result, ties) : null
  const { html, sanitiser } = await platform.render(election.rules.about)
  const { version } = election
  return { kind: tie ? 'vote' : 'settle', version, decided, counted, tie, html, sanitiser }
}

/** Null while it runs, or waits for its own lot, or where too few voted to say. */
async function winnersOf(db: Kysely<Tables>, { pollId, between, seats }: RunOff) {
  if ((await getPoll(db, pollId)).state !== 'final') return null
  const outcome = (await readResult({ db }, pollId, 'final'))?.outcome
  if (outcome?.kind !== 'options' || outcome.winners.length !== seats) return null
  return outcome.winners.map((key) => between[Number(key) - 1] ?? '')
}

/** False where it is over and too few voted to say: then the lot has to. */
export async function hasDecided(db: Kysely<Tables>, runOff: RunOff): Promise<boolean> {
  return (await winnersOf(db, runOff)) !== null
}

/** The lot of a second vote that is over and says nothing. */
async function drawn(platform: Platform, { pollId, between, seats }: RunOff, seed: string | null) {
  const { state } = await getPoll(platform.database.read, pollId)
  if (seed === null || (state !== 'final' && state !== 'invalid')) return null
  return platform.drawLots(seed, between).slice(0, seats)
}

async function wasDrawn(db: Kysely<Tables>, one: RunOff, seed: string | null): Promise<string | null> {
  return seed !== null && one.winners === null && (await winnersOf(db, one)) === null ? seed : null
}

async function take(work: Work, election: CompleteElection, step: Step): Promise<void> {
  if (step.kind === 'wait') return
  if (election.version !== step.version || election.pollId === null) throw refuse('somebody_was_faster')
  const poll = await getPoll(work.tx, election.pollId)
  for (const { place, winners, seed } of step.decided) {
    await work.tx
      .updateTable('electionRunOff')
      .set({ winners: toJson(winners), seed })
      .where('electionId', '=', election.id)
      .where('place', '=', place)
      .execute()
  }
  if (step.tie !== null) return voteAgain(work, election, poll, step.tie, step)
  await saveElection(work, { ...election, settled: toJson(step.counted) })
  const settled = asCounted(poll, work.now, false)
  await savePoll(work, settled)
  await planAfterCount(work, settled)
  await work.record({ type: 'election.settled', electionId: election.id })
}

async function voteAgain(
  work: Work,
  election: CompleteElection,
  poll: Poll,
  tie: OpenTie,
  { html, sanitiser, decided }: { html: string; sanitiser: string; decided: readonly RunOff[] },
): Promise<void> {
  const options = (await listOptions(work.tx, poll.id)).filter(({ key }) => tie.between.includes(key))
  const days = runOffDays(election.rules, work.now, work.platform.town.timeZone)
  const second = await writePoll(work, {
    ...termsOf(poll, tie.seats),
    ...days,
    question: `Stichwahl: ${election.rules.title}`,
    options: options.map(({ title, about }) => ({ title, about })),
    roll: await idsOnRoll(work.tx, election.id),
    parentId: poll.id,
    html,
    sanitiser,
  })
  await work.tx
    .insertInto('electionRunOff')
    .values({
      electionId: election.id,
      place: decided.length + 1,
      pollId: second.id,
      between: toJson(options.map(({ key }) => key)),
      seats: tie.seats,
      winners: null,
      seed: null,
    })
    .execute()
  if (election.rules.paper === 'yes') await expectPaper(work, second.id)
  // Whoever prepared another step from the same count finds that somebody was faster.
  await saveElection(work, election)
  await work.record({ type: 'poll.announced', pollId: second.id })
  await work.record({ type: 'election.run-off', electionId: election.id, pollId: second.id })
}

/** The same voters and the same secrecy; objections go against the election as a whole, later. */
function termsOf(poll: Poll, seats: number): Omit<NewPoll, 'options' | 'opensAt' | 'closesAt' | 'question'> {
  const { space, visibility, label, about, electorate, electorateRef, secrecy, changeable } = poll
  const { reason, names, resultWhen, majorityBase, optionOrder, subject } = poll
  return {
    ...{ space, visibility, label, about, electorate, electorateRef, secrecy, changeable },
    ...{ reason, names, resultWhen, majorityBase, optionOrder, subject },
    ...runOffBallot(seats),
    consequence: '',
    minSeconds: 0,
    objectionDays: 0,
    reviewOn: null,
  }
}

export async function listRunOffs(db: Kysely<Tables>, electionId: string): Promise<readonly RunOff[]> {
  const rows = await db
    .selectFrom('electionRunOff')
    .selectAll()
    .where('electionId', '=', electionId)
    .orderBy('place')
    .execute()
  return rows.map(({ place, pollId, between, seats, winners, seed }) => ({
    ...{ place, pollId, seats, seed },
    between: fromJson<string[]>(between),
    winners: winners === null ? null : fromJson<string[]>(winners),
  }))
}
