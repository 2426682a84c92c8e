// Somebody erases their account in the middle of an election: their words go, the ballot or the line-up follows.

import { indexPoll } from '../polls/announce.server.ts'
import { getPoll, savePoll } from '../polls/poll.server.ts'
import { invalidate, type Poll } from '../polls/poll.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { getElectionById, plan, saveElection } from './election.server.ts'
import type { CompleteElection } from './election.ts'
import { listRunOffs } from './run-off.server.ts'

/** What was counted with them stays counted; a seat that was theirs goes to the next in line. */
export async function leaveElections(
  work: Work,
  accountId: string,
  texts: 'leave' | 'remove',
): Promise<void> {
  const stood = await work.tx
    .selectFrom('candidature')
    .select(['id', 'optionKey', 'electionId'])
    .where('accountId', '=', accountId)
    .execute()
  for (const { id, optionKey, electionId } of stood) {
    const gone = { does: '', wants: '', time: '', withdrawnAt: work.now }
    await work.tx.updateTable('candidature').set(gone).where('id', '=', id).execute()
    if (optionKey !== null) await leaveBallot(work, await getElectionById(work.tx, electionId), optionKey)
  }
  const open = work.tx.selectFrom('election').select('id').where('state', '=', 'announced')
  await work.tx
    .deleteFrom('electionRoll')
    .where('accountId', '=', accountId)
    .where('electionId', 'in', open)
    .execute()
  if (texts === 'remove')
    await work.tx.updateTable('electionObjection').set({ text: '' }).where('byId', '=', accountId).execute()
}

/** Before the vote begins the name is struck; from then on it stays where it was, without the name. */
async function leaveBallot(work: Work, election: CompleteElection, key: string): Promise<void> {
  if (election.pollId === null) throw refuse('not_found')
  const poll = await getPoll(work.tx, election.pollId)
  if (election.state === 'prepared' && poll.state === 'announced') return strike(work, election, poll, key)
  await forgetName(work, poll, key, key)
  for (const { pollId, between } of await listRunOffs(work.tx, election.id)) {
    const again = between.indexOf(key)
    if (again >= 0) await forgetName(work, await getPoll(work.tx, pollId), String(again + 1), key)
  }
  await plan(work, 'election-line-up', election.id, work.now)
}

/** With the name goes the salt, so that its hash in the frozen terms is nobody's any more. */
async function forgetName(work: Work, poll: Poll, key: string, firstKey: string): Promise<void> {
  await work.tx
    .updateTable('pollOption')
    .set({ title: `Kandidatur ${firstKey}`, about: 'zurückgezogen', salt: null })
    .where('pollId', '=', poll.id)
    .where('key', '=', key)
    .execute()
  await indexPoll(work, poll)
}

async function strike(work: Work, election: CompleteElection, poll: Poll, key: string): Promise<void> {
  await work.tx.deleteFrom('pollOption').where('pollId', '=', poll.id).where('key', '=', key).execute()
  await work.tx
    .updateTable('candidature')
    .set({ optionKey: null })
    .where('electionId', '=', election.id)
    .where('optionKey', '=', key)
    .execute()
  const left = await work.tx.selectFrom('pollOption').select('key').where('pollId', '=', poll.id).execute()
  if (left.length < 2) {
    await savePoll(work, invalidate(poll, ''))
    await saveElection(work, { ...election, state: 'invalid' })
    await work.record({ type: 'election.invalidated', electionId: election.id })
    return
  }
  const { branches, marks, ...settings } = poll.settings
  const struck: Poll = {
    ...poll,
    seats: Math.min(poll.seats, left.length),
    settings: {
      ...settings,
      ...(marks === undefined ? {} : { marks: Math.min(marks, left.length) }),
      ...(branches === undefined ? {} : { branches: withoutOption(branches, key) }),
    },
  }
  await savePoll(work, struck)
  await indexPoll(work, struck)
}

type Branches = NonNullable<Poll['settings']['branches']>

function withoutOption(branches: Branches, key: string): Branches {
  return branches
    .map((branch) => ({ ...branch, options: branch.options.filter((option) => option !== key) }))
    .filter(({ options }) => options.length > 0)
}
