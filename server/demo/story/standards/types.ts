// What the story tells of a standard.
import type { Move } from '#app/domain/conversations/contribution.ts'
import type { Recommendation } from '#app/domain/standards/amendment.ts'
import type { ClauseStage } from '#app/domain/standards/clause.ts'

export interface StorySection {
  readonly title: string
  readonly stage: ClauseStage
  readonly clauses: readonly StoryClause[]
}

export interface StoryClause {
  readonly text: string
  /** The twin in plain language. */
  readonly plain?: string
  /** Its words before the drafting group revised them. */
  readonly before?: string
}

/** What lies on an item of a meeting, by the numbers of sections and amendments. */
export interface StoryStandardItem {
  readonly sections?: readonly number[]
  readonly amendments?: readonly number[]
}

/** Counted as people say it: section, clause. */
export type ClauseAddress = `${number}.${number}`

export interface StoryAmendment {
  readonly by: string
  readonly daysAgo: number
  readonly reason: string
  readonly change?: { readonly at: ClauseAddress; readonly from: string; readonly to: string }
  readonly insert?: { readonly after: ClauseAddress; readonly text: string }
  readonly strike?: ClauseAddress
  readonly cosigners?: readonly string[]
  readonly recommendation?: {
    readonly what: Recommendation
    readonly reason: string
    readonly daysAgo: number
    /** The editors' words in place of the proposed ones. */
    readonly words?: { readonly from: string; readonly to: string }
    readonly answer?: 'agreed' | 'kept'
  }
  readonly withdrawnDaysAgo?: number
}

export interface StoryComment {
  readonly by: string
  readonly daysAgo: number
  readonly about: { readonly clause: ClauseAddress } | { readonly amendment: number }
  /** The place in the list of the comment it answers. */
  readonly answers?: number
  readonly move: Move
  readonly text: string
}
