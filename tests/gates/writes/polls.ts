// Open ballots: filled in, checked and handed in, once for each person in each vote.
import { system } from '#app/domain/actor.ts'
import { type Announced, announcePoll, type NewPoll } from '#app/domain/polls/announce.server.ts'
import { openPoll } from '#app/domain/polls/life.server.ts'
import { plainPoll } from '#tests/polls/votes.ts'
import { fieldIn, isDone } from '../harness/visitor.ts'
import { kindOfWrite } from './kind.ts'
import { pairs } from './marks.ts'

/** As many as it takes for everybody to have something to vote on until the gate ends. */
const votes = 12

type Left<Person> = ReturnType<typeof pairs<Announced, Person>>

export const openBallots = kindOfWrite({
  name: 'open ballot',
  async furnish(town, busy) {
    const polls: Announced[] = []
    for (let place = 1; place <= votes; place += 1) {
      const terms: NewPoll = { ...plainPoll, question: `Abstimmung ${place} für den Dauerlauf` }
      const poll = await town.does(system, announcePoll, terms)
      await town.does(system, openPoll, { pollId: poll.pollId })
      polls.push(poll)
    }
    return pairs(polls, busy.people, () => true)
  },
  next(busy, mark, left: Left<(typeof busy.people)[number]>) {
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
        return door.send(address, { intent: 'cast', state, idempotencyKey: mark })
      },
    }
  },
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
