// What an election asks of the votes that belong to it: ties are decided as its rules say, and nowhere else.
import { fromJson } from '#db/columns.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import type { ElectionRules } from './election.ts'

const prefix = 'election:'

interface OfElection {
  readonly subject: string | null
}

export function isOfElection(poll: OfElection): boolean {
  return electionIdOf(poll) !== null
}

export function electionIdOf({ subject }: OfElection): string | null {
  return subject?.startsWith(prefix) ? subject.slice(prefix.length) : null
}

/** A lot for the first vote only where the rules say so; a second vote that is tied again always ends with one. */
export async function requireLot(
  work: Pick<Work, 'tx'>,
  poll: OfElection & { readonly id: string },
): Promise<void> {
  const electionId = electionIdOf(poll)
  if (electionId === null) return
  const election = await work.tx
    .selectFrom('election')
    .select(['pollId', 'rules'])
    .where('id', '=', electionId)
    .executeTakeFirst()
  if (election?.pollId !== poll.id) return
  const { runOff } = fromJson<Partial<ElectionRules>>(election.rules)
  if (runOff === 'vote') throw refuse('election_decides_ties')
}
