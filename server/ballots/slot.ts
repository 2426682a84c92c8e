// The slot of the ballot box: takes ballots signed blind. No session is read here, no address looked at, nothing logged.
import express, { type Request, type RequestHandler, type Response } from 'express'
import { guest } from '#app/domain/actor.ts'
import type { Platform } from '#app/domain/platform.ts'
import { castSigned } from '#app/domain/polls/ballots/cast.server.ts'
import { readSignedBallot } from '#app/domain/polls/ballots/signed-ballot.ts'
import { type Refusal, refusalStatus, refuse } from '#app/domain/refusal.ts'
import { run } from '#app/domain/run.server.ts'
import { refusalSentence } from '#app/http/door.server.ts'
import { wordsIn } from '#app/i18n/words.server.ts'

/** Below it stands the id of the vote. */
export const slotPath = '/einwurf'

export function ballotSlot(platform: Platform): readonly RequestHandler[] {
  const read = express.json({ limit: '32kb' })
  return [
    // What cannot be read is answered like a token that is none.
    (request, response, next) => read(request, response, () => next()),
    (request, response) => void take(platform, request, response),
  ]
}

async function take(platform: Platform, request: Request, response: Response): Promise<void> {
  const { lang = 'de', ...sent } = (request.body ?? {}) as Readonly<Record<string, unknown>>
  response.setHeader('Cache-Control', 'no-store')
  const no = (refusal: Refusal) =>
    response.status(refusalStatus[refusal.reason]).json({
      reason: refusal.reason,
      params: refusal.params,
      sentence: refusalSentence(wordsIn(lang === 'en' ? 'en' : 'de'), refusal),
    })
  try {
    const ballot = readSignedBallot(sent)
    if (ballot === null) {
      no(refuse('token_not_genuine'))
      return
    }
    const outcome = await run(platform, guest, castSigned, { pollId: request.params.pollId ?? '', ballot })
    if (outcome.ok) response.json(outcome.value)
    else no(outcome.refusal)
  } catch (error) {
    // The message of a database error can name a row; what went wrong is all that may be told.
    platform.log('error', 'A ballot could not be taken.', {
      error: error instanceof Error ? error.name : 'unknown',
    })
    response.status(500).json({ reason: 'fault', params: {}, sentence: '' })
  }
}
