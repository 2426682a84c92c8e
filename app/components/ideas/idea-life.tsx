import { Go } from '#app/components/go.tsx'
import type { IdeaPageData, PartProps } from '#app/components/ideas/idea-page.ts'
import { Lifeline, type LifelineStep } from '#app/components/lifeline.tsx'
import { Remembered } from '#app/components/remembered.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import type { LifeMark } from '#app/domain/ideas/life.ts'
import { hourOf, shortDay, townZone } from '#app/i18n/dates.ts'
import { useWords, type Words } from '#app/i18n/words.tsx'

/** The way of the idea: the stations as a picture, every single step as a list below. */
export function IdeaLife({ page: { life, steps, now } }: PartProps) {
  const { t } = useWords()
  return (
    <Section id="weg" title={t('ideas:life.title')}>
      <Remembered piece={Way} properties={{ life, steps, now: hourOf(now) }} late={{}} />
    </Section>
  )
}

function Way({ life, steps, now }: Pick<IdeaPageData, 'life' | 'steps' | 'now'>) {
  const words = useWords()
  const { t } = words
  return (
    <>
      <Lifeline label={t('ideas:life.title')} steps={life.map((mark) => drawnLife(words, mark, now))} />
      <details className="steps-list">
        <summary>{t('ideas:life.steps')}</summary>
        <ol className="plain">
          {steps.map((step) => {
            const sentence = t(`ideas:life.step.${step.kind}`, {
              note: step.note ?? '',
              office: step.byFunction ?? '',
            })
            return (
              <li key={`${step.at}${step.kind}${step.link ?? ''}`}>
                <Time at={step.at} as="date" /> {step.link ? <Go to={step.link}>{sentence}</Go> : sentence}
              </li>
            )
          })}
        </ol>
      </details>
    </>
  )
}

export function drawnLife(words: Words, mark: LifeMark, now: string): LifelineStep {
  const { t } = words
  const day = mark.at === null ? '' : shortDay(words, mark.at, townZone, now)
  const when =
    mark.when === 'on'
      ? day
      : mark.when === 'open'
        ? t('ideas:life.open')
        : t(`ideas:life.${mark.when}`, { day })
  return { title: t(`ideas:life.word.${mark.word}`), when, state: mark.state }
}
