import { describe, expect, test } from 'vitest'
import { bodies, responsibles } from '#server/demo/story/bodies.ts'
import { conversations, t1, t2, t3, t5 } from '#server/demo/story/conversations/index.ts'
import { ideas as ideaList } from '#server/demo/story/ideas.ts'
import { people as peopleList } from '#server/demo/story/people.ts'
import { guestIdeasWaiting, reports as reportList } from '#server/demo/story/reports.ts'
import type {
  Move,
  PersonRole,
  StoryContribution,
  StoryIdea,
  StoryPerson,
  StoryReport,
} from '#server/demo/story/types.ts'
import hattingen from '#server/town/hattingen.json' with { type: 'json' }

const people: readonly StoryPerson[] = peopleList
const ideas: readonly StoryIdea[] = ideaList
const reports: readonly StoryReport[] = reportList
const districts = [...hattingen.districts.map((district) => district.slug), 'ganz']
const goals = hattingen.goals.map((goal) => goal.number)
const handles = new Set(people.map((person) => person.handle))
const contributions = conversations.flatMap((conversation) => conversation.contributions)
const minute = 1 / (24 * 60)

describe('the people', () => {
  test('are at least thirty, each with a handle, a mail and a name of their own', () => {
    expect(people.length).toBeGreaterThanOrEqual(30)
    for (const field of ['handle', 'mail', 'name', 'about'] as const) {
      expect(repeated(people.map((person) => person[field]))).toEqual([])
    }
    expect(people.filter((person) => !/^[a-z]+$/.test(person.handle))).toEqual([])
    // One address carries a word of its own, by which a leak of addresses would show.
    const addresses = people.map((person) => person.mail.replace('-kanarie-7725', ''))
    expect(addresses).toEqual(people.map((person) => `${person.handle}@beispiel.example`))
    expect(people.filter((person) => person.name.includes('(Beispiel)'))).toEqual([])
  })

  test('live in districts of the town, and somebody lives in each', () => {
    const homes = people.flatMap((person) => person.district ?? [])
    expect(homes.filter((home) => !districts.includes(home))).toEqual([])
    expect(districts.filter((slug) => slug !== 'ganz' && !homes.some((home) => home === slug))).toEqual([])
  })

  test('fill every seat: 17 at the Round Table on benches of 4, 5 and 6, and 7 speakers led by Amina', () => {
    const table = seatsOf('runder-tisch')
    expect(table).toHaveLength(17)
    for (const bench of bodies[0].benches) {
      expect(table.filter((seat) => seat.bench === bench.slug)).toHaveLength(bench.seats)
    }
    expect(table.filter((seat) => seat.bench === null).map((seat) => seat.function)).toEqual([
      'chair',
      'deputy',
    ])
    expect(table.filter((seat) => seat.function === 'minute-taker')).toHaveLength(1)

    const council = seatsOf('sprecherrat')
    expect(council).toHaveLength(7)
    expect(new Set(council.map((seat) => seat.function))).toEqual(new Set(['speaker']))
    expect(council[0]?.handle).toBe('amina')
    for (const body of bodies) expect(seatsOf(body.slug)).toHaveLength(body.seats)
  })

  test('nobody of the administration sits in the Council, and every speaker is a creator', () => {
    const speakers = seatsOf('sprecherrat').map((seat) => person(seat.handle))
    expect(speakers.filter((speaker) => has(speaker, 'staff'))).toEqual([])
    expect(speakers.filter((speaker) => !has(speaker, 'creator'))).toEqual([])
  })

  test('there are two moderators, two operators, and a staff member behind every responsible role', () => {
    expect(people.filter((one) => has(one, 'moderator'))).toHaveLength(2)
    expect(people.filter((one) => has(one, 'operator'))).toHaveLength(2)
    for (const { slug } of responsibles) {
      expect(people.filter((one) => has(one, 'staff') && holds(one, slug))).toHaveLength(1)
    }
  })

  test('the young one is 14 or 15, and the silent reader has never written a word', () => {
    expect(people.filter((one) => one.ageBand === '14-15').map((one) => one.handle)).toEqual(['sam'])
    expect(handles.has('edda')).toBe(true)
    expect([...contributions.map((one) => one.by), ...ideas.map((idea) => idea.handle)]).not.toContain('edda')
  })
})

describe('the ideas', () => {
  test('are the 22 and three that resemble number 1, in the order of their numbers', () => {
    expect(ideas.map((idea) => idea.number)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
    expect(ideas.slice(22).map((idea) => idea.title)).toEqual([
      'Raum zum Singen',
      'Klavier-Raum gesucht',
      'Probe im Rauendahl',
    ])
  })

  test('fit the form, and name a person, a district, a goal and a role that exist', () => {
    for (const idea of [...ideas, ...guestIdeasWaiting]) {
      expect(idea.title.length, idea.title).toBeGreaterThanOrEqual(8)
      expect(idea.title.length, idea.title).toBeLessThanOrEqual(80)
      expect(idea.text.length, idea.title).toBeGreaterThanOrEqual(20)
      expect(districts).toContain(idea.district)
    }
    for (const idea of ideas) {
      if (idea.handle !== null) expect(handles).toContain(idea.handle)
      else expect(idea.guestName, idea.title).not.toBeUndefined()
      expect(goals).toContain(idea.goal)
      expect(responsibles.map((role) => role.slug)).toContain(idea.responsible)
      if (idea.extension) expect(idea.extension.reason.length).toBeLessThanOrEqual(500)
      if (idea.picture !== null) expect(idea.picture.length).toBeGreaterThan(20)
    }
    expect(repeated(ideas.map((idea) => idea.text))).toEqual([])
  })

  test('have supporters who exist, and never more than there are other people', () => {
    for (const idea of ideas) {
      const supporters = idea.supporters
      if (typeof supporters === 'number') {
        expect(supporters).toBeLessThanOrEqual(25)
        expect(supporters).toBeLessThan(people.length)
      } else {
        for (const handle of supporters) expect(handles).toContain(handle)
        expect(supporters).not.toContain(idea.handle)
      }
    }
  })

  test('come in by number, but for the two fresh ones and the overdue one', () => {
    const inOrder = ideas.filter((idea) => ![12, 21, 22].includes(idea.number))
    const received = inOrder.map((idea) => idea.receivedDaysAgo)
    expect(received).toEqual([...received].sort((one, other) => other - one))
    for (const idea of ideas) {
      if (idea.publishedDaysAgo !== null) expect(idea.publishedDaysAgo).toBeLessThan(idea.receivedDaysAgo)
    }
  })

  test('stand where the story says: answered, done, refused with reasons, later, overdue, waiting', () => {
    const byOutcome = (kind: string) =>
      ideas.filter((idea) => idea.outcome?.kind === kind).map((idea) => idea.number)
    expect(byOutcome('will_be_done')).toEqual([2, 6, 9, 10, 16, 20])
    expect(byOutcome('later')).toEqual([4, 17])
    expect(byOutcome('no')).toEqual([15])
    expect(ideas.filter((idea) => idea.done).map((idea) => idea.number)).toEqual([6, 10, 16])
    expect(ideas.filter((idea) => idea.publishedDaysAgo === null).map((idea) => idea.number)).toEqual([21])
    expect(ideas.filter((idea) => daysUntilAnswer(idea) < 0).map((idea) => idea.number)).toEqual([22])
    expect(numbered(22).answerDueInDays).toBe(Math.round(daysUntilAnswer(numbered(22))))
  })

  test('are answered by the one responsible, after publication, in time, with a reason', () => {
    for (const idea of ideas) {
      if (idea.outcome === null) continue
      const published = idea.publishedDaysAgo ?? 0
      expect(holds(person(idea.outcome.byHandle), idea.responsible), idea.title).toBe(true)
      expect(idea.outcome.daysAgo).toBeLessThan(published)
      expect(published - idea.outcome.daysAgo).toBeLessThanOrEqual(hattingen.rules.answerWithinWeeks * 7)
      expect(idea.outcome.text.length).toBeGreaterThan(150)
      if (idea.outcome.kind === 'later') expect(idea.outcome.reviewOn).toBeGreaterThan(0)
      if (idea.done) expect(idea.done.daysAgo).toBeLessThan(idea.outcome.daysAgo)
    }
  })

  test('get more time only before their time is up, from the one responsible, with a public reason', () => {
    const extended = ideas.filter((idea) => idea.extension)
    expect(extended.map((idea) => idea.number)).toEqual([1, 3, 5, 7, 8, 11])
    for (const { extension, publishedDaysAgo, responsible, title } of extended) {
      if (!extension) continue
      const dueDaysAgo = (publishedDaysAgo ?? 0) - hattingen.rules.answerWithinWeeks * 7
      expect(extension.daysAgo, title).toBeGreaterThan(dueDaysAgo)
      expect(extension.newDueInDays, title).toBeGreaterThan(0)
      expect(extension.reason.length, title).toBeGreaterThan(80)
      expect(holds(person(extension.byHandle), responsible), title).toBe(true)
    }
  })

  test('number 1 has support enough for the agenda', () => {
    expect(numbered(1).supporters).toBeGreaterThanOrEqual(hattingen.rules.supportForAgenda)
  })
})

describe('the conversations', () => {
  test('have the sizes the story names, and three published ideas stay silent', () => {
    expect(t1.contributions).toHaveLength(214)
    expect(t2.contributions).toHaveLength(38)
    expect(t3.contributions).toHaveLength(9)
    expect(t5.contributions).toHaveLength(14)
    for (const { contributions: some, idea } of conversations) {
      expect(numbered(idea).publishedDaysAgo, `idea ${idea}`).not.toBeNull()
      expect(some.length).toBeGreaterThanOrEqual(2)
    }
    const spoken = conversations.map((conversation) => conversation.idea)
    expect(repeated(spoken.map(String))).toEqual([])
    expect(ideas.filter((idea) => !spoken.includes(idea.number)).map((idea) => idea.number)).toEqual([
      12, 21, 24,
    ])
  })

  test('run in the order of time, after publication, with every author among the people', () => {
    expect(repeated(contributions.map((one) => one.key))).toEqual([])
    for (const conversation of conversations) {
      const times = conversation.contributions.map((one) => one.daysAgo)
      expect(times).toEqual([...times].sort((one, other) => other - one))
      expect(times[0]).toBeLessThan(numbered(conversation.idea).publishedDaysAgo ?? 0)
      expect(times.at(-1)).toBeGreaterThan(0)
    }
    expect(contributions.filter((one) => !handles.has(one.by))).toEqual([])
  })

  test('replies follow what they answer, at depth 2 at most, and an answer always answers something', () => {
    for (const conversation of conversations) {
      const byKey = new Map(conversation.contributions.map((one) => [one.key, one]))
      for (const one of conversation.contributions) {
        if (one.parent === null) {
          expect(one.move, one.key).not.toBe('answer')
        } else {
          const parent = byKey.get(one.parent)
          expect(parent, one.key).toBeDefined()
          expect(parent?.daysAgo, one.key).toBeGreaterThan(one.daysAgo)
          expect(depthOf(one, byKey), one.key).toBeLessThanOrEqual(2)
        }
      }
    }
  })

  test('nobody says the same thing twice, whole text or sentence', () => {
    expect(repeated(contributions.map((one) => one.text))).toEqual([])
    const sentences = contributions.flatMap((one) =>
      one.text
        .split(/(?<=[.!?])\s+/)
        .map((sentence) => sentence.trim())
        .filter((sentence) => sentence.length > 25),
    )
    expect(repeated(sentences)).toEqual([])
  })

  test('nothing is longer than 2,000 characters', () => {
    const texts = contributions.flatMap((one) => [one.text, one.edited?.text ?? ''])
    expect(texts.filter((text) => text.length > 2000)).toEqual([])
    expect(contributions.filter((one) => one.text.trim() === '')).toEqual([])
  })

  test('those who run the server do not write', () => {
    const operators = people.filter((one) => has(one, 'operator')).map((one) => one.handle)
    expect(contributions.filter((one) => operators.includes(one.by))).toEqual([])
    expect(ideas.filter((idea) => operators.includes(idea.handle ?? ''))).toEqual([])
  })

  test('official words are answers, and come from the administration alone', () => {
    for (const one of contributions.filter((each) => each.official)) {
      expect(has(person(one.by), 'staff'), one.key).toBe(true)
      expect(one.move).toBe('answer')
    }
  })
})

describe('the long conversation on the minimum fee', () => {
  const long = t1.contributions
  const count = (move: Move) => long.filter((one) => one.move === move).length

  test('is mixed as the story says: 31 questions, 62 for, 55 against and the rest', () => {
    expect(count('question')).toBe(31)
    expect(count('for')).toBe(62)
    expect(count('against')).toBe(55)
    expect(count('proposal')).toBe(18)
    expect(count('experience')).toBe(20)
    expect(count('answer')).toBe(28)
  })

  test('24 of its questions are answered, 7 are open', () => {
    const answered = long.filter(
      (one) =>
        one.move === 'question' && long.some((other) => other.parent === one.key && other.move === 'answer'),
    )
    expect(answered).toHaveLength(24)
  })

  test('one official answer came in time and one late', () => {
    const official = long.filter((one) => one.official)
    const waits = official.map(
      (one) => (long.find((other) => other.key === one.parent)?.daysAgo ?? 0) - one.daysAgo,
    )
    expect(waits.filter((days) => days < 7)).toHaveLength(1)
    expect(waits.filter((days) => days > 14)).toHaveLength(1)
  })

  test('speaks five ways: Turkish, English, Arabic, simple German and German Sign Language', () => {
    const written = (language: string) => long.filter((one) => one.language === language)
    expect(written('tr')).toHaveLength(6)
    expect(written('en')).toHaveLength(2)
    expect(written('ar')).toHaveLength(1)
    expect(written('ar')[0]?.text).toMatch(/^[\u0600-\u06ff]/)
    expect(long.filter((one) => one.simple)).toHaveLength(2)
    expect(long.filter((one) => one.text.includes('/dgs/'))).toHaveLength(1)
  })

  test('brings the hard texts: markup that attacks, 2,000 characters, one word, a long compound, an address alone', () => {
    const hostile = long.filter((one) => one.text.includes('<script>'))
    expect(hostile).toHaveLength(1)
    expect(hostile[0]?.text).toContain('onerror=')
    expect(hostile[0]?.text).toContain('](javascript:')
    expect(long.filter((one) => one.text.length === 2000)).toHaveLength(1)
    expect(long.filter((one) => /^\p{L}+\.$/u.test(one.text))).toHaveLength(1)
    expect(long.filter((one) => /(?<!\p{L})\p{L}{74}(?!\p{L})/u.test(one.text))).toHaveLength(1)
    expect(long.filter((one) => /^https:\/\/\S+$/.test(one.text))).toHaveLength(1)
    expect(long.some((one) => /\p{Extended_Pictographic}/u.test(one.text))).toBe(true)
  })

  test('one person writes 14 times and nobody more often', () => {
    const counts = [...handles].map((handle) => long.filter((one) => one.by === handle).length)
    expect(Math.max(...counts)).toBe(14)
    expect(long.filter((one) => one.by === 'leo')).toHaveLength(14)
  })

  test('twelve people write within one minute', () => {
    const bursts = long.map((first) =>
      long.filter((one) => one.daysAgo <= first.daysAgo && first.daysAgo - one.daysAgo <= minute),
    )
    const burst = bursts.find((some) => some.length >= 12) ?? []
    expect(burst).toHaveLength(12)
    expect(new Set(burst.map((one) => one.by)).size).toBe(12)
  })

  test('three are hidden with rule and reason, two objected, one objection won before another moderator', () => {
    const hidden = long.flatMap((one) => one.hidden ?? [])
    expect(hidden).toHaveLength(3)
    expect(hidden.filter((measure) => measure.reason.length < 30)).toEqual([])
    const appeals = hidden.flatMap((measure) =>
      measure.appeal ? [{ ...measure.appeal, hiddenBy: measure.by }] : [],
    )
    expect(appeals.map((appeal) => appeal.outcome).sort()).toEqual(['restored', 'upheld'])
    expect(appeals.filter((appeal) => appeal.by === appeal.hiddenBy)).toEqual([])
    for (const { by } of [...hidden, ...appeals]) expect(has(person(by), 'moderator')).toBe(true)
  })

  test('two were deleted by their authors, one with its reply left standing, and five were edited', () => {
    const deleted = long.filter((one) => one.deletedByAuthor)
    expect(deleted).toHaveLength(2)
    expect(deleted.filter((one) => long.some((other) => other.parent === one.key))).toHaveLength(1)
    const edited = long.filter((one) => one.edited)
    expect(edited).toHaveLength(5)
    for (const one of edited) {
      expect(one.edited?.text).not.toBe(one.text)
      expect((one.edited?.hoursLater ?? 0) / 24).toBeLessThan(one.daysAgo)
    }
  })
})

describe('the moderators’ desk', () => {
  test('holds three open reports about things that exist, and two guest ideas', () => {
    expect(reports).toHaveLength(3)
    for (const report of reports) {
      if ('idea' in report.about) expect(numbered(report.about.idea).publishedDaysAgo).not.toBeNull()
      else {
        const { contribution } = report.about
        const about = contributions.find((one) => one.key === contribution)
        expect(about?.daysAgo, contribution).toBeGreaterThan(report.daysAgo)
      }
      if (report.by !== null) expect(handles).toContain(report.by)
      else expect(report.guestMail).toMatch(/@beispiel\.example$/)
    }
    const waiting = ideas.filter((idea) => idea.publishedDaysAgo === null)
    expect(waiting.length + guestIdeasWaiting.length).toBe(2)
  })
})

function repeated(values: readonly string[]) {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

function person(handle: string) {
  const found = people.find((one) => one.handle === handle)
  if (!found) throw new Error(`nobody is called ${handle}`)
  return found
}

function has(one: StoryPerson, kind: PersonRole['kind']) {
  return one.roles.some((role) => role.kind === kind)
}

function holds(one: StoryPerson, slug: string) {
  return one.roles.some((role) => role.kind === 'responsible' && role.role === slug)
}

/** Without substitutes, who have no seat of their own. */
function seatsOf(body: string) {
  const seats = people.flatMap((one) =>
    one.roles.flatMap((role) =>
      role.kind === 'seat' && role.body === body ? [{ ...role, handle: one.handle }] : [],
    ),
  )
  return seats.filter((seat) => seat.function !== 'substitute')
}

function numbered(number: number) {
  const found = ideas.find((idea) => idea.number === number)
  if (!found) throw new Error(`there is no idea ${number}`)
  return found
}

/** Days left for an answer that is still owed; without end where none is owed. */
function daysUntilAnswer(idea: StoryIdea) {
  if (idea.outcome !== null || idea.publishedDaysAgo === null) return Number.POSITIVE_INFINITY
  return idea.extension?.newDueInDays ?? hattingen.rules.answerWithinWeeks * 7 - idea.publishedDaysAgo
}

function depthOf(one: StoryContribution, byKey: ReadonlyMap<string, StoryContribution>): number {
  const parent = one.parent === null ? undefined : byKey.get(one.parent)
  return parent ? depthOf(parent, byKey) + 1 : 0
}
