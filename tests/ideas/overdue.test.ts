import { expect, test } from 'vitest'
import { answerDue, daysOverdue } from '#app/domain/ideas/idea.ts'

const zone = 'Europe/Berlin'
const late = (answerDueAt: string, now: string) => daysOverdue({ state: 'talk', answerDueAt }, now)

test.each([
  ['in summer', '2027-03-10T09:00:00.000Z', '2027-04-21T21:59:59.000Z'],
  ['in winter', '2027-01-02T09:00:00.000Z', '2027-02-13T22:59:59.000Z'],
  ['shortly after midnight in the town', '2027-05-01T22:30:00.000Z', '2027-06-13T21:59:59.000Z'],
])('the promised day ends at midnight by the town’s clocks, %s', (_, published, due) => {
  expect(answerDue(published, 6, zone)).toBe(due)
})

test('an answer is in time on the promised day and late from the next one on, counted in days', () => {
  const due = '2027-04-21T21:59:59.000Z'
  expect(late(due, '2027-04-21T21:59:59.000Z')).toBe(0)
  expect(late(due, '2027-04-21T22:00:00.000Z')).toBe(1)
  expect(late(due, '2027-04-22T21:59:59.000Z')).toBe(1)
  expect(late(due, '2027-04-22T22:00:00.000Z')).toBe(2)
  expect(daysOverdue({ state: 'will_be_done', answerDueAt: due }, '2027-05-30T09:00:00.000Z')).toBe(0)
})
