// A town with a Speakers' Council of two and people in its register, and elections run through by the clock.
import { type Actor, system } from '#app/domain/actor.ts'
import { saveBody, seat } from '#app/domain/bodies/body.server.ts'
import { confirmCreator, declareCreator } from '#app/domain/bodies/creator.server.ts'
import { handIn } from '#app/domain/elections/candidature.server.ts'
import {
  announceElection,
  beginElection,
  getAnnounced,
  saveStep,
} from '#app/domain/elections/election.server.ts'
import type { ElectionRules } from '#app/domain/elections/election.ts'
import { listOnBallot } from '#app/domain/elections/outcome.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { getPoll, listOptions } from '#app/domain/polls/poll.server.ts'
import { doJobs } from '#server/jobs.ts'
import type { TestTown } from '#tests/platform.ts'

export const words = {
  does: 'Leitet einen Chor in Winz-Baak.',
  wants: 'Mehr Räume für alle.',
  time: '3 Stunden',
}

/** @param undeclared those of the names who have yet to say that they make culture */
export async function seatCouncil(
  town: TestTown,
  names: readonly string[],
  undeclared: readonly string[] = [],
) {
  const people = new Map<string, Actor>()
  const idOf = (name: string) => people.get(name)?.accountId ?? ''
  const again = async (name: string): Promise<Actor> => {
    const found = await findActor(town.platform.database.read, idOf(name), town.now)
    if (!found) throw new Error(`${name} is gone.`)
    people.set(name, found)
    return found
  }
  const council = { slug: 'sprecherrat', name: 'Sprecherrat', kind: 'council', about: '', seats: 2 } as const
  await town.does(system, saveBody, { ...council, benches: [] })
  for (const name of names) people.set(name, await town.person(name))
  for (const name of names.slice(0, 2)) {
    const place = { body: 'sprecherrat', bench: null, fromAt: town.now, untilAt: null }
    await town.does(system, seat, { ...place, accountId: idOf(name), function: 'speaker' })
    await again(name)
  }
  const speakers = names.slice(0, 2).map((name) => people.get(name) as Actor)
  for (const name of names) {
    if (undeclared.includes(name)) continue
    const declared = { branch: 'Musik', does: 'Macht hier in der Stadt Musik' }
    await town.does(people.get(name) as Actor, declareCreator, declared)
    const decider = speakers[name === names[0] ? 1 : 0] as Actor
    await town.does(decider, confirmCreator, { accountId: idOf(name) })
    await again(name)
  }
  return {
    actor: (name: string) => people.get(name) as Actor,
    idOf,
    again,
    /** Moves the clock and lets everything happen that is due. */
    async at(moment: string) {
      town.now = moment
      while (await doJobs(town.platform)) {}
    },
    election: (number = 1) => getAnnounced(town.platform.database.read, number),
    /** Announced, with these people standing. */
    async announced(
      rules: ElectionRules,
      candidates: Readonly<Record<string, string>>,
      by = names[0] ?? '',
    ): Promise<number> {
      const speaker = people.get(by) as Actor
      const { number } = await town.does(speaker, beginElection, null)
      await town.does(speaker, saveStep, { number, answers: rules })
      await town.does(speaker, announceElection, { number })
      for (const [name, branch] of Object.entries(candidates))
        await town.does(people.get(name) as Actor, handIn, { number, branch, ...words })
      return number
    },
    /** Marks names on the first ballot, or on a second one. */
    async vote(pollId: string, name: string, marks: readonly string[]) {
      const { database } = town.platform
      const poll = await getPoll(database.read, pollId)
      const options = await listOptions(database.read, pollId)
      const keys = options
        .filter(({ title }) => marks.includes(title))
        .map(({ key }) => key)
        .sort((a, b) => Number(a) - Number(b))
      const one = poll.method === 'single-choice'
      return town.tries(people.get(name) as Actor, castBallot, {
        pollId,
        choice: one ? { kind: 'one', option: keys[0] ?? '' } : { kind: 'ticks', options: keys },
        reason: null,
      })
    },
    onBallot: (electionId: string) => listOnBallot(town.platform.database.read, electionId),
  }
}

export type CouncilTown = Awaited<ReturnType<typeof seatCouncil>>
