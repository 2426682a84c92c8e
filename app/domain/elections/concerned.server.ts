// Whom an election concerns at each turn: the register, those on the roll, who decides, who objected, who takes a seat.
import { council, councilSpace } from '../council/house.ts'
import { findActor } from '../people/actor.server.ts'
import { may } from '../policy.ts'
import { getPoll } from '../polls/poll.server.ts'
import type { Work } from '../run.server.ts'
import { getElectionById } from './election.server.ts'
import type { CompleteElection } from './election.ts'
import type { ElectionEvents } from './events.ts'
import { electedOf } from './outcome.server.ts'
import { electorsToday, idsOnRoll } from './roll.server.ts'

export type ElectionEvent = {
  [Type in keyof ElectionEvents]: { readonly type: Type } & Readonly<ElectionEvents[Type]>
}[keyof ElectionEvents]

export interface ElectionPeople {
  readonly voters?: readonly string[]
  readonly deciders?: readonly string[]
  readonly objector?: string
  readonly affected?: string | null
  readonly seated?: readonly string[]
}

/** Everybody at the same moment, whatever they did: no letter says who has voted. */
export async function electionPeople(work: Work, event: ElectionEvent): Promise<ElectionPeople> {
  switch (event.type) {
    case 'election.announced': {
      const { rules } = await getElectionById(work.tx, event.electionId)
      return { voters: await electorsToday(work.tx, rules, work.now) }
    }
    case 'election.roll-closed':
    case 'election.prepared':
    case 'election.run-off':
    case 'election.settled':
      return { voters: await idsOnRoll(work.tx, event.electionId) }
    case 'election.invalidated':
      return { voters: await toldOfInvalid(work, await getElectionById(work.tx, event.electionId)) }
    case 'election.objected':
    case 'election.seat-left':
      return { deciders: await deciders(work) }
    case 'election.objection-decided': {
      const objection = await work.tx
        .selectFrom('electionObjection')
        .select(['byId', 'accountId', 'outcome'])
        .where('id', '=', event.objectionId)
        .executeTakeFirst()
      if (!objection) return {}
      const { byId, accountId, outcome } = objection
      return { objector: byId, affected: outcome === 'upheld' ? accountId : null }
    }
    case 'election.terms-begun': {
      const elected = await electedOf(work.tx, await getElectionById(work.tx, event.electionId))
      return { seated: elected.map(({ accountId }) => accountId) }
    }
    case 'election.seat-filled':
      return { seated: [event.accountId] }
    default:
      return {}
  }
}

/** Where its vote was declared invalid, that letter is on its way already. */
async function toldOfInvalid(work: Work, election: CompleteElection): Promise<readonly string[]> {
  const poll = election.pollId === null ? null : await getPoll(work.tx, election.pollId)
  return poll?.invalidReason ? [] : idsOnRoll(work.tx, election.id)
}

/** Speakers and the Council's own moderators; whoever is involved cannot decide, and is told so on the page. */
async function deciders(work: Work): Promise<readonly string[]> {
  const holders = await work.tx
    .selectFrom('membership')
    .innerJoin('body', 'body.id', 'membership.bodyId')
    .select('membership.accountId')
    .where('body.slug', '=', council.slug)
    .union(
      work.tx
        .selectFrom('appointment')
        .select('appointment.accountId')
        .where('role', '=', 'moderator')
        .where('scope', '=', councilSpace),
    )
    .execute()
  const told: string[] = []
  for (const { accountId } of holders) {
    const actor = await findActor(work.tx, accountId, work.now)
    if (actor && may(actor, 'election.decide-objection', council)) told.push(accountId)
  }
  return told
}
