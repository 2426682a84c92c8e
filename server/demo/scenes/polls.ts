// Plays the votes: announced, opened and closed by the clock, and each ballot cast by whoever had a right to.
import { type Actor, guest } from '#app/domain/actor.ts'
import { announcePoll } from '#app/domain/polls/announce.server.ts'
import { findBox } from '#app/domain/polls/ballots/box.server.ts'
import { castSigned } from '#app/domain/polls/ballots/cast.server.ts'
import { issueToken } from '#app/domain/polls/ballots/token.server.ts'
import { drawToken, finishToken, sealNext } from '#app/domain/polls/ballots/wallet.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { kindOf, readChoice } from '#app/domain/polls/choice.ts'
import { formOfMethod } from '#app/domain/polls/method.ts'
import { chance } from '../chance.ts'
import type { Stage } from '../stage.ts'
import { type StoryPoll, storyPolls } from '../story/polls.ts'
import { hour, minute, type Scene } from './scene.ts'

export function pollScenes(stage: Stage): readonly Scene[] {
  return storyPolls.flatMap((poll) => {
    const made: { pollId: string } = { pollId: '' }
    const ends = Math.max(poll.closes, 0)
    // Between the opening and the close, or today; nobody votes at the very stroke of the clock.
    const span = poll.opens - ends - 2 * hour
    return [
      { daysAgo: poll.daysAgo, play: () => announce(stage, poll, made) },
      ...poll.ballots.map((line, place) => ({
        daysAgo:
          poll.opens -
          hour -
          (span * place) / Math.max(1, poll.ballots.length) -
          chance(`vote ${place}`) * minute,
        play: () => vote(stage, poll, made.pollId, line, place),
      })),
    ]
  })
}

export function textsOfPolls(): readonly string[] {
  return storyPolls.map(({ terms }) => terms.about)
}

async function announce(stage: Stage, poll: StoryPoll, made: { pollId: string }): Promise<void> {
  const { pollId } = await stage.does(await stage.actor(poll.by), announcePoll, {
    ...poll.terms,
    opensAt: stage.moment(poll.opens),
    closesAt: onTheHour(stage.moment(poll.closes)),
    reviewOn: poll.reviewInDays === undefined ? null : stage.moment(-poll.reviewInDays).slice(0, 10),
  })
  made.pollId = pollId
}

async function vote(
  stage: Stage,
  poll: StoryPoll,
  pollId: string,
  line: string,
  place: number,
): Promise<void> {
  const handle = (await votersOf(stage, poll, pollId))[place]
  if (handle === undefined) return
  if (poll.terms.secrecy === 'blind') return castBlind(stage, await stage.actor(handle), pollId, line)
  const choice = readChoice(line, kindOf(formOfMethod(poll.terms.method)))
  const reason = poll.reasons?.[place] || null
  await stage.does(await stage.actor(handle), castBallot, { pollId, choice, reason })
}

/** What the voter's browser does: draws a token, and casts with it as nobody. */
async function castBlind(stage: Stage, voter: Actor, pollId: string, line: string): Promise<void> {
  const { database, ballotKeys } = stage.platform
  const box = await findBox(database.read, pollId)
  if (!box) throw new Error('A vote signed blind has no box.')
  const drawn = await drawToken(box.manifest, ballotKeys.random)
  const blindedMessage = drawn.blinded[0]?.message ?? ''
  const { blindSignatures } = await stage.does(voter, issueToken, { pollId, blindedMessage })
  const token = await finishToken(box.manifest, drawn, blindSignatures)
  if (!token) throw new Error('A token of the story was not signed.')
  await stage.does(guest, castSigned, { pollId, ballot: await sealNext(token, line) })
}

/** In the order of their names, so that the story is the same every time. */
async function votersOf(stage: Stage, poll: StoryPoll, pollId: string): Promise<readonly string[]> {
  const { read } = stage.platform.database
  if (poll.voters === 'roll') {
    const rows = await read
      .selectFrom('pollRoll')
      .innerJoin('account', 'account.id', 'pollRoll.accountId')
      .select('account.handle')
      .where('pollId', '=', pollId)
      .orderBy('account.handle')
      .execute()
    return rows.map((row) => row.handle)
  }
  const rows = await read
    .selectFrom('account')
    .select('handle')
    .where('erasedAt', 'is', null)
    .where('ageBand', '!=', 'group')
    .orderBy('handle')
    .execute()
  return rows.map((row) => row.handle)
}

/** People set a close on the hour. */
function onTheHour(moment: string): string {
  return `${moment.slice(0, 13)}:00:00.000Z`
}
