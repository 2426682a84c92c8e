import { describe, expect, it } from 'vitest'
import {
  consentOutcome,
  integrate,
  openConsentRound,
  speak,
  withdrawObjection,
} from '#app/domain/polls/tally/consent.ts'

describe('a consent round', () => {
  const round = [
    { person: 'Ada', answer: 'consent' },
    { person: 'Ben', answer: 'concern', reason: 'The hall is cold.' },
    { person: 'Cem', answer: 'objection', reason: 'Nobody can pay this.', withdrawn: false },
    { person: 'Dag', answer: 'absent' },
  ] as const
  const spoken = round.reduce(speak, openConsentRound())

  it('adopts only when no paramount objection stands', () => {
    expect(consentOutcome(spoken, 3)).toEqual({
      outcome: 'objected',
      present: 3,
      consents: 1,
      concerns: 1,
      absent: 1,
      standing: [{ person: 'Cem', reason: 'Nobody can pay this.' }],
    })
    const heard = withdrawObjection(spoken, 'Cem')
    expect(consentOutcome(heard, 3)).toMatchObject({ outcome: 'adopted', consents: 2, standing: [] })
  })

  it('needs its quorum, and somebody present in any case', () => {
    expect(consentOutcome(withdrawObjection(spoken, 'Cem'), 4).outcome).toBe('no-quorum')
    expect(consentOutcome(openConsentRound(), 0).outcome).toBe('no-quorum')
  })

  it('starts anew when the objection is worked in', () => {
    expect(integrate(spoken)).toEqual({ version: 2, voices: [] })
  })

  it('takes the last answer of a person, and no objection without a reason', () => {
    const later = speak(spoken, { person: 'Cem', answer: 'consent' })
    expect(consentOutcome(later, 3)).toMatchObject({ outcome: 'adopted', present: 3 })
    expect(() =>
      speak(spoken, { person: 'Ada', answer: 'objection', reason: ' ', withdrawn: false }),
    ).toThrow(RangeError)
  })
})
