// A vote many take part in at once, through the real door, beside bare inserts; then its count and the page of its result.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { system } from '#app/domain/actor.ts'
import { announcePoll } from '#app/domain/polls/announce.server.ts'
import { openPoll } from '#app/domain/polls/life.server.ts'
import { fieldIn, visitor } from '#tests/gates/harness/visitor.ts'
import { plainPoll } from '#tests/polls/votes.ts'
import type { Bench, Part } from '../part.ts'
import { percentile } from '../running/cost.ts'
import { crowd } from '../running/crowd.ts'
import { askFor } from '../running/http-load.ts'
import { furnishTown, settleCrowd, type Voter } from '../town/furnished.ts'
import { chance } from '../town/words.ts'
import { linesFor } from './lines.ts'

const voters = 5000
const atOnce = 48
const ballots = 100_000
const options = 20

export const polls: Part = {
  name: 'polls',
  about:
    '5,000 voters through the door beside bare inserts; 100,000 ranked ballots counted by the server, and the page of the result',
  async run(bench) {
    const { town, file, furnished } = await furnishTown(async (place) => {
      const plain = await place.does(system, announcePoll, plainPoll)
      const titles = Array.from({ length: options }, (_, index) => ({ title: `Vorschlag ${index + 1}` }))
      const ranked = await place.does(system, announcePoll, {
        ...{ ...plainPoll, method: 'schulze' as const, question: 'Was zuerst?', options: titles },
      })
      for (const { pollId } of [plain, ranked]) await place.does(system, openPoll, { pollId })
      return { plain, ranked, crowd: await settleCrowd(place, voters) }
    })
    const { plain, ranked } = furnished
    fill(file, ranked.pollId)
    const server = await bench.serve(town)
    bench.say(`${voters} voters`)
    const before = server.cost().cpuMs
    const cast = await crowd(voters, atOnce, voteAt(server.url, plain.number, furnished.crowd))
    const cpuMsEach = (server.cost().cpuMs - before) / voters
    bench.say('close and count')
    const waited = await countOnServer(file, ranked.pollId)
    const page = await askFor(server, { paths: [`/abstimmungen/${ranked.number}/ergebnis`], most: 2000 })
    const floor = await bareInserts(bench, town.dataDir)
    await server.stop()
    const kept = keptBallots(file, plain.pollId)
    const perSecond = voters / cast.seconds
    return [
      {
        title: `${voters.toLocaleString('en')} voters, ${atOnce} at once`,
        columns: ['', 'a second', 'all in s', 'p50 ms', 'p99 ms', 'CPU ms', 'lost', 'doubled'],
        rows: [
          [
            'ballots through the door, each checked and cast',
            ...[perSecond, cast.seconds, percentile(cast.waits, 0.5), percentile(cast.waits, 0.99)],
            cpuMsEach,
            ...[voters - kept.people, kept.ballots - kept.people],
          ],
          ['bare HTTP and Kysely, one insert each', floor, null, null, null, null, null, null],
        ],
        note: `A ballot is two forms. Bare inserts beside ballots: ${(floor / perSecond).toFixed(1)} ×.`,
        aims: [
          { what: '5,000 voters', value: cast.seconds, limit: 30, better: 'less', unit: 's' },
          {
            what: 'ballots lost or doubled',
            value: voters - kept.people + Math.abs(kept.ballots - kept.people),
            limit: 0,
            better: 'less',
            unit: '',
          },
        ],
        bars: [{ label: 'ballots a second', ours: perSecond, bare: floor, unit: 'a second' }],
      },
      {
        title: `A vote with ${ballots.toLocaleString('en')} ranked ballots of ${options} options`,
        columns: ['', 'ms'],
        rows: [
          ['read from the database, counted in the worker, and kept', waited],
          ['page of the result for a guest, p50', page.p50],
          ['page of the result for a guest, p99', page.p99],
        ],
      },
    ]
  },
}

function voteAt(url: string, number: number, people: readonly Voter[]) {
  const address = `/abstimmungen/${number}/stimmzettel`
  const port = Number(new URL(url).port)
  return async (index: number) => {
    const voter = people[index] as Voter
    const from = `10.${index >> 8}.${index & 255}.7`
    const door = visitor({ port, baseUrl: url }, { cookie: voter.cookie, from, timeoutMs: 60_000 })
    const checked = await door.send(address, { intent: 'check', choice: String(1 + (index % 3)) })
    const state = fieldIn(checked.text, 'state')
    const cast = await door.send(address, { intent: 'cast', state, idempotencyKey: `bench-${index}` })
    door.close()
    if (cast.status !== 303 && cast.status !== 200)
      throw new Error(`A ballot was answered ${cast.status}: ${cast.text.slice(0, 200)}`)
  }
}

/** Ballots of people who left: what is measured is the count. */
function fill(file: string, pollId: string): void {
  const next = chance(11)
  const db = new BetterSqlite(file)
  const insert = db.prepare(
    `insert into "openBallot" (id, "pollId", "accountId", choice, reason, "castAt", "changedAt")
     values (?, ?, null, ?, null, '2027-01-01T10:00:00.000Z', null)`,
  )
  db.transaction(() => {
    let number = 0
    for (const line of linesFor('ranked', ballots, options, next))
      insert.run(`bench-${number++}`, pollId, line)
  })()
  db.close()
}

/** The vote is over; gives the milliseconds between the seal and the count that is kept. */
async function countOnServer(file: string, pollId: string): Promise<number> {
  const db = new BetterSqlite(file, { timeout: 5000 })
  const now = new Date().toISOString()
  db.prepare(`update poll set "closesAt" = ? where id = ?`).run(now, pollId)
  db.prepare(
    `insert into job (id, kind, "key", data, "dueAt", attempts) values ('bench-close', 'poll-close', null, ?, ?, 0)`,
  ).run(JSON.stringify({ pollId }), now)
  const ask = db.prepare(`select "sealedAt", "countedAt" from poll where id = ?`)
  for (let tries = 0; tries < 600; tries++) {
    const row = ask.get(pollId) as { sealedAt: string | null; countedAt: string | null }
    if (row.countedAt && row.sealedAt) {
      db.close()
      return Date.parse(row.countedAt) - Date.parse(row.sealedAt)
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('The vote was not counted within two minutes.')
}

function keptBallots(file: string, pollId: string): { ballots: number; people: number } {
  const db = new BetterSqlite(file, { readonly: true })
  const row = db
    .prepare(
      `select count(*) as ballots, count(distinct "accountId") as people from "openBallot" where "pollId" = ?`,
    )
    .get(pollId)
  db.close()
  return row as { ballots: number; people: number }
}

async function bareInserts(bench: Bench, dataDir: string): Promise<number> {
  bench.say('bare HTTP with Kysely')
  const folder = path.join(dataDir, 'bare')
  mkdirSync(folder)
  const bare = await bench.bare('inserts.mjs', { BENCH_FILE: path.join(folder, 'bare.sqlite') })
  const body = JSON.stringify({ text: '2' })
  const { seconds } = await crowd(2000, atOnce, async () => {
    await fetch(bare.url, { method: 'POST', body })
  })
  await bare.stop()
  return 2000 / seconds
}
