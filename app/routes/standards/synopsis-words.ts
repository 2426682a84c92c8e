// What the third column of a synopsis says and what an empty one does, in files as on the page.
import type { ReadAmendment } from '#app/domain/standards/amendment-view.server.ts'
import type { Say } from '#app/i18n/words.tsx'
import type { Wishes } from './synopsis-asked.server.ts'

export function reasonsInWords(t: Say, amendment: ReadAmendment): readonly string[] {
  return [
    `„${amendment.reason}“`,
    ...(amendment.recommendation === null
      ? []
      : [t(`standards:amendment.recommendation.${amendment.recommendation}`)]),
    ...(amendment.recommendationReason === null ? [] : [amendment.recommendationReason]),
    t(`standards:amendment.state.${amendment.state}`),
    ...(amendment.decision === null ? [] : [amendment.decision]),
  ]
}

/** That there is nothing, for the part that was asked for. */
export function nothingInWords(t: Say, { section, clause, closedToo }: Wishes): string {
  const kind = closedToo ? 'any' : 'open'
  if (clause !== null) return t(`standards:synopsis.none.clause-${kind}`, { clause })
  if (section !== null) return t(`standards:synopsis.none.section-${kind}`, { section })
  return t(`standards:synopsis.none.whole-${kind}`)
}
