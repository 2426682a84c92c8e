// Reads the facts that the mails of elections tell.
import type { MailText } from '../notices/mail.ts'
import { getPoll, listOptions } from '../polls/poll.server.ts'
import type { Work } from '../run.server.ts'
import { listCandidates } from './candidature.server.ts'
import type { ElectionEvent } from './concerned.server.ts'
import { getElectionById } from './election.server.ts'
import { dayThatEnds, momentsOf, preparesAt } from './election.ts'
import {
  announcedMail,
  decidedMail,
  dutyMail,
  electedMail,
  listMail,
  offMail,
  rollMail,
  runOffMail,
  termMail,
} from './mails.ts'
import { electedOf } from './outcome.server.ts'

/** Null where a notice on the page is enough. */
export async function electionMail(work: Work, event: ElectionEvent): Promise<MailText | null> {
  const election = await getElectionById(work.tx, event.electionId)
  const { rules, number } = election
  const { timeZone } = work.platform.town
  const moments = momentsOf(rules, timeZone)
  const of = { number, title: rules.title }
  switch (event.type) {
    case 'election.announced':
      return announcedMail(of, dayThatEnds(moments.rollClosesAt), dayThatEnds(moments.candidatesUntil))
    case 'election.roll-closed':
      return rollMail(of, preparesAt(rules, timeZone))
    case 'election.prepared': {
      const { length } = await listCandidates({ db: work.tx }, election)
      return listMail(of, length, moments.opensAt, moments.closesAt)
    }
    case 'election.run-off': {
      const poll = await getPoll(work.tx, event.pollId)
      const names = (await listOptions(work.tx, poll.id)).map(({ title }) => title).join(', ')
      return runOffMail(of, names, poll.opensAt ?? work.now, poll.closesAt ?? work.now)
    }
    case 'election.settled': {
      const poll = await getPoll(work.tx, election.pollId ?? '')
      const names = (await electedOf(work.tx, election)).map(({ name }) => name).join(', ')
      return electedMail(of, names, poll.objectionUntil)
    }
    case 'election.objected':
      return dutyMail(of)
    case 'election.objection-decided': {
      const objection = await work.tx
        .selectFrom('electionObjection')
        .select(['outcome', 'outcomeText'])
        .where('id', '=', event.objectionId)
        .executeTakeFirst()
      const outcome = objection?.outcome === 'upheld' ? 'upheld' : 'rejected'
      return decidedMail(of, outcome, objection?.outcomeText ?? '')
    }
    case 'election.invalidated':
      return offMail(of)
    case 'election.terms-begun':
      return termMail(of, 'term')
    case 'election.seat-filled':
      return termMail(of, 'next')
    default:
      return null
  }
}
