import { Lifeline } from '#app/components/lifeline.tsx'
import { Section } from '#app/components/section-head.tsx'
import type { LifelineStep } from '#app/domain/lifelines.ts'
import { shortDay, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

/** The way of an item through the meeting: on the agenda, spoken about, voted, in the minutes, done. */
export function ItemLife({ steps }: { readonly steps: readonly LifelineStep[] }) {
  const { t } = useWords()
  if (steps.length === 0) return null
  return (
    <Section id="weg" title={t('meetings:life.title')}>
      <LifeStrip steps={steps} />
    </Section>
  )
}

/** The same way, folded away beside one of many things. */
export function FoldedLife({
  steps,
  about,
}: {
  readonly steps: readonly LifelineStep[]
  readonly about: string
}) {
  const { t } = useWords()
  if (steps.length === 0) return null
  return (
    <details className="no-print">
      <summary>
        {t('meetings:life.title')}
        <span className="hidden-text">: {about}</span>
      </summary>
      <LifeStrip steps={steps} />
    </details>
  )
}

/** Each hop with its date, the function that made it, and where it can be read. */
function LifeStrip({ steps }: { readonly steps: readonly LifelineStep[] }) {
  const words = useWords()
  const { t } = words
  const word = (step: LifelineStep) =>
    t(`ideas:life.step.${step.kind}`, { note: step.note ?? '', office: step.byFunction ?? '' })
  return (
    <Lifeline
      label={t('meetings:life.title')}
      steps={steps.map((step, index) => ({
        title: word(step),
        when: [shortDay(words, step.at, townZone, step.at), step.byFunction].filter(Boolean).join(', '),
        state: index === steps.length - 1 ? ('now' as const) : ('past' as const),
        ...(step.link ? { to: step.link } : {}),
      }))}
    />
  )
}
