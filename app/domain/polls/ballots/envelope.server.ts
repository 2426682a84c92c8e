// Writes down that somebody takes part with an envelope or on paper, so that nobody takes part twice.
import type { Ask } from '../../query.server.ts'
import { refuse } from '../../refusal.ts'
import type { Work } from '../../run.server.ts'
import { getPoll, pollSubject } from '../poll.server.ts'
import { isOpen, type Poll } from '../poll.ts'
import { isOnRoll } from '../roll.server.ts'
import { setUpAction } from '../space.ts'
import { drawerOf, getKeys, getOpenBox, putDrawer, readPeople, roomOf, takeDrawer } from './box.server.ts'
import { refuseOtherWay } from './ways.ts'

export interface OtherWay {
  readonly pollId: string
  readonly accountId: string
  readonly way: 'envelope' | 'paper'
}

/** Those on the roll who have not taken part yet, by name; for the committee that crosses them off. */
export async function listFree(
  ask: Ask,
  poll: Pick<Poll, 'id'>,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const taken = await readPeople(ask, poll.id)
  const people = await ask.db
    .selectFrom('pollRoll')
    .innerJoin('account', 'account.id', 'pollRoll.accountId')
    .select(['account.id', 'account.name'])
    .where('pollRoll.pollId', '=', poll.id)
    .where('account.erasedAt', 'is', null)
    .orderBy('account.sortName')
    .execute()
  return people.filter(({ id }) => !taken.has(id))
}

/** While the vote is open. Whoever has voted or holds a token already stays with that. */
export async function noteOtherWay(work: Work, { pollId, accountId, way }: OtherWay): Promise<void> {
  const poll = await getPoll(work.tx, pollId)
  work.require(setUpAction(poll.space), pollSubject(poll))
  if (poll.secrecy === 'open') throw refuse('paper_only_for_secret')
  if (!isOpen(poll, work.now)) throw refuse('poll_not_open')
  if (way === 'envelope' && poll.secrecy !== 'blind') throw refuse('codes_only_for_blind')
  if (!(await isOnRoll(work.tx, poll, accountId, work.now))) throw refuse('ballot_not_on_roll')
  const { sealer } = getKeys(roomOf(work), pollId)
  const box = await getOpenBox(work.tx, pollId)
  const drawer = drawerOf(box, sealer, accountId)
  const people = await takeDrawer(work, box, sealer, drawer)
  const earlier = people.get(accountId)
  if (earlier?.way === way) return
  refuseOtherWay(earlier)
  await putDrawer(work, box, sealer, drawer, people.set(accountId, { way }))
}
