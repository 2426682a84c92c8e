import { useWords } from '#app/i18n/words.tsx'

export interface ProgressStepsProps {
  /** 1-based: which step one is at. */
  readonly at: number
  /** Words of the steps; fill – check – done when none are given. */
  readonly steps?: readonly string[]
}

/** Fill – check – done: every act that counts shows where one is. */
export function ProgressSteps({ at, steps }: ProgressStepsProps) {
  const { t } = useWords()
  const words = steps ?? [t('components:steps.fill'), t('components:steps.check'), t('components:steps.done')]
  return (
    <ol className="progress-steps" aria-label={t('components:steps.name')}>
      {words.map((word, index) => {
        const state = index + 1 < at ? 'past' : index + 1 === at ? 'now' : null
        return (
          <li key={word} className={state ?? undefined} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="place" aria-hidden="true">
              {index + 1}
            </span>
            <span>
              {state === 'past' && <span className="hidden-text">{t('components:steps.past')} </span>}
              {word}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
