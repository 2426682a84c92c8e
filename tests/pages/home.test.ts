import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countIdeas, countIdeasByDistrict, countIdeasByGoal } from '#app/domain/home/counts.server.ts'
import { listLateAnswers, listOutcomes } from '#app/domain/home/outcomes.server.ts'
import { readingMinutes } from '#app/domain/home/reading.ts'
import { listRunning } from '#app/domain/home/running.server.ts'
import { findNewSince } from '#app/domain/home/since.server.ts'
import { databases } from '#tests/databases.ts'
import { fillTown, type LivelyTown } from '#tests/pages/lively-town.ts'
import { openTestTown, type TestTown } from '#tests/platform.ts'

describe.each(databases)('the start page, on $name', (database) => {
  let town: TestTown
  let people: LivelyTown

  beforeAll(async () => {
    town = await openTestTown(database)
    people = await fillTown(town)
  })
  afterAll(() => town.close())

  test('what runs: open questions, the next end and the newest, the first end on top', async () => {
    const running = await listRunning(town.ask())
    expect(
      running.map(({ number, openQuestions, contributions }) => [number, openQuestions, contributions]),
    ).toEqual([
      [people.ideas.fee, 2, 3],
      [people.ideas.rooms, 0, 1],
      [people.ideas.bus, 0, 0],
    ])
    const ends = running.map((talk) => talk.answerDueAt)
    expect(ends).toEqual([...ends].sort())
    expect(running[0]).toMatchObject({ office: 'Kulturbüro', minutes: 1 })
  })

  test('what became of ideas: the last three answers, a No with its reason among them', async () => {
    const outcomes = await listOutcomes(town.ask())
    expect(outcomes.map(({ number, state }) => [number, state])).toEqual([
      [people.ideas.loop, 'done'],
      [people.ideas.tale, 'will_be_done'],
      [people.ideas.corner, 'no'],
    ])
    expect(outcomes[0]?.thought).toBe(
      'Seit dem 20. Februar liegt die Schleife. Wer ein Hörgerät trägt, hört jetzt jede Rede klar.',
    )
    expect(outcomes[2]?.thought).toMatch(/^Nein, weil niemand die Ausleihe betreuen kann\./)
  })

  test('a late answer is shown with its days', async () => {
    const { late, total } = await listLateAnswers(town.ask())
    expect(total).toBe(1)
    expect(late).toEqual([
      expect.objectContaining({ number: people.ideas.bench, days: 23, office: 'Kulturbüro' }),
    ])
  })

  test('counts leave out what is hidden', async () => {
    expect(await countIdeas(town.ask())).toBe(7)
    expect(await countIdeasByGoal(town.ask())).toEqual({
      '1.1': 2,
      '1.3': 2,
      '1.4': 1,
      '2.2': 1,
      '3.2': 1,
      '3.3': 1,
      '4.3': 1,
    })
    expect(await countIdeasByDistrict(town.ask())).toEqual({
      ganz: 1,
      'hattingen-mitte': 2,
      welper: 3,
      'winz-baak': 1,
    })
  })

  test('who comes back is told what is new for them; a guest is told nothing', async () => {
    const write = (eventNumber: number, kind: string, readAt: string | null) =>
      town.platform.database.write
        .insertInto('notice')
        .values({
          id: `notice-${eventNumber}`,
          accountId: people.jonas.accountId ?? '',
          eventNumber,
          kind,
          subject: 'idea:x',
          at: town.now,
          readAt,
        })
        .execute()
    await write(901, 'contribution', null)
    await write(902, 'contribution', null)
    await write(903, 'idea-answered', null)
    await write(904, 'contribution', '2027-03-01T08:00:00.000Z')
    expect(await findNewSince(town.ask(people.jonas))).toEqual({
      since: '2027-03-01T08:00:00.000Z',
      contributions: 2,
      answers: 1,
    })
    expect(await findNewSince(town.ask())).toBeNull()
  })
})

test('reading time is counted in whole minutes and left out where it no longer invites', () => {
  expect(readingMinutes([0])).toBe(1)
  expect(readingMinutes([900, 1])).toBe(2)
  expect(readingMinutes([100_000])).toBeNull()
})
