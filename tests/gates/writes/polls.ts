// Ballots under a name and ballots kept apart: filled in, checked and handed in, once for each person in each vote.
import { system } from '#app/domain/actor.ts'
import { type Announced, announcePoll, type NewPoll } from '#app/domain/polls/announce.server.ts'
import { readPeople } from '#app/domain/polls/ballots/box.server.ts'
import { openPoll } from '#app/domain/polls/life.server.ts'
import { openBallotKeys } from '#server/ballots/keys.ts'
import { separateTerms } from '#tests/polls/ballots/secret-votes.ts'
import { plainPoll } from '#tests/polls/votes.ts'
import type { SettlingIn } from '../harness/settle-in.ts'
import { fieldIn, isDone } from '../harness/visitor.ts'
import type { BusyTown } from './busy-town.ts'
import { kindOfWrite } from './kind.ts'
import { pairs } from './marks.ts'

/** As many as it takes for everybody to have something to vote on until the gate ends. */
const votes = 12

type Left = ReturnType<typeof pairs<Announced, BusyTown['people'][number]>>

export const openBallots = kindOfWrite({
  name: 'open ballot',
  furnish: (town, busy) => votesFor(town, busy, 'für den Dauerlauf', {}),
  next: (busy, mark, left: Left) => nextBallot(busy, left, mark),
  found: async (db) =>
    (
      await db
        .selectFrom('openBallot')
        .innerJoin('poll', 'poll.id', 'openBallot.pollId')
        .select(['openBallot.pollId', 'openBallot.accountId'])
        .where('poll.question', 'like', '%Dauerlauf')
        .execute()
    ).map((row) => `${row.pollId} ${row.accountId}`),
})

/** Nobody can say whose ballot is whose: what must agree is who took part, and how many ballots lie in the box. */
export const separateBallots = kindOfWrite({
  name: 'separate ballot',
  leftOutOfBackups: true,
  furnish: (town, busy) => votesFor(town, busy, 'im Stillen', separateTerms),
  next: (busy, _mark, left: Left) => nextBallot(busy, left, null),
  async found(db, place) {
    const room = { db, ballotKeys: openBallotKeys(place.dataDir) }
    const polls = await db.selectFrom('poll').select('id').where('question', 'like', '%im Stillen').execute()
    const marks: string[] = []
    for (const { id } of polls) {
      const people = [...(await readPeople(room, id)).keys()].map((accountId) => `${id} ${accountId}`)
      const ballots = await db.selectFrom('sealedBallot').select('key').where('pollId', '=', id).execute()
      // A ballot too few is one person's that was lost; one too many is one person's that was taken twice.
      for (const at of ballots.keys()) marks.push(people[at] ?? people[0] ?? `${id} nobody`)
    }
    return marks
  },
})

async function votesFor(
  town: SettlingIn,
  busy: BusyTown,
  name: string,
  more: Partial<NewPoll>,
): Promise<Left> {
  const polls: Announced[] = []
  for (let place = 1; place <= votes; place += 1) {
    const terms: NewPoll = { ...plainPoll, ...more, question: `Abstimmung ${place} ${name}` }
    const poll = await town.does(system, announcePoll, terms)
    await town.does(system, openPoll, { pollId: poll.pollId })
    polls.push(poll)
  }
  return pairs(polls, busy.people, () => true)
}

/** @param key of the form, where the house remembers it; a secret ballot has none */
function nextBallot(busy: BusyTown, left: Left, key: string | null) {
  const pair = left.next()
  if (pair === null) return null
  const [{ pollId, number }, person] = pair
  const door = busy.as(person)
  const address = `/abstimmungen/${number}/stimmzettel`
  let state: string | null = null
  return {
    mark: `${pollId} ${person.accountId}`,
    async send() {
      if (state === null) {
        const check = await door.send(address, { intent: 'check', choice: '2' })
        if (!isDone(check)) return check
        state = fieldIn(check.text, 'state')
      }
      return door.send(address, { intent: 'cast', state, ...(key === null ? {} : { idempotencyKey: key }) })
    },
  }
}
