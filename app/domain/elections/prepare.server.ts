// Makes the ballot when roll and candidatures are closed: names in the order of a lot, branches, the roll, the days.
import { council } from '../council/house.ts'
import { writePoll } from '../polls/announce.server.ts'
import { refuse } from '../refusal.ts'
import { prepared, type Work } from '../run.server.ts'
import { ballotOf } from './ballot.ts'
import { listCandidates } from './candidature.server.ts'
import { getElectionById, saveElection } from './election.server.ts'
import { type CompleteElection, prepareable } from './election.ts'
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
    const { timeZone } = work.platform.town
    const terms = ballotOf(election.rules, named, `election:${electionId}`, timeZone)
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
