import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'

export interface RestatementProps {
  readonly state: 'open' | 'confirmed' | 'not-quite'
  /** Who put it in own words. */
  readonly by: string
  readonly sentence: ReactNode
  /** What the author answered to it. */
  readonly answer?: ReactNode
  /** While open, for the author: yes, or not quite. */
  readonly children?: ReactNode
}

/** What was understood stands between two arcs, as in brackets. */
export function Restatement({ state, by, sentence, answer, children }: RestatementProps) {
  const { t } = useWords()
  const head =
    state === 'confirmed'
      ? t('components:restatement.confirmed', { name: by })
      : t(`components:restatement.${state}`)
  return (
    <div className="restatement" data-state={state}>
      <p className="head">{head}</p>
      <p dir="auto">{sentence}</p>
      {answer && (
        <p className="quiet">
          {t(state === 'confirmed' ? 'components:restatement.yes' : 'components:restatement.answer')} {answer}
        </p>
      )}
      {children && <div className="actions">{children}</div>}
    </div>
  )
}
