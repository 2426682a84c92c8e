// Ballots stored apart from their voters: two tables, one transaction, nothing that joins them.
import { refuse } from '../../refusal.ts'
import {
  drawerOf,
  findPart,
  getKeys,
  getOpenBox,
  openBox,
  putDrawer,
  roomOf,
  sealBallotRow,
  takeDrawer,
} from './box.server.ts'
import { toHex } from './bytes.ts'
import { emptyBox } from './close.server.ts'
import { controlNumber } from './control.ts'
import type { Sealer } from './keys.ts'
import { countTurnout, readPublishedLines, whoTookPart } from './published.server.ts'
import type { BallotStore } from './store.ts'
import { planTelling } from './tell.server.ts'
import { refuseOtherWay } from './ways.ts'

export const separateBallots: BallotStore = {
  async open(work, poll) {
    await openBox(work, poll, 'separate')
    await planTelling(work, poll.id)
  },

  /** The first ballot stays. The set of those who took part is what knows a second one. */
  async cast(work, poll, { accountId, line }) {
    const { sealer } = getKeys(roomOf(work), poll.id)
    const box = await getOpenBox(work.tx, poll.id)
    const drawer = drawerOf(box, sealer, accountId)
    const people = await takeDrawer(work, box, sealer, drawer)
    const earlier = people.get(accountId)
    const control = controlOf(sealer, accountId)
    if (earlier?.way === 'separate') return { kind: 'again', control }
    refuseOtherWay(earlier)
    await putDrawer(work, box, sealer, drawer, people.set(accountId, { way: 'separate' }))
    const kept = { way: 'separate', hash: null, ballot: line, proof: null }
    const key = toHex(work.platform.ballotKeys.random(32))
    await work.tx
      .insertInto('sealedBallot')
      .values({ pollId: poll.id, key, sealed: sealBallotRow(box, sealer, kept) })
      .execute()
    return { kind: 'arrived', control }
  },

  async ownVote(room, poll, accountId) {
    const way = await findPart(room, poll.id, accountId)
    if (way === null) return null
    const keys = room.ballotKeys.find(poll.id)
    return { way, line: null, reason: null, at: null, control: keys && controlOf(keys.sealer, accountId) }
  },

  turnout: countTurnout,
  whoVoted: whoTookPart,
  seal: emptyBox,
  read: (room, poll) => readPublishedLines(room.db, poll.id),
}

/** Only signed-in voters reach `cast`; a token is for the votes that are signed blind. */
export const blindBallots: BallotStore = {
  ...separateBallots,
  async open(work, poll) {
    await openBox(work, poll, 'blind')
    await planTelling(work, poll.id)
  },
  async cast() {
    throw refuse('ballot_needs_token')
  },
}

/** Proves the arrival to the voter and says nothing of the choice: it comes from the voter, not from the ballot. */
function controlOf(sealer: Sealer, accountId: string): string {
  return controlNumber(sealer.mark(`control:${accountId}`))
}
