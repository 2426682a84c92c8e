import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween } from '#app/domain/standards/calendar.ts'
import {
  type Milestone,
  type Programme,
  pausedDays,
  readClock,
  readCourse,
  readMilestones,
  type SectionStage,
} from '#app/domain/standards/programme.ts'

const started = (startedOn: string, pauses: Programme['pauses'] = []): Programme => ({
  startedOn,
  months: 24,
  pauses,
})

describe('months end where the calendar says', () => {
  test('the 31st becomes the last day of a shorter month, and the 31st again in a longer one', () => {
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonths('2027-01-31', 2)).toBe('2027-03-31')
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28')
    expect(addMonths('2028-02-29', 48)).toBe('2032-02-29')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  })

  test('a change of clocks neither adds nor takes a day', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2)
    expect(daysBetween('2027-10-30', '2027-11-01')).toBe(2)
    expect(addDays('2027-03-28', 1)).toBe('2027-03-29')
  })
})

describe('the clock of 24 months', () => {
  test('starts with month 1 and ends on the eve of the second anniversary', () => {
    const programme = started('2026-11-01')
    expect(readClock(programme, '2026-11-01')).toMatchObject({ month: 1, monthsLeft: 23, over: false })
    expect(readClock(programme, '2026-11-30')).toMatchObject({ month: 1 })
    expect(readClock(programme, '2026-12-01')).toMatchObject({ month: 2 })
    expect(readClock(programme, '2027-05-15')).toMatchObject({
      month: 7,
      monthsLeft: 17,
      endsOn: '2028-10-31',
      over: false,
    })
    expect(readClock(programme, '2028-10-31')).toMatchObject({
      month: 24,
      monthsLeft: 0,
      daysLeft: 0,
      over: false,
    })
    expect(readClock(programme, '2028-11-01')).toMatchObject({ month: 24, monthsLeft: 0, over: true })
  })

  test('started on 31 August it changes month on the last of shorter months', () => {
    const programme = started('2027-08-31')
    expect(readClock(programme, '2027-09-29').month).toBe(1)
    expect(readClock(programme, '2027-09-30').month).toBe(2)
    expect(readClock(programme, '2028-02-29').month).toBe(7)
    expect(readClock(programme, '2028-03-30').month).toBe(7)
    expect(readClock(programme, '2028-03-31').month).toBe(8)
  })

  test('stands still while paused, and the end moves by the days that passed', () => {
    const programme = started('2026-11-01', [{ from: '2027-05-15', until: '2027-06-13' }])
    expect(pausedDays(programme, '2027-05-15')).toBe(0)
    expect(readClock(programme, '2027-06-13')).toMatchObject({ month: 7, pausedSince: '2027-05-15' })
    expect(readClock(programme, '2027-06-14')).toMatchObject({
      month: 7,
      pausedSince: null,
      endsOn: '2028-11-30',
    })
    expect(pausedDays(programme, '2028-01-01')).toBe(30)
  })

  test('a pause that still lasts moves the end day by day', () => {
    const programme = started('2026-11-01', [{ from: '2027-05-15', until: null }])
    expect(readClock(programme, '2027-05-25').endsOn).toBe('2028-11-10')
    expect(readClock(programme, '2027-05-26').endsOn).toBe('2028-11-11')
    expect(readClock(programme, '2030-01-01').over).toBe(false)
  })

  test('overlapping pauses count once', () => {
    const programme = started('2026-11-01', [
      { from: '2027-01-01', until: '2027-01-20' },
      { from: '2027-01-10', until: '2027-01-25' },
    ])
    expect(pausedDays(programme, '2027-03-01')).toBe(25)
  })

  test('for any start and any pauses it never runs backwards, and every day is in a month', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2026-01-01', days))
    const pause = fc
      .tuple(day, fc.option(fc.nat(90)))
      .map(([from, length]) => ({ from, until: length === null ? null : addDays(from, length) }))
    fc.assert(
      fc.property(day, fc.array(pause, { maxLength: 3 }), (startedOn, pauses) => {
        const programme = started(startedOn, pauses)
        let before = readClock(programme, startedOn)
        expect(before.month).toBe(1)
        for (let days = 1; days < 900; days += 7) {
          const now = readClock(programme, addDays(startedOn, days))
          expect(now.month).toBeGreaterThanOrEqual(before.month)
          expect(now.endsOn >= before.endsOn).toBe(true)
          expect(now.month + now.monthsLeft).toBe(24)
          before = now
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('milestones say why the programme is on time, tight or late', () => {
  const milestones: readonly Milestone[] = [
    { slug: 'start', month: 0, needs: 'start', reachedOn: null },
    { slug: 'survey', month: 3, needs: 'decision', reachedOn: '2027-01-20' },
    { slug: 'raw', month: 6, needs: 'written', reachedOn: null },
    { slug: 'first-reading', month: 9, needs: 'consulted', reachedOn: null },
    { slug: 'adoption', month: 24, needs: 'adopted', reachedOn: null },
  ]
  const programme = started('2026-11-01')
  const sections: readonly SectionStage[] = ['adopted', 'ready', 'consulted', 'written']

  test('on time while the next is far, tight when it is near, late when it is past', () => {
    const on = (today: string) => readCourse(programme, milestones, sections, today)
    expect(on('2027-05-15')).toMatchObject({
      pace: 'on_time',
      milestone: { slug: 'first-reading', missing: 1 },
    })
    expect(on('2027-07-01')).toMatchObject({ pace: 'tight', milestone: { dueOn: '2027-07-31' } })
    expect(on('2027-07-31').pace).toBe('tight')
    expect(on('2027-08-01')).toMatchObject({ pace: 'late', milestone: { slug: 'first-reading' } })
    expect(on('2028-10-31').pace).toBe('late')
    expect(on('2028-11-01').pace).toBe('over')
  })

  test('each is due on the last day of its month, whatever day the clock began on; the last one when the clock ends', () => {
    const days = ['2026-05-20', '2026-11-30', '2027-08-31', '2028-01-31', '2028-02-29', '2027-12-01']
    const pause = { from: '2027-02-20', until: '2027-03-01' }
    for (const day of days)
      for (const one of [started(day), started(day, [pause])]) {
        const due = readMilestones(one, milestones, sections, '2031-01-01')
        expect(due[0]?.dueOn).toBe(day)
        expect(due.at(-1)?.dueOn).toBe(readClock(one, '2031-01-01').endsOn)
        for (const { month, dueOn } of due.slice(1, -1)) {
          expect(readClock(one, dueOn).month, `${day}, ${dueOn}`).toBe(month)
          expect(readClock(one, addDays(dueOn, 1)).month, `${day}, ${dueOn}`).toBe(month + 1)
        }
      }
    // What was due before the pause stays due on its day.
    const late = started('2026-11-01', [{ from: '2027-09-01', until: '2027-09-30' }])
    const due = readMilestones(late, milestones, sections, '2028-06-01').map(({ dueOn }) => dueOn)
    expect(due).toEqual(['2026-11-01', '2027-01-31', '2027-04-30', '2027-07-31', '2028-11-30'])
    expect(readMilestones(started('2027-08-31'), milestones, sections, '2027-09-01')[2]?.dueOn).toBe(
      '2028-02-28',
    )
  })

  test('a milestone that needs a decision waits for it', () => {
    const unsaid = milestones.map((one) => ({ ...one, reachedOn: null }))
    expect(readCourse(programme, unsaid, sections, '2027-05-15')).toMatchObject({
      pace: 'late',
      milestone: { slug: 'survey', missing: 0 },
    })
  })

  test('paused, it is neither late nor on time; finished when all is adopted', () => {
    const paused = started('2026-11-01', [{ from: '2027-05-01', until: null }])
    expect(readCourse(paused, milestones, sections, '2027-05-15').pace).toBe('paused')
    expect(readCourse(programme, milestones, ['adopted', 'adopted'], '2028-11-15').pace).toBe('finished')
  })

  test('a standard without sections has written nothing', () => {
    const states = readMilestones(programme, milestones, [], '2027-05-15')
    expect(states.map(({ slug, reached }) => [slug, reached])).toEqual([
      ['start', true],
      ['survey', true],
      ['raw', false],
      ['first-reading', false],
      ['adoption', false],
    ])
  })
})
