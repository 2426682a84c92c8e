// Members of the demo town who act by themselves, so that a newcomer who leads the meeting finds it alive: they come,
// ask for the floor, object now and then, and vote. Each deed is a command like anybody's; the chair's are never taken.
import type { Actor } from '#app/domain/actor.ts'
import { runningVote } from '#app/domain/meetings/live.ts'
import { type BodyMeeting, getMeeting } from '#app/domain/meetings/meeting.server.ts'
import { readSession, type Session } from '#app/domain/meetings/steps.server.ts'
import { askForFloor, objectToMotion, sayPresence } from '#app/domain/meetings/take-part.server.ts'
import { findActor } from '#app/domain/people/actor.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { type Command, run } from '#app/domain/run.server.ts'
import type { RunningPlatform } from '../platform.ts'
import { chance } from './chance.ts'
import { chairs, voters } from './scenes/meeting-floor.ts'

const everyMs = 4_000
const own: readonly string[] = Object.values(chairs)

export function simulateMembers(platform: RunningPlatform): { stop(): void } {
  let round = 0
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    round += 1
    act(platform, round)
      .catch((error: unknown) =>
        platform.log('error', 'A simulated member stumbled.', { error: String(error) }),
      )
      .finally(() => {
        busy = false
      })
  }, everyMs)
  return { stop: () => clearInterval(timer) }
}

/** One member does one thing; a refusal only means that the meeting went on meanwhile. */
async function act(platform: RunningPlatform, round: number): Promise<void> {
  const session = await runningSession(platform)
  if (session === null) return
  const members = voters.filter((handle) => !own.includes(handle))
  const handle = members[Math.floor(chance('who', round) * members.length)] ?? 'jonas'
  const row = await platform.database.read
    .selectFrom('account')
    .select('id')
    .where('handle', '=', handle)
    .executeTakeFirst()
  const actor = row ? await findActor(platform.database.read, row.id, platform.now()) : null
  if (actor !== null) await doSomething(platform, session, actor, round)
}

async function doSomething(
  platform: RunningPlatform,
  { meeting, live }: Session,
  actor: Actor,
  round: number,
): Promise<void> {
  const meetingId = meeting.id
  const does = <I, O>(command: Command<I, O>, input: I) => run(platform, actor, command, input)
  const mood = chance('what', round, actor.accountId ?? '')
  const presence = live.presence[actor.accountId ?? '']
  if (presence !== 'room' && presence !== 'online') {
    await does(sayPresence, { meetingId, as: mood < 0.3 ? 'online' : 'room' })
    return
  }
  const vote = runningVote(live)
  if (vote !== null) {
    const option = mood < 0.6 ? 'yes' : mood < 0.85 ? 'no' : 'abstain'
    await does(castBallot, { pollId: vote.pollId, choice: { kind: 'one', option }, reason: null })
    return
  }
  const moved = live.motions.find(({ state }) => state === 'moved')
  if (moved && mood > 0.8) {
    await does(objectToMotion, { meetingId, motionId: moved.id })
    return
  }
  const waiting = live.currentId === null ? 0 : (live.items[live.currentId]?.requests.length ?? 0)
  if (waiting < 4 && mood < 0.6) await does(askForFloor, { meetingId, kind: 'speech' })
}

async function runningSession(platform: RunningPlatform): Promise<Session | null> {
  const db = platform.database.read
  const row = await db.selectFrom('meeting').select('id').where('state', '=', 'running').executeTakeFirst()
  if (!row) return null
  const meeting: BodyMeeting = await getMeeting(db, row.id)
  return readSession(db, meeting)
}
