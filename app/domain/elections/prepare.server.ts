// Makes the ballot when roll and candidatures are closed: names in the order of a lot, branches, the roll, the days.
import { council } from '../council/house.ts'
import { writePoll } from '../polls/announce.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { listCandidates } from './candidature.server.ts'
import { getElectionById, saveElection } from './election.server.ts'
import { branchesOnBallot, type CompleteElection, momentsOf, prepareable } from './election.ts'
import { expectPaper } from './paper.server.ts'
import { idsOnRoll } from './roll.server.ts'

/** The clock prepares the ballot; the seed of the order is public from then on, so that anybody can draw it again. */
export const prepareElection = prepared(
  async (platform, { electionId }: { readonly electionId: string }) => {
    const election = await getElectionById(platform.database.read, electionId)
    const candidates = await listCandidates({ db: platform.database.read }, election)
    const seed = platform.newSecret().slice(0, 12)
    const order = platform.drawLots(seed, candidates.map(({ id }) => id).sort())
    const { html, sanitiser } = await platform.render(election.rules.about)
    return { electionId, seed, order, html, sanitiser }
  },
  async (work: Work, { electionId, seed, order, html, sanitiser }): Promise<void> => {
    const election = await getElectionById(work.tx, electionId)
    work.require('election.run', council)
    // Prepared already, or declared invalid meanwhile: nothing left to do.
    if (election.state !== 'announced') return
    prepareable(election, work.platform.town.timeZone, work.now)
    const candidates = await listCandidates({ db: work.tx }, election)
    if (candidates.length !== order.length) throw refuse('somebody_was_faster')
    if (candidates.length < 2) return callOff(work, election)
    const drawn = order.flatMap((id) => candidates.filter((candidate) => candidate.id === id))
    for (const [place, { id }] of drawn.entries()) {
      await work.tx
        .updateTable('candidature')
        .set({ optionKey: String(place + 1) })
        .where('id', '=', id)
        .execute()
    }
    const named = drawn.map((candidate, place) => ({ ...candidate, key: String(place + 1) }))
    const terms = termsOf(work, election, named)
    const poll = await writePoll(work, {
      ...terms,
      roll: await idsOnRoll(work.tx, electionId),
      html,
      sanitiser,
    })
    if (election.rules.paper === 'yes') await expectPaper(work, poll.id)
    await saveElection(work, {
      ...election,
      state: 'prepared',
      pollId: poll.id,
      orderSeed: seed,
      preparedAt: work.now,
    })
    await work.record({ type: 'poll.announced', pollId: poll.id })
    await work.record({ type: 'election.prepared', electionId, pollId: poll.id })
  },
)

/** Fewer than two people stand: there is nothing to choose, and everybody reads why. */
async function callOff(work: Work, election: CompleteElection): Promise<void> {
  await saveElection(work, { ...election, state: 'invalid' })
  await work.record({ type: 'election.invalidated', electionId: election.id })
}

type Named = { readonly key: string; readonly name: string; readonly branch: string; readonly does: string }

function termsOf(work: Work, election: CompleteElection, candidates: readonly Named[]) {
  const { rules } = election
  const { opensAt, closesAt } = momentsOf(rules, work.platform.town.timeZone)
  const seats = Math.min(rules.seats, candidates.length)
  return {
    space: 'council',
    visibility: 'public',
    label: 'election',
    method: rules.method,
    question: rules.title,
    about: rules.about,
    consequence: '',
    electorate: 'roll',
    electorateRef: null,
    secrecy: 'separate',
    changeable: 'no',
    reason: 'off',
    names: 'unlisted',
    resultWhen: 'after-close',
    quorum: 0,
    majority: 'most',
    majorityBase: 'cast',
    // The order of the lot is written down once and is the same for everybody.
    optionOrder: 'written',
    seats,
    settings: {
      ...(rules.method === 'multiple-choice' ? { marks: Math.min(rules.votes, candidates.length) } : {}),
      branches: branchesOnBallot(rules.branches, candidates),
    },
    subject: `election:${election.id}`,
    opensAt,
    closesAt,
    minSeconds: 0,
    objectionDays: rules.objectionDays,
    reviewOn: null,
    options: candidates.map(({ name, branch, does }) => ({ title: name, about: `${branch}. ${does}` })),
  } as const
}
