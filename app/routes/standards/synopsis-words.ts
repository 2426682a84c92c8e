// What the third column of a synopsis says, in files as on the page.
import type { ReadAmendment } from '#app/domain/standards/amendment-view.server.ts'
import type { Say } from '#app/i18n/words.tsx'

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
