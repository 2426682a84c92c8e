// Consent in rounds: objections are heard while one runs, taken back by whoever raised them, or worked into the proposal.
import type { Platform, Rendered } from '../platform.ts'
import type { Ask } from '../query.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { type Announced, writePoll } from './announce.server.ts'
import { checkTakesVotes } from './cast.server.ts'
import { planTelling } from './clock.server.ts'
import { getPoll, pollSubject } from './poll.server.ts'
import type { Poll } from './poll.ts'
import { isOnRoll } from './roll.server.ts'
import { findSecondRound } from './rounds.server.ts'
import { rollAtTheFirst, termsAgain } from './second-round.server.ts'
import { setUpAction } from './space.ts'
import { readResult } from './view.server.ts'

/** Heard and answered, it is taken back while the round runs. It stays on record as withdrawn and counts as a consent. */
export async function withdrawObjection(work: Work, { pollId }: { readonly pollId: string }): Promise<void> {
  const poll = await getPoll(work.tx, pollId)
  const accountId = work.actor.accountId ?? ''
  work.require('ballot.cast', pollSubject(poll, await isOnRoll(work.tx, poll, accountId, work.now)))
  checkTakesVotes(poll, work.now)
  const withdrawn = await work.tx
    .updateTable('openBallot')
    .set({ choice: 'withdrawn', changedAt: work.now })
    .where('pollId', '=', pollId)
    .where('accountId', '=', accountId)
    .where('choice', '=', 'objection')
    .returning('id')
    .executeTakeFirst()
  if (!withdrawn) throw refuse('consent_no_objection')
  await planTelling(work, poll)
  await work.record({ type: 'ballot.cast', pollId })
}

export interface NextRound {
  readonly pollId: string
  readonly question: string
  /** The proposal as it reads with the objections worked in. */
  readonly about: string
}

/** The objections were worked in: a changed proposal, a new round on the same roll, nobody's answer from before. */
export const announceNextRound = prepared(
  async (platform: Platform, input: NextRound) => ({ ...input, ...(await platform.render(input.about)) }),
  async (work: Work, input: NextRound & Rendered): Promise<Announced> => {
    const { pollId, question, about, html, sanitiser } = input
    const poll = await getPoll(work.tx, pollId)
    work.require(setUpAction(poll.space), pollSubject(poll))
    if (!(await mayIntegrate({ db: work.tx }, poll))) throw refuse('consent_nothing_to_integrate')
    if (question === poll.question && about === poll.about) throw refuse('consent_unchanged')
    const next = await writePoll(work, {
      ...termsAgain(poll),
      ...{ question, about, html, sanitiser, options: [], parentId: poll.id },
      roll: await rollAtTheFirst(work, poll),
      talk: poll.conversationId !== null,
    })
    await work.record({ type: 'poll.announced', pollId: next.id })
    return { pollId: next.id, number: next.number }
  },
)

/** A counted round with a standing objection, and no round after it yet. */
export async function mayIntegrate(ask: Pick<Ask, 'db'>, poll: Poll): Promise<boolean> {
  if (poll.method !== 'consent') return false
  const result = await readResult(ask, poll.id, 'final')
  if (result?.outcome.kind !== 'consent' || result.outcome.outcome !== 'objected') return false
  return (await findSecondRound(ask.db, poll.id)) === null
}

export interface Objection {
  readonly kind: 'objection' | 'withdrawn' | 'concern'
  readonly reason: string
  /** Null where names are not listed, or the person is not to be named. */
  readonly name: string | null
}

/** What stands against the proposal, to be heard while the round runs; a concern stops nothing. */
export async function listObjections(ask: Ask, poll: Poll): Promise<readonly Objection[]> {
  if (poll.method !== 'consent' || poll.state === 'announced') return []
  const rows = await ask.db
    .selectFrom('openBallot')
    .leftJoin('account', 'account.id', 'openBallot.accountId')
    .select(['openBallot.choice', 'openBallot.reason', 'account.name', 'account.ageBand'])
    .where('openBallot.pollId', '=', poll.id)
    .where('openBallot.choice', 'in', ['objection', 'withdrawn', 'concern'])
    .where('openBallot.reason', 'is not', null)
    .orderBy('openBallot.choice', 'desc')
    .orderBy('openBallot.id')
    .limit(200)
    .execute()
  const named = (row: (typeof rows)[number]) => poll.names === 'listed' && row.ageBand !== '14-15'
  return rows.map((row) => ({
    kind: row.choice as Objection['kind'],
    reason: row.reason ?? '',
    name: named(row) ? row.name : null,
  }))
}
