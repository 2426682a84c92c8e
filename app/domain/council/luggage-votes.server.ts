// The Council's votes and elections as it takes them along: questions, terms, results, rolls and who stood. No ballot names a voter.
import { fromJson } from '#db/columns.ts'
import { asElection } from '../elections/election.server.ts'
import { isComplete } from '../elections/election.ts'
import { listElectionObjections } from '../elections/objection.server.ts'
import { listOnBallot } from '../elections/outcome.server.ts'
import { listRoll } from '../elections/roll.server.ts'
import { listRunOffs } from '../elections/run-off.server.ts'
import { findPollOf, phaseOf, readElectionResult } from '../elections/view.server.ts'
import { findContent } from '../polls/ballots/published.server.ts'
import { asPoll, listOptions } from '../polls/poll.server.ts'
import { readResult } from '../polls/view.server.ts'
import type { Ask } from '../query.server.ts'
import { councilSpace } from './house.ts'

export async function packPolls(ask: Ask) {
  const rows = await ask.db
    .selectFrom('poll')
    .selectAll()
    .where('space', '=', councilSpace)
    .orderBy('number')
    .execute()
  return Promise.all(
    rows.map(asPoll).map(async (poll) => ({
      ...poll,
      options: await listOptions(ask.db, poll.id),
      result: await readResult(ask, poll.id, 'final'),
      // Public since the close: what anybody needs to count again.
      published: await findContent(ask.db, poll.id),
    })),
  )
}

export async function packElections(ask: Ask) {
  const rows = await ask.db.selectFrom('election').selectAll().orderBy('number').execute()
  return Promise.all(
    rows.map(asElection).map(async (election) => {
      const { settled, ...terms } = election
      const poll = await findPollOf(ask, election)
      return {
        ...terms,
        settled: settled === null ? null : fromJson<unknown>(settled),
        phase: await phaseOf(ask, election, poll),
        roll: isComplete(election) ? await listRoll(ask, election) : [],
        candidates: await candidatures(ask, election.id),
        onBallot: await listOnBallot(ask.db, election.id),
        objections: await listElectionObjections(ask.db, election.id),
        runOffs: await listRunOffs(ask.db, election.id),
        result: isComplete(election) ? await readElectionResult(ask, election, poll) : null,
      }
    }),
  )
}

function candidatures(ask: Ask, electionId: string) {
  return ask.db
    .selectFrom('candidature')
    .innerJoin('account', 'account.id', 'candidature.accountId')
    .select(['account.name', 'branch', 'does', 'wants', 'time', 'optionKey', 'handedInAt', 'withdrawnAt'])
    .where('electionId', '=', electionId)
    .orderBy('handedInAt')
    .execute()
}
