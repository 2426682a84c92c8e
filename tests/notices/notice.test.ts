import { expect, test } from 'vitest'
import { nextDigest } from '#app/domain/notices/mail.ts'
import { nobody, noticesFor } from '#app/domain/notices/notice.ts'

const answered = { type: 'idea.answered', ideaId: 'i', answerId: 'a' } as const
const posted = {
  type: 'contribution.posted',
  contributionId: 'c',
  conversationId: 'g',
  subject: 'idea:i',
  number: 3,
  parentId: 'p',
} as const

test('author, supporters and followers hear of an answer once; who gave it hears nothing', () => {
  const concerned = {
    ...nobody,
    author: 'renate',
    supporters: ['elif', 'kornfeld'],
    followers: ['elif', 'renate'],
  }
  expect(noticesFor(answered, concerned, 'kornfeld')).toEqual([
    { accountId: 'renate', kind: 'idea-answered' },
    { accountId: 'elif', kind: 'idea-answered' },
  ])
})

test('who is answered and also follows hears of the reply, not of a contribution', () => {
  const concerned = {
    ...nobody,
    parentAuthor: 'leo',
    mentioned: ['jonas'],
    followers: ['leo', 'jonas', 'mira'],
  }
  expect(
    noticesFor(posted, concerned, 'amina').map((notice) => `${notice.accountId} ${notice.kind}`),
  ).toEqual(['leo reply', 'jonas mention', 'mira contribution'])
})

test.each([
  ['2027-03-10T09:00:00.000Z', '2027-03-11T08:00:00.000Z'],
  ['2027-03-11T08:00:00.000Z', '2027-03-18T08:00:00.000Z'],
  ['2027-03-25T07:59:59.999Z', '2027-03-25T08:00:00.000Z'],
  ['2027-03-26T12:00:00.000Z', '2027-04-01T07:00:00.000Z'],
])('the weekly mail after %s goes out on Thursday at nine in the town: %s', (now, due) => {
  expect(nextDigest(now, 'Europe/Berlin')).toBe(due)
})
