// What the scenes of the standards share: the people who draft and decide, and what the story has made so far.
import type { Stage } from '../../stage.ts'
import { firstHalf } from '../../story/standards/first-half.ts'
import { secondHalf } from '../../story/standards/second-half.ts'
import type { ClauseAddress } from '../../story/standards/types.ts'

export const chair = 'berghoff'
export const editor = 'kornfeld'
export const sections = [...firstHalf, ...secondHalf]

/** By the addresses people say. */
export interface Made {
  readonly stage: Stage
  standardId: string
  readonly sections: string[]
  readonly clauses: Map<ClauseAddress, string>
  readonly amendments: Map<number, string>
}

export function nothingMade(stage: Stage): Made {
  return { stage, standardId: '', sections: [], clauses: new Map(), amendments: new Map() }
}
