// Knows which way to vote suits a question: three answers in, one recommendation out, with a second best beside it.
import type { PollMethod } from './method.ts'

export const guidePurposes = ['opinion', 'one-of-many', 'adopt', 'people', 'money', 'date'] as const
export type GuidePurpose = (typeof guidePurposes)[number]

export const guideSizes = ['two', 'few', 'many'] as const
export type GuideSize = (typeof guideSizes)[number]

export const guideWishes = ['quick', 'carried-by-all', 'exact-order'] as const
export type GuideWish = (typeof guideWishes)[number]

export interface Recommendation {
  readonly method: PollMethod
  readonly besides: readonly PollMethod[]
}

/**
 * The recommendation follows what each method is good for: quick ones for opinions, resistance for what all must live
 * with, comparisons for an order, equal weight for several seats and for money.
 */
export function recommend(purpose: GuidePurpose, size: GuideSize, wish: GuideWish): Recommendation {
  switch (purpose) {
    case 'date':
      return { method: 'date-finding', besides: ['approval'] }
    case 'money':
      return { method: 'equal-shares', besides: ['points'] }
    case 'people':
      return wish === 'exact-order'
        ? { method: 'scottish-stv', besides: ['equal-shares'] }
        : { method: 'equal-shares', besides: ['scottish-stv', 'multiple-choice'] }
    case 'adopt':
      return wish === 'carried-by-all'
        ? { method: 'consent', besides: ['consensing', 'yes-no'] }
        : { method: 'yes-no', besides: ['consent'] }
    case 'opinion':
      if (size === 'two') return { method: 'single-choice', besides: ['approval'] }
      return wish === 'exact-order'
        ? { method: 'score', besides: ['approval'] }
        : { method: 'approval', besides: ['single-choice', 'points'] }
    case 'one-of-many':
      if (size === 'two') return { method: 'single-choice', besides: ['consensing'] }
      if (wish === 'carried-by-all')
        return { method: 'consensing', besides: ['majority-judgment', 'approval'] }
      return wish === 'exact-order'
        ? { method: 'schulze', besides: ['irv', 'ranked-pairs'] }
        : { method: 'approval', besides: ['star', 'irv'] }
  }
}
