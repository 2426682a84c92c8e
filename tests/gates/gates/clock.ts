// The clock jumps: back and forth by an hour and a day, through the night summer time ends, over a leap day.
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '#server/serve.ts'
import { readSettings } from '#server/settings.ts'
import { findUnsound } from '../checks/soundness.ts'
import { type Finding, figure, type Gate } from '../gate.ts'
import { openPlace } from '../harness/place.ts'
import { openLedger } from '../load/ledger.ts'
import { sendAgain } from '../load/writers.ts'
import { openBusyTown } from '../writes/busy-town.ts'
import { kindsOfWrites } from '../writes/index.ts'
import { newMark } from '../writes/marks.ts'

export interface ClockSize {
  readonly deedsEach: number
}

const jumps: readonly { readonly what: string; readonly to: (now: number) => number }[] = [
  { what: 'an hour forth', to: (now) => now + 3_600_000 },
  { what: 'an hour back', to: (now) => now - 3_600_000 },
  { what: 'a day forth', to: (now) => now + 86_400_000 },
  { what: 'a day back', to: (now) => now - 86_400_000 },
  { what: 'the hour that comes twice', to: () => Date.parse('2027-10-31T00:30:00Z') },
  { what: 'the same hour again', to: () => Date.parse('2027-10-31T01:15:00Z') },
  { what: 'the hour that is left out', to: () => Date.parse('2028-03-26T00:59:59Z') },
  { what: 'leap day', to: () => Date.parse('2028-02-29T23:59:58Z') },
  { what: 'the day after leap day', to: () => Date.parse('2028-03-01T00:00:01Z') },
]

export const clock: Gate<ClockSize> = {
  name: 'clock',
  holds:
    'the clock jumps by hours and days, through both changes of summer time and over a leap day: order by numbers, nobody signed out by a jump back, each reminder once',
  full: { deedsEach: 45 },
  async run({ deedsEach }) {
    const place = await openPlace()
    const findings: Finding[] = []
    let now = Date.now()
    const busy = await openBusyTown(place, { people: 30, ideas: 8, contributions: 24 }, kindsOfWrites)
    const serving = await serve(readSettings({ ...place.env, METRICS_PORT: '', LOG_LEVEL: 'error' }), () =>
      new Date(now).toISOString(),
    )
    // A code that came by mail and a form shown long ago run out by the clock, as they should.
    const kinds = kindsOfWrites.filter(
      ({ name }) => name !== 'sign-in with a new account' && name !== 'report',
    )
    const ledger = openLedger(kinds)
    try {
      let marks = 800_000
      for (const { what, to } of jumps) {
        now = to(now)
        for (let turn = 0; turn < deedsEach; turn++) {
          const kind = kinds[turn % kinds.length] as (typeof kinds)[number]
          const write = kind.next(busy, newMark(marks++), busy.furnishedFor(kind))
          if (write) await ledger.send(ledger.enter(kind, write))
        }
        await sendAgain(ledger)
        if (now < Date.now() + 30 * 86_400_000) {
          const { status, location } = await busy.as(busy.people[0] ?? null).get('/konto')
          if (status !== 200)
            findings.push(`After ${what} somebody signed in is led to ${location ?? status}.`)
        }
      }
      // Whatever is due by now comes due, in the worker's own time.
      now += 40 * 86_400_000
      await pause(3_000)
      const database = serving.platform.database
      const compared = await ledger.compare(database, place)
      const twice = await database.read
        .selectFrom('event')
        .select((eb) => ['data', eb.fn.countAll().as('times')])
        .where('type', '=', 'idea.answer-reminded')
        .groupBy('data')
        .having((eb) => eb.fn.countAll(), '>', 1)
        .execute()
      if (twice.length > 0) findings.push(`${twice.length} reminders came twice.`)
      findings.push(...compared.findings, ...ledger.faults.slice(0, 8), ...(await findUnsound(database)))
      return {
        findings,
        figures: {
          jumps: figure(jumps.length),
          confirmed: figure(ledger.confirmed()),
          lost: figure(compared.lost),
          doubled: figure(compared.doubled),
        },
      }
    } finally {
      busy.close()
      await serving.stop()
      await place.remove()
    }
  },
}
