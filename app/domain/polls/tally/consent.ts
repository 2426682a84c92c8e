/** Consent rounds: a proposal stands when nobody has a paramount objection left against it. A procedure, not a count. */

/** `objection` is a paramount one and needs its reason; `absent` says the person was not in the round. */
export type Voice =
  | { readonly person: string; readonly answer: 'consent' | 'absent' }
  | { readonly person: string; readonly answer: 'concern'; readonly reason: string | null }
  | {
      readonly person: string
      readonly answer: 'objection'
      readonly reason: string
      readonly withdrawn: boolean
    }

/** One round about one version of the proposal. A changed proposal is a new version and a new round. */
export type ConsentRound = { readonly version: number; readonly voices: readonly Voice[] }

/** `standing`: who still objects and why; `present` is everybody who answered other than absent. */
export type ConsentOutcome = {
  readonly outcome: 'adopted' | 'objected' | 'no-quorum'
  readonly present: number
  readonly consents: number
  readonly concerns: number
  readonly absent: number
  readonly standing: readonly { readonly person: string; readonly reason: string }[]
}

/** The first round about a proposal. */
export function openConsentRound(): ConsentRound {
  return { version: 1, voices: [] }
}

/**
 * Somebody answers; a later answer takes the place of the earlier one.
 * @throws RangeError for an objection without a reason: forms ask for it before
 */
export function speak(round: ConsentRound, voice: Voice): ConsentRound {
  if (voice.answer === 'objection' && voice.reason.trim() === '') {
    throw new RangeError('a paramount objection needs its reason')
  }
  const others = round.voices.filter(({ person }) => person !== voice.person)
  return { ...round, voices: [...others, voice] }
}

/** The objection is heard and answered; who raised it takes it back. It stays on record as withdrawn. */
export function withdrawObjection(round: ConsentRound, person: string): ConsentRound {
  return {
    ...round,
    voices: round.voices.map((voice) =>
      voice.person === person && voice.answer === 'objection' ? { ...voice, withdrawn: true } : voice,
    ),
  }
}

/** The objections were worked into the proposal: the next version starts with nobody's answer. */
export function integrate(round: ConsentRound): ConsentRound {
  return { version: round.version + 1, voices: [] }
}

/**
 * Adopted when the quorum is met and no paramount objection stands; a concern is heard and recorded, but does not stop.
 * @param quorum how many must be present, 0 for none
 * Source: consent decision-making in sociocracy (Endenburg, 1981).
 */
export function consentOutcome(round: ConsentRound, quorum: number): ConsentOutcome {
  const count = (answer: Voice['answer']) => round.voices.filter((voice) => voice.answer === answer).length
  const standing = round.voices.flatMap((voice) =>
    voice.answer === 'objection' && !voice.withdrawn ? [{ person: voice.person, reason: voice.reason }] : [],
  )
  const withdrawn = count('objection') - standing.length
  const present = round.voices.length - count('absent')
  const outcome =
    present === 0 || present < quorum ? 'no-quorum' : standing.length > 0 ? 'objected' : 'adopted'
  return {
    outcome,
    present,
    consents: count('consent') + withdrawn,
    concerns: count('concern'),
    absent: count('absent'),
    standing,
  }
}
