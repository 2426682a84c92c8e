import { describe, expect, test } from 'vitest'
import { applyStep, foldSteps } from '#app/domain/meetings/fold.ts'
import { beforeMeeting, type LiveMeeting, runningVote } from '#app/domain/meetings/live.ts'
import { leftMs } from '#app/domain/meetings/speaking-time.ts'
import type { NewStep, Step } from '#app/domain/meetings/steps.ts'
import { checkTurn, checkUndo, undoLeftMs } from '#app/domain/meetings/undo.ts'
import { waysLeft } from '#app/domain/meetings/vote-ways.ts'

const rules = { speakingMs: 180_000, extensionMs: 60_000, extensions: 1, listMode: 'request' } as const
const at = (seconds: number) =>
  new Date(Date.parse('2027-03-10T18:00:00.000Z') + seconds * 1000).toISOString()

/** Ten seconds lie between two steps. */
const numbered = (steps: readonly NewStep[]): readonly Step[] =>
  steps.map(
    (step, index) => ({ ...step, number: index + 1, at: at(10 * (index + 1)), byId: 'chair' }) as Step,
  )
const standing = (...steps: readonly NewStep[]) =>
  numbered(steps).reduce((live, step) => applyStep(live, step, rules), beforeMeeting)
const refusal = (live: LiveMeeting, step: NewStep) => {
  try {
    applyStep(live, { ...step, number: 99, at: at(990), byId: null } as Step, rules)
  } catch (error) {
    return (error as { reason: string }).reason
  }
  return 'done'
}

const opened = [{ type: 'opened' }, { type: 'item-called', itemId: 'i1' }] as const
const hand = (requestId: string, accountId: string, kind: 'speech' | 'reply' | 'order' = 'speech') =>
  ({ type: 'floor-asked', requestId, accountId, kind, bench: 'x', entered: 'self' }) as const
const call = (requestId: string, note: string | null = null) =>
  ({ type: 'speech-begun', requestId, note }) as const
const vote = (pollId: string, motionId: string | null = null) =>
  ({ type: 'vote-opened', pollId, itemId: 'i1', motionId }) as const
const motion = (motionId: string, kind: 'secret-vote' | 'close-list' | 'close-debate' = 'secret-vote') =>
  ({ type: 'motion-moved', motionId, kind, accountId: 'leo', entered: 'self' }) as const

describe('a meeting as it runs', () => {
  test('a speech begins, is extended once, and ends when the next one is called', () => {
    const live = standing(...opened, hand('a', 'jonas'), hand('b', 'mira'), call('a'))
    expect(live.speech).toMatchObject({ accountId: 'jonas', itemId: 'i1' })
    expect(leftMs(live.speech?.clock ?? ({} as never), at(60))).toBe(170_000)
    const longer = applyStep(
      live,
      { type: 'time-extended', ms: 60_000, number: 6, at: at(60), byId: 'chair' },
      rules,
    )
    expect(refusal(longer, { type: 'time-extended', ms: 60_000 })).toBe('extension_used_up')
    const next = applyStep(longer, { ...call('b'), number: 7, at: at(100), byId: 'chair' }, rules)
    expect(next.speech?.accountId).toBe('mira')
    expect(next.speeches).toEqual([
      {
        accountId: 'jonas',
        bench: 'x',
        itemId: 'i1',
        kind: 'speech',
        beganAt: at(50),
        endedAt: at(100),
        ms: 50_000,
      },
    ])
  })

  test('one waits once, with a point of order beside it; a closed list takes points of order only', () => {
    const live = standing(...opened, hand('a', 'jonas'))
    expect(refusal(live, hand('b', 'jonas'))).toBe('floor_asked_already')
    expect(refusal(live, hand('b', 'jonas', 'order'))).toBe('done')
    expect(refusal(live, hand('b', 'mira', 'reply'))).toBe('no_speech')
    const closed = standing(...opened, { type: 'list-closed' })
    expect(refusal(closed, hand('b', 'mira'))).toBe('floor_list_closed')
    expect(refusal(closed, hand('b', 'mira', 'order'))).toBe('done')
  })

  test('a conflict of interest takes the hand down and keeps it down on this item', () => {
    const conflict = { type: 'conflict', accountId: 'jonas', itemId: 'i1', is: 'yes' } as const
    const live = standing(...opened, hand('a', 'jonas'), conflict)
    expect(live.items.i1?.requests).toEqual([])
    expect(refusal(live, hand('b', 'jonas'))).toBe('conflict_of_interest')
    const next = standing(...opened, conflict, { type: 'item-called', itemId: 'i2' })
    expect(refusal(next, hand('b', 'jonas'))).toBe('done')
  })

  test('who leaves goes from the list', () => {
    const live = standing(...opened, hand('a', 'jonas'), {
      type: 'presence',
      accountId: 'jonas',
      as: 'gone',
      entered: 'self',
    })
    expect(live.items.i1?.requests).toEqual([])
  })

  test('a pause for the interpreters stops the clock of the speech', () => {
    const live = standing(
      ...opened,
      hand('a', 'jonas'),
      call('a'),
      { type: 'paused', why: 'interpreting' },
      { type: 'resumed' },
    )
    expect(leftMs(live.speech?.clock ?? ({} as never), at(70))).toBe(160_000)
  })

  test('a motion waits for the end of the speech; accepted, it closes the list by itself', () => {
    const live = standing(...opened, hand('a', 'jonas'), call('a'), motion('m', 'close-list'))
    expect(live.motions[0]?.state).toBe('waiting')
    const ended = applyStep(live, { type: 'speech-ended', number: 6, at: at(60), byId: 'chair' }, rules)
    expect(ended.motions[0]?.state).toBe('moved')
    const accepted = applyStep(
      ended,
      { type: 'motion-step', motionId: 'm', do: 'no-objection', number: 7, at: at(70), byId: 'chair' },
      rules,
    )
    expect(accepted.items.i1?.list).toBe('closed')
  })

  test('what was decided about the way of a vote leaves no other, but names may still become secret', () => {
    expect(waysLeft(null)).toEqual(['open', 'named', 'hands', 'secret'])
    expect(waysLeft('named')).toEqual(['named', 'secret'])
    expect(waysLeft('secret')).toEqual(['secret'])
  })

  test('a secret vote that was decided is not undone by a motion to vote by name', () => {
    const live = standing(
      ...opened,
      motion('m'),
      { type: 'motion-step', motionId: 'm', do: 'no-objection' },
      { type: 'motion-moved', motionId: 'n', kind: 'named-vote', accountId: 'mira', entered: 'self' },
      { type: 'motion-step', motionId: 'n', do: 'no-objection' },
    )
    expect(live.items.i1?.voteWish).toBe('secret')
  })

  test('while a vote runs nothing else begins; closed, the next item may come', () => {
    const live = standing(...opened, vote('p'))
    expect(runningVote(live)?.pollId).toBe('p')
    expect(refusal(live, { type: 'item-called', itemId: 'i2' })).toBe('vote_runs')
    expect(refusal(live, { type: 'ended' })).toBe('vote_runs')
    expect(refusal(live, vote('q'))).toBe('vote_runs')
    expect(refusal(live, motion('m'))).toBe('motion_during_vote')
    const closed = standing(...opened, vote('p'), { type: 'vote-closed', pollId: 'p' })
    expect(refusal(closed, { type: 'vote-closed', pollId: 'p' })).toBe('vote_not_running')
    expect(refusal(closed, { type: 'item-called', itemId: 'i2' })).toBe('done')
  })

  test('the end of the meeting ends the speech and the item', () => {
    const live = standing(...opened, hand('a', 'jonas'), call('a'), { type: 'ended' })
    expect(live).toMatchObject({ phase: 'ended', speech: null, currentId: null })
    expect(live.items.i1?.outcome).toBe('done')
    expect(live.speeches).toHaveLength(1)
    expect(refusal(live, hand('b', 'mira'))).toBe('meeting_not_running')
  })
})

describe('taking back', () => {
  test('the newest deed of the chair goes, what members did meanwhile stays', () => {
    const steps = numbered([...opened, hand('a', 'jonas'), call('a'), hand('b', 'mira')])
    const live = foldSteps(steps, rules)
    expect(live.turn).toBe(4)
    expect(undoLeftMs(live, at(45))).toBe(5_000)
    expect(checkUndo(live, 4, at(45))).toBe(4)
    const undone = foldSteps(
      steps.filter(({ number }) => number !== 4),
      rules,
    )
    expect(undone.speech).toBeNull()
    expect(undone.items.i1?.requests.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('every deed of the chair can be taken back, and then the meeting is as it was', () => {
    const speaking = [...opened, hand('a', 'jonas'), call('a')]
    const chairHand = { ...hand('c', 'guest:c'), entered: 'chair' } as const
    const deeds: readonly (readonly [readonly NewStep[], NewStep])[] = [
      [[], { type: 'opened' }],
      [[opened[0]], opened[1]],
      [opened, { type: 'item-called', itemId: 'i2' }],
      [opened, { type: 'item-closed', itemId: 'i1', outcome: 'postponed' }],
      [opened, { type: 'ended' }],
      [speaking, { type: 'paused', why: 'break' }],
      [[...opened, { type: 'paused', why: 'break' }], { type: 'resumed' }],
      [speaking, { type: 'speech-ended' }],
      [[...opened, hand('a', 'jonas')], call('a')],
      [speaking, { type: 'clock-stopped', why: 'interpreting' }],
      [[...speaking, { type: 'clock-stopped', why: 'chair' }], { type: 'clock-running' }],
      [speaking, { type: 'time-extended', ms: 60_000 }],
      [opened, { type: 'list-mode', mode: 'balanced' }],
      [opened, { type: 'list-closed' }],
      [[...opened, { type: 'list-closed' }], { type: 'list-opened' }],
      [opened, { type: 'frozen' }],
      [[...opened, { type: 'frozen' }], { type: 'unfrozen' }],
      [opened, vote('p')],
      [[...opened, vote('p')], { type: 'vote-closed', pollId: 'p' }],
      [[...opened, motion('m', 'close-list')], { type: 'motion-step', motionId: 'm', do: 'no-objection' }],
      [opened, chairHand],
      [opened, { type: 'presence', accountId: 'mira', as: 'room', entered: 'chair' }],
      [opened, { type: 'stood-in', accountId: 'sina', forId: 'mira', as: 'room', entered: 'chair' }],
    ]
    for (const [before, deed] of deeds) {
      const steps = numbered([...before, deed])
      const taken = foldSteps(steps, rules)
      expect(checkUndo(taken, steps.length, at(10 * steps.length + 5)), deed.type).toBe(steps.length)
      expect(foldSteps(steps.slice(0, -1), rules), deed.type).toEqual(standing(...before))
      expect(taken, deed.type).not.toEqual(standing(...before))
    }
  })

  test('after ten seconds, and for a step one has not seen it is refused', () => {
    const reason = (deed: () => unknown) => {
      try {
        deed()
      } catch (error) {
        return (error as { reason: string }).reason
      }
      return 'done'
    }
    const live = standing(...opened)
    expect(reason(() => checkUndo(live, 2, at(29)))).toBe('done')
    expect(reason(() => checkUndo(live, 2, at(30)))).toBe('undo_too_late')
    expect(reason(() => checkUndo(live, 1, at(21)))).toBe('somebody_was_faster')
    expect(reason(() => checkUndo(beforeMeeting, 0, at(1)))).toBe('nothing_to_undo')
  })

  test('two consoles: the one that has not seen the newest deed, or does not lead, is told so', () => {
    const reason = (live: LiveMeeting, turn: number, who: string) => {
      try {
        checkTurn(live, turn, who)
      } catch (error) {
        return (error as { reason: string }).reason
      }
      return 'done'
    }
    const live = standing({ type: 'lead-taken', accountId: 'hannes' }, ...opened)
    expect(reason(live, 3, 'hannes')).toBe('done')
    expect(reason(live, 2, 'hannes')).toBe('somebody_was_faster')
    expect(reason(live, 3, 'berghoff')).toBe('not_leading')
  })

  test('a step that no longer fits after an undo is passed over', () => {
    const steps = numbered([...opened, hand('a', 'jonas')]).filter(({ number }) => number !== 2)
    expect(foldSteps(steps, rules)).toMatchObject({ phase: 'running', currentId: null })
  })
})
