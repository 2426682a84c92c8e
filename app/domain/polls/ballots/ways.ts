// Knows that everybody takes part in one way only: with a token, with a code from an envelope, on paper, or by the form.
import { refuse } from '../../refusal.ts'
import type { Part } from './part.ts'

/** Refuses somebody who is known to take part in another way already. */
export function refuseOtherWay(earlier: Part | undefined): void {
  switch (earlier?.way) {
    case undefined:
      return
    case 'envelope':
      throw refuse('vote_by_envelope')
    case 'paper':
      throw refuse('vote_on_paper')
    case 'token':
      throw refuse('token_drawn_already')
    case 'separate':
      throw refuse('ballot_arrived_already')
  }
}
