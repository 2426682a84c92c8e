import { Lifeline } from '#app/components/lifeline.tsx'
import { Section } from '#app/components/section-head.tsx'
import type { LifelineStep } from '#app/domain/lifelines.ts'
import { shortDay, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

/** The way of a thing through the meeting: on the agenda, spoken about, voted, in the minutes, done. */
export function ItemLife({ steps }: { readonly steps: readonly LifelineStep[] }) {
  const words = useWords()
  const { t } = words
  if (steps.length === 0) return null
  return (
    <Section id="weg" title={t('ideas:life.title')}>
      <Lifeline
        label={t('ideas:life.title')}
        steps={steps.map((step, index) => ({
          title: t(`ideas:life.step.${step.kind}`, { note: step.note ?? '', office: step.byFunction ?? '' }),
          when: shortDay(words, step.at, townZone, step.at),
          state: index === steps.length - 1 ? ('now' as const) : ('past' as const),
          ...(step.link ? { to: step.link } : {}),
        }))}
      />
    </Section>
  )
}
