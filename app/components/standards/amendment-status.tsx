import { Status, type StatusState } from '#app/components/status.tsx'
import type { AmendmentState, Recommendation } from '#app/domain/standards/amendment.ts'
import { useWords } from '#app/i18n/words.tsx'

const rings: Record<AmendmentState, StatusState> = {
  proposed: 'talk',
  recommended: 'talk',
  on_agenda: 'agenda',
  to_settle: 'disputed',
  adopted: 'done',
  adopted_changed: 'done',
  rejected: 'no',
  withdrawn: 'withdrawn',
}
const leanings: Record<Recommendation, StatusState> = { adopt: 'yes', adopt_changed: 'partly', reject: 'no' }

export function AmendmentStatus({ state }: { readonly state: AmendmentState }) {
  const { t } = useWords()
  return <Status state={rings[state]}>{t(`standards:amendment.state.${state}`)}</Status>
}

/** What the editors recommend; says so where they have not yet. */
export function RecommendationStatus({ recommendation }: { readonly recommendation: Recommendation | null }) {
  const { t } = useWords()
  if (recommendation === null)
    return <span className="quiet">{t('standards:amendment.recommendation.none')}</span>
  const what = t(`standards:amendment.recommendation.${recommendation}`)
  return (
    <Status state={leanings[recommendation]}>
      {t('standards:amendment.recommendation.short', { what })}
    </Status>
  )
}
