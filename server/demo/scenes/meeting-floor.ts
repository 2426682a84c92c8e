// What scenes of a meeting have in common: who sits where, and deeds at the console one after the other.
import { callSpeaker, type LeadStep, lead } from '#app/domain/meetings/lead.server.ts'
import { getMeeting } from '#app/domain/meetings/meeting.server.ts'
import { readSession } from '#app/domain/meetings/steps.server.ts'
import { askForFloor } from '#app/domain/meetings/take-part.server.ts'
import type { VoteWay } from '#app/domain/meetings/vote-ways.ts'
import { closeVote, openVote } from '#app/domain/meetings/votes.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { letItFollow } from '../aftermath.ts'
import { dayMs, type Stage } from '../stage.ts'

export const chairs = { chair: 'berghoff', deputy: 'hannes', taker: 'federkiel' } as const

/** Seventeen with a vote; the minute-taker holds a place on the administration's bench. */
export const voters = [
  'berghoff',
  'hannes',
  'kornfeld',
  'ziegelmann',
  'wegweiser',
  'federkiel',
  'walburga',
  'cem',
  'bernd',
  'lioba',
  'friedhelm',
  'jonas',
  'mira',
  'kofi',
  'ute',
  'selin',
  'ottilie',
] as const

export interface Floor {
  /** Lets so many seconds of the story pass. */
  pass(seconds: number): void
  step(step: LeadStep): Promise<void>
  /** Somebody asks for the floor, is called, and speaks so long. */
  speaks(handle: string, seconds: number): Promise<void>
  asks(handle: string, kind?: 'speech' | 'order'): Promise<void>
  vote(
    question: string,
    label: 'resolution' | 'recommendation' | 'mood',
    way: VoteWay,
    motionId: string | null,
    ballots: Readonly<Record<string, 'yes' | 'no' | 'abstain'>>,
  ): Promise<void>
}

/** A meeting on the stage, from the moment it begins. */
export function floorOf(stage: Stage, meetingId: string, startsAt: string): Floor {
  let at = Date.parse(startsAt)
  const setClock = () => stage.setClock((Date.parse(stage.moment(0)) - at) / dayMs)
  const db = stage.platform.database.read
  const turn = async () => (await readSession(db, await getMeeting(db, meetingId))).live.turn
  const chair = () => stage.actor(chairs.chair)
  const pass = (seconds: number) => {
    at += seconds * 1000
    setClock()
  }
  setClock()
  const asks = async (handle: string, kind: 'speech' | 'order' = 'speech') => {
    await stage.does(await stage.actor(handle), askForFloor, { meetingId, kind })
  }
  return {
    pass,
    asks,
    async step(step) {
      pass(4)
      await stage.does(await chair(), lead, { meetingId, turn: await turn(), step })
    },
    async speaks(handle, seconds) {
      pass(8)
      await asks(handle)
      pass(6)
      await stage.does(await chair(), callSpeaker, {
        meetingId,
        turn: await turn(),
        requestId: null,
        note: '',
      })
      pass(seconds)
      await stage.does(await chair(), lead, { meetingId, turn: await turn(), step: { type: 'speech-ended' } })
    },
    async vote(question, label, way, motionId, ballots) {
      pass(10)
      const opening = { meetingId, turn: await turn(), question, label, way, motionId }
      const { pollId } = await stage.does(await chair(), openVote, opening)
      for (const [handle, option] of Object.entries(ballots)) {
        pass(2)
        const choice = { kind: 'one', option } as const
        await stage.does(await stage.actor(handle), castBallot, { pollId, choice, reason: null })
      }
      pass(61)
      await stage.does(await chair(), closeVote, { meetingId, turn: await turn() })
      // After the ten seconds in which a close can be taken back, the count begins by itself.
      pass(12)
      await letItFollow(stage)
      pass(1)
      await letItFollow(stage)
    },
  }
}

/** The first so many of these say yes, the next no, the rest abstain. */
export function ballotsOf(
  handles: readonly string[],
  yes: number,
  no: number,
  abstain: number,
): Readonly<Record<string, 'yes' | 'no' | 'abstain'>> {
  return Object.fromEntries(
    handles
      .slice(0, yes + no + abstain)
      .map((handle, index) => [handle, index < yes ? 'yes' : index < yes + no ? 'no' : 'abstain']),
  )
}
