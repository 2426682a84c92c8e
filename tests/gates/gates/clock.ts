// The clock jumps: back and forth by an hour and a day, through the night summer time ends, over a leap day.
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { system } from '#app/domain/actor.ts'
import { announcePoll } from '#app/domain/polls/announce.server.ts'
import { openPoll } from '#app/domain/polls/life.server.ts'
import { run } from '#app/domain/run.server.ts'
import type { Database } from '#db/open.ts'
import type { RunningPlatform } from '#server/platform.ts'
import { serve } from '#server/serve.ts'
import { readSettings } from '#server/settings.ts'
import { plainPoll } from '#tests/polls/votes.ts'
import { judgeOnce, standInOrder } from '../checks/once.ts'
import { findUnsound } from '../checks/soundness.ts'
import { type Finding, figure, type Gate, type GateReport } from '../gate.ts'
import { openPlace } from '../harness/place.ts'
import { fieldIn, isDone, type Visitor } from '../harness/visitor.ts'
import { openLedger } from '../load/ledger.ts'
import { openBusyTown } from '../writes/busy-town.ts'
import { kindsOfWrites } from '../writes/index.ts'
import type { KindOfWrite } from '../writes/kind.ts'
import { newMark } from '../writes/marks.ts'

export interface ClockSize {
  readonly deedsEach: number
  readonly kinds?: readonly KindOfWrite[]
  readonly broken?: string
}

const hour = 3_600_000

/** Two seasons, each a town of its own that was settled a while before: what the clock is set to, one after the other. */
const seasons: readonly {
  readonly settled: string
  /** When a vote closes: a jump passes it, and the next one goes back before it. */
  readonly voteUntil: string
  readonly jumps: readonly (readonly [string, string | number])[]
}[] = [
  {
    settled: '2027-10-01T09:00:00Z',
    voteUntil: '2027-10-02T09:30:00.000Z',
    jumps: [
      ['a day and an hour forth', 25 * hour],
      ['an hour back', -hour],
      ['a day forth', 24 * hour],
      ['a day back', -24 * hour],
      ['the hour that comes twice', '2027-10-31T00:30:00Z'],
      ['the same hour again', '2027-10-31T01:15:00Z'],
    ],
  },
  {
    settled: '2028-02-10T09:00:00Z',
    voteUntil: '2028-03-01T00:00:00.000Z',
    jumps: [
      ['the last moment of leap day', '2028-02-29T23:59:58Z'],
      ['the day after it', '2028-03-01T00:00:01Z'],
      ['back into leap day', '2028-02-29T12:00:00Z'],
      ['before the hour that is left out', '2028-03-26T00:59:59Z'],
      ['after it', '2028-03-26T01:00:01Z'],
    ],
  },
]

export const clock: Gate<ClockSize> = {
  name: 'clock',
  holds:
    'the clock jumps by hours and days, through both changes of summer time and over a leap day: order by numbers, nobody signed out by a jump back, each reminder once, a vote closes once and stays closed',
  full: { deedsEach: 45 },
  async run(size) {
    const reports: GateReport[] = []
    // This gate serves from its own process, so what was broken in it has to be mended afterwards.
    const broken = size.broken ? await import(path.resolve('tests/gates/broken', size.broken)) : null
    try {
      for (const season of broken ? seasons.slice(0, 1) : seasons) reports.push(await live(season, size))
    } finally {
      broken?.mend()
    }
    const sum = (what: string) => figure(reports.reduce((all, { figures }) => all + Number(figures[what]), 0))
    return {
      findings: reports.flatMap(({ findings }) => findings),
      figures: {
        jumps: sum('jumps'),
        confirmed: sum('confirmed'),
        lost: sum('lost'),
        doubled: sum('doubled'),
        reminders: sum('reminders'),
      },
    }
  },
}

async function live(
  { settled, voteUntil, jumps }: (typeof seasons)[number],
  { deedsEach, kinds: chosen = kindsOfWrites }: ClockSize,
): Promise<GateReport> {
  const place = await openPlace()
  const findings: Finding[] = []
  let now = Date.parse(settled)
  const told = () => new Date(now).toISOString()
  const kinds = chosen.filter(({ runsOut }) => !runsOut)
  const busy = await openBusyTown(place, { people: 30, ideas: 8, contributions: 24 }, kinds, 7, told)
  const serving = await serve(readSettings({ ...place.env, METRICS_PORT: '', LOG_LEVEL: 'error' }), told)
  const { database } = serving.platform
  const ledger = openLedger(kinds)
  const said: string[] = []
  try {
    const vote = await voteWithAnEnd(serving.platform, voteUntil)
    const [voter = null] = busy.people
    const talk = busy.ideas[0] as (typeof busy.ideas)[number]
    if (!(await takesBallot(busy.as(voter), vote.number))) findings.push('The vote took no ballot at first.')
    let passed = false
    let marks = 800_000
    for (const [what, to] of jumps) {
      // Everybody looked in a moment before: nobody is away for the thirty days after which a session ends.
      await database.write.updateTable('session').set({ seenAt: told() }).execute()
      now = typeof to === 'number' ? now + to : Date.parse(to)
      passed ||= told() >= voteUntil
      if (passed) {
        await until(async () => (await stateOf(database, vote.pollId)) !== 'open')
        if (await takesBallot(busy.as(busy.people[1] ?? null), vote.number))
          findings.push(`After ${what} the vote that had closed took a ballot.`)
      }
      said.push(`Gesagt nach Sprung ${said.length + 1}.`)
      const words = { move: 'for', text: said.at(-1) ?? '', idempotencyKey: `jump-${said.length}` }
      await busy.as(busy.people[said.length] ?? null).send(`/gespraech/${talk.conversationId}`, words)
      for (let turn = 0; turn < deedsEach; turn++) {
        const kind = kinds[turn % kinds.length] as (typeof kinds)[number]
        const write = kind.next(busy, newMark(marks++), busy.furnishedFor(kind))
        if (write) await ledger.send(ledger.enter(kind, write))
      }
      const { status, location } = await busy.as(busy.people[0] ?? null).get('/konto')
      if (status !== 200) findings.push(`After ${what} somebody signed in is led to ${location ?? status}.`)
    }
    const { text } = await busy.as(voter).get(`/ideen/${talk.number}?ansicht=zeit&alles=1`)
    if (!standInOrder(text, said))
      findings.push('What was said does not stand in the order in which it was said.')
    // Whatever is due by now comes due, in the worker's own time.
    now += 40 * 24 * hour
    await until(async () => !(await isSomethingDue(database, told())))
    const compared = await ledger.compare(database, place)
    const reminders = await recorded(database, 'idea.answer-reminded')
    const closes = await recorded(database, 'poll.closed')
    findings.push(
      ...judgeOnce('reminder', reminders),
      ...judgeOnce('close of a vote', closes),
      ...((await recorded(database, 'poll.reopened')).length > 0 ? ['A vote was opened again.'] : []),
    )
    findings.push(...compared.findings, ...ledger.faults.slice(0, 8), ...(await findUnsound(database)))
    return {
      findings,
      figures: {
        jumps: String(jumps.length),
        confirmed: String(ledger.confirmed()),
        lost: String(compared.lost),
        doubled: String(compared.doubled),
        reminders: String(reminders.length),
      },
    }
  } finally {
    busy.close()
    await serving.stop()
    await place.remove()
  }
}

async function voteWithAnEnd(platform: RunningPlatform, closesAt: string) {
  const terms = { ...plainPoll, question: 'Bis wann läuft das?', closesAt }
  const announced = await run(platform, system, announcePoll, terms)
  if (!announced.ok) throw new Error(`The vote was not announced: ${announced.refusal.reason}`)
  const opened = await run(platform, system, openPoll, { pollId: announced.value.pollId })
  if (!opened.ok) throw new Error(`The vote was not opened: ${opened.refusal.reason}`)
  return announced.value
}

async function takesBallot(door: Visitor, number: number): Promise<boolean> {
  const address = `/abstimmungen/${number}/stimmzettel`
  const check = await door.send(address, { intent: 'check', choice: '2' })
  if (!isDone(check) || !/name="state"/.test(check.text)) return false
  const cast = {
    intent: 'cast',
    state: fieldIn(check.text, 'state'),
    idempotencyKey: `at-${performance.now()}`,
  }
  return isDone(await door.send(address, cast))
}

async function stateOf({ read }: Database, pollId: string): Promise<string> {
  return (await read.selectFrom('poll').select('state').where('id', '=', pollId).executeTakeFirstOrThrow())
    .state
}

async function recorded({ read }: Database, type: string): Promise<readonly string[]> {
  return (await read.selectFrom('event').select('data').where('type', '=', type).execute()).map(
    ({ data }) => data,
  )
}

/** The worker looks up once a second. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 100 && !(await holds()); turn++) await pause(100)
}

async function isSomethingDue({ read }: Database, now: string): Promise<boolean> {
  const due = await read
    .selectFrom('job')
    .select('id')
    .where('doneAt', 'is', null)
    .where('dueAt', '<=', now)
    .limit(1)
    .executeTakeFirst()
  return due !== undefined
}
