import { describe, expect, test } from 'vitest'
import { type Move, moveItem, numberItems, type Placed } from '#app/domain/meetings/agenda.ts'
import { withIds, withPeople } from '#app/domain/meetings/minutes.ts'
import { type MotionStep, moveMotion, stepMotion } from '#app/domain/meetings/motion.ts'
import { findPersonalData } from '#app/domain/meetings/personal-data.ts'
import { countQuorum, type Voter } from '#app/domain/meetings/quorum.ts'
import {
  extendClock,
  leftMs,
  resumeClock,
  spokenMs,
  startClock,
  stopClock,
} from '#app/domain/meetings/speaking-time.ts'

const at = (seconds: number) =>
  new Date(Date.parse('2027-03-10T18:00:00.000Z') + seconds * 1000).toISOString()

describe('an agenda', () => {
  const item = (id: string, place: number, parentId: string | null = null): Placed => ({
    id,
    place,
    parentId,
  })
  const items = [item('a', 0), item('b', 1), item('c', 2), item('b1', 0, 'b'), item('b2', 1, 'b')]
  const none = new Set<string>()
  const numbers = (placed: readonly Placed[]) =>
    numberItems(placed).map(({ number, id }) => `${number} ${id}`)
  const moved = (id: string, move: Move, from = items) => numbers(moveItem(from, id, move, none))

  test('is numbered 1, 2, 2.1 in the order in which it is called', () => {
    expect(numbers(items)).toEqual(['1 a', '2 b', '2.1 b1', '2.2 b2', '3 c'])
  })

  test('moves by single steps and keeps every id', () => {
    expect(moved('c', 'up')).toEqual(['1 a', '2 c', '3 b', '3.1 b1', '3.2 b2'])
    expect(moved('b1', 'down')).toEqual(['1 a', '2 b', '2.1 b2', '2.2 b1', '3 c'])
    expect(moved('c', 'in')).toEqual(['1 a', '2 b', '2.1 b1', '2.2 b2', '2.3 c'])
    expect(moved('b1', 'out')).toEqual(['1 a', '2 b', '2.1 b2', '3 b1', '4 c'])
  })

  test('refuses a step past the end, a third level, and to move what is current or done', () => {
    const refused = (id: string, move: Move, locked: ReadonlySet<string> = none) => {
      try {
        moveItem(items, id, move, locked)
      } catch (error) {
        return (error as { reason: string }).reason
      }
      return 'moved'
    }
    expect(refused('a', 'up')).toBe('item_cannot_move')
    expect(refused('c', 'down')).toBe('item_cannot_move')
    expect(refused('b', 'in')).toBe('item_cannot_move')
    expect(refused('b2', 'in')).toBe('item_cannot_move')
    expect(refused('a', 'out')).toBe('item_cannot_move')
    expect(refused('b', 'down', new Set(['b']))).toBe('item_is_running')
    expect(refused('b', 'up', new Set(['a']))).toBe('item_cannot_move')
    expect(refused('b', 'down', new Set(['a']))).toBe('moved')
  })
})

describe('the quorum', () => {
  const voters = (there: string): readonly Voter[] =>
    [...there].map((sign, index) => ({
      accountId: `p${index}`,
      bench: index < 2 ? null : index < 6 ? 'x' : 'y',
      there: sign === '1' || sign === 'c',
      conflicted: sign === 'c' || sign === 'C',
    }))
  const half = { moreThan: 0.5, perBench: 0, leaveOutConflicted: true }

  test.each([
    ['11111111100000000', true, 9, 9],
    ['11111111000000000', false, 8, 9],
    ['1111111100000000', false, 8, 9],
    ['00000000000000000', false, 0, 9],
    ['11', true, 2, 2],
    ['10', false, 1, 2],
  ])('of %s there is %s', (there, reached, present, needed) => {
    expect(countQuorum(voters(there), half)).toMatchObject({ reached, present, needed })
  })

  test('may ask for somebody of every bench; those without a bench make none', () => {
    const oneBench = voters('11111111100000000')
    const withoutX = voters('11000011111111111')
    expect(countQuorum(oneBench, { ...half, perBench: 1 }).reached).toBe(true)
    expect(countQuorum(withoutX, half).reached).toBe(true)
    const asked = countQuorum(withoutX, { ...half, perBench: 1 })
    expect(asked.reached).toBe(false)
    expect(asked.benches.filter((bench) => !bench.reached).map(({ bench }) => bench)).toEqual(['x'])
  })

  test('leaves out those with a conflict of interest, or counts them as members who are not there', () => {
    const conflicted = voters('ccccccccc11111110')
    expect(countQuorum(conflicted, half)).toMatchObject({ reached: true, present: 7, members: 8, needed: 5 })
    expect(countQuorum(conflicted, { ...half, leaveOutConflicted: false })).toMatchObject({
      reached: false,
      present: 7,
      members: 17,
      needed: 9,
    })
  })

  test('a body without members never has one', () => {
    expect(countQuorum([], half).reached).toBe(false)
  })
})

describe('speaking time', () => {
  test('runs on one clock; what was stopped does not count, and an extension adds to it', () => {
    const started = startClock(at(0), 180_000)
    expect(leftMs(started, at(50))).toBe(130_000)
    const stopped = stopClock(started, at(60))
    expect(leftMs(stopped, at(600))).toBe(120_000)
    expect(stopClock(stopped, at(70))).toBe(stopped)
    const running = resumeClock(stopped, at(100))
    expect(leftMs(running, at(110))).toBe(110_000)
    expect(resumeClock(running, at(120))).toBe(running)
    expect(leftMs(extendClock(running, 60_000), at(110))).toBe(170_000)
    expect(leftMs(running, at(300))).toBe(-80_000)
    expect(spokenMs(running, at(300))).toBe(260_000)
  })

  test('never counts backwards, even on a clock that jumps', () => {
    expect(spokenMs(startClock(at(10), 60_000), at(0))).toBe(0)
  })
})

describe('a procedural motion', () => {
  const motion = { id: 'm', kind: 'secret-vote', moverId: 'leo', movedAt: at(0) } as const
  const quiet = { speechRuns: false, voteRuns: false, open: [] }
  const walk = (...steps: readonly MotionStep[]) => steps.reduce(stepMotion, moveMotion(motion, quiet)).state

  test('without an objection it is accepted; with one there is one speech against it, then a vote', () => {
    expect(walk({ do: 'no-objection' })).toBe('accepted')
    const path = [
      { do: 'object', accountId: 'mira' },
      { do: 'countered' },
      { do: 'vote', pollId: 'p' },
    ] as const
    expect(walk(...path)).toBe('voting')
    expect(walk(...path, { do: 'decide', accepted: true })).toBe('accepted')
    expect(walk(...path, { do: 'decide', accepted: false })).toBe('rejected')
  })

  test('waits for the speech that runs, and behind another motion', () => {
    expect(moveMotion(motion, { ...quiet, speechRuns: true }).state).toBe('waiting')
    const other = { ...moveMotion(motion, quiet), id: 'n', kind: 'interrupt' as const }
    expect(moveMotion(motion, { ...quiet, open: [other] }).state).toBe('waiting')
    expect(stepMotion(moveMotion(motion, { ...quiet, speechRuns: true }), { do: 'take-up' }).state).toBe(
      'moved',
    )
  })

  test('is refused during a vote, twice, and out of its order', () => {
    const reason = (deed: () => unknown) => {
      try {
        deed()
      } catch (error) {
        return (error as { reason: string }).reason
      }
      return 'done'
    }
    expect(reason(() => moveMotion(motion, { ...quiet, voteRuns: true }))).toBe('motion_during_vote')
    const open = [moveMotion(motion, quiet)]
    expect(reason(() => moveMotion({ ...motion, id: 'n' }, { ...quiet, open }))).toBe('motion_moved_already')
    expect(reason(() => walk({ do: 'countered' }))).toBe('motion_not_there_yet')
    expect(reason(() => walk({ do: 'object', accountId: 'leo' }))).toBe('motion_is_own')
    expect(reason(() => walk({ do: 'no-objection' }, { do: 'withdraw' }))).toBe('motion_not_there_yet')
    expect(reason(() => walk({ do: 'object', accountId: 'mira' }, { do: 'withdraw' }))).toBe('done')
  })
})

describe('people in a sentence of the minutes', () => {
  const spoken = [
    { id: 'a1', words: ['Ute Licht (Vorsitz)', 'Ute Licht'] },
    { id: 'b2', words: ['Ute Lichtbild (Bank A+B)', 'Ute Lichtbild'] },
  ]

  test('who corrects it types names, and ids are kept: the longest way of writing first, whole words only', () => {
    expect(withIds('Es sprechen: Ute Lichtbild (Bank A+B), Ute Licht.', spoken)).toBe(
      'Es sprechen: [[b2]], [[a1]].',
    )
    expect(withIds('Ute Licht (Vorsitz) dankt; Ute Lichtmess fehlt.', spoken)).toBe(
      '[[a1]] dankt; Ute Lichtmess fehlt.',
    )
  })

  test('shown and kept again, a sentence is as it was', () => {
    const kept = 'Es fehlen: [[b2]], [[a1]].'
    const shown = withPeople(kept, (id) => spoken.find((one) => one.id === id)?.words[0] ?? '')
    expect(withIds(shown, spoken)).toBe(kept)
  })
})

describe('the scanner for a public text', () => {
  const found = (text: string, names: readonly string[] = [], allowed: readonly string[] = []) =>
    findPersonalData(text, names, allowed).map(({ kind, found: words }) => `${kind}: ${words}`)

  test('stops at mail addresses and phone numbers, however they are written', () => {
    expect(found('Bitte an renate.tonwald@beispiel.example schreiben.')).toEqual([
      'mail: renate.tonwald@beispiel.example',
    ])
    expect(found('renate (at) chor.example')).toEqual(['mail: renate (at) chor.example'])
    expect(found('Telefon 02324 / 204-0815 oder +49 2324 12345.')).toEqual([
      'phone: 02324 / 204-0815',
      'phone: +49 2324 12345',
    ])
  })

  test('stops at citizens, in full, by the family name and with a title; lets office holders stand', () => {
    const names = ['Renate Tonwald (Beispiel)', 'Elif Aydoğan']
    const allowed = ['Berghoff-Muster', 'Ottilie Kornfeld']
    expect(
      found('Renate Tonwald (Beispiel) fragt. Frau Tonwald dankt. Aydoğan auch.', names, allowed),
    ).toEqual(['name: Renate Tonwald (Beispiel)', 'name: Tonwald', 'name: Aydoğan'])
    expect(
      found('Frau Berghoff-Muster und Herr Kornfeld antworten Herrn Unbekannt.', names, allowed),
    ).toEqual(['name: Herrn Unbekannt'])
  })

  test('leaves dates, amounts, clauses and longer words alone', () => {
    const text = 'Am 10.03.2027 um 19:42 Uhr: 31.000 Euro, § 3.2, Idee 147, 13:1:1, 0,5 %. Tonwaldhaus.'
    expect(found(text, ['Renate Tonwald'])).toEqual([])
  })
})
