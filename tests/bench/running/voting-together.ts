// Everybody in a meeting votes within a few seconds, then the chair closes and waits for the count on a screen.
import BetterSqlite from 'better-sqlite3'
import { visitor } from '#tests/gates/harness/visitor.ts'
import type { Voter } from '../town/furnished.ts'
import type { Meeting } from '../town/meetings.ts'
import type { Chair } from './chair.ts'
import { nowMs, openReaders, pause } from './readers.ts'
import type { BenchServer } from './server.ts'

export interface Voted {
  readonly pollId: string
  readonly waits: readonly number[]
  readonly refused: number
  readonly seconds: number
  /** From the click that closes to the closed vote, and to its count, on a screen. */
  readonly closedMs: number
  readonly countedMs: number
  readonly counted: number
}

export async function voteTogether(
  server: BenchServer,
  chair: Chair,
  { id, number }: Meeting,
  people: readonly Voter[],
  withinMs: number,
): Promise<Voted> {
  const topic = `meeting:${id}`
  const turns = await openReaders(server, { sockets: 1, topic, pattern: '"turn":(\\d+)' })
  const counts = await openReaders(server, {
    ...{ sockets: 1, topic, pattern: '"result":\\{"word":"[a-z-]+","yes":(\\d+)' },
  })
  try {
    await chair.click('open-vote', { question: 'Sind alle dafür?', label: 'mood', way: 'open', motion: '' })
    const opened = nowMs()
    const pollId = (await chair.stand()).vote?.pollId ?? ''
    const began = nowMs()
    const answers = await Promise.all(
      people.map(async (voter, index) => {
        await pause((index / people.length) * withinMs)
        return castAt(server.url, number, voter, pollId, index)
      }),
    )
    const seconds = (nowMs() - began) / 1000
    await pause(Math.max(0, opened + 11_000 - nowMs()))
    await turns.report()
    const closedAt = nowMs()
    const turn = await chair.click('close-vote')
    let told = await counts.report()
    for (let tries = 0; told.length === 0 && tries < 120; tries++) {
      await pause(250)
      told = await counts.report()
    }
    const closed = (await turns.report()).find((receipt) => receipt.number === turn)
    return {
      ...{ pollId, seconds, counted: told[0]?.number ?? 0 },
      waits: answers.map(({ ms }) => ms),
      refused: answers.filter(({ done }) => !done).length,
      closedMs: (closed?.atMs ?? Number.NaN) - closedAt,
      countedMs: (told[0]?.atMs ?? Number.NaN) - closedAt,
    }
  } finally {
    turns.close()
    counts.close()
  }
}

/** Every tenth presses twice. */
async function castAt(url: string, number: number, voter: Voter, pollId: string, index: number) {
  const who = { cookie: voter.cookie, from: `10.9.${index >> 8}.${index & 255}`, timeoutMs: 60_000 }
  const door = visitor({ port: Number(new URL(url).port), baseUrl: url }, who)
  const form = { intent: 'vote', poll: pollId, choice: 'yes', idempotencyKey: `vote-${index}` }
  const sent = Array.from({ length: index % 10 === 0 ? 2 : 1 }, () =>
    door.send(`/runder-tisch/sitzungen/${number}`, form),
  )
  const [first] = await Promise.all(sent)
  door.close()
  return { ms: first?.ms ?? Number.NaN, done: first?.status === 303 }
}

export function keptBallots(
  file: string,
  pollId: string,
): { readonly ballots: number; readonly people: number } {
  const db = new BetterSqlite(file, { readonly: true })
  const row = db
    .prepare(
      `select count(*) as ballots, count(distinct "accountId") as people from "openBallot" where "pollId" = ?`,
    )
    .get(pollId)
  db.close()
  return row as { ballots: number; people: number }
}
