import type { ReactNode } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { useWords } from '#app/i18n/words.tsx'

/** Around everything a dry run shows, so that no part of it can pass for a result, on the screen or printed. */
export function TrialFrame({
  lines,
  tieMissing,
  children,
}: {
  /** The made-up ballots, as they were counted. */
  readonly lines: readonly string[]
  /** A tie was wished, and these rules gave none. */
  readonly tieMissing: boolean
  readonly children: ReactNode
}) {
  const { t } = useWords()
  return (
    <>
      {tieMissing && <Alert title={t('polls:trial.no-tie')} />}
      <div className="trial flow">
        <p className="trial-mark">{t('polls:trial.mark')}</p>
        {children}
        <details className="no-print">
          <summary>{t('polls:trial.lines', { count: lines.length })}</summary>
          <p>{t('polls:trial.lines-more')}</p>
          <p className="trial-lines">
            {lines.map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a made-up ballot has no name but its place
              <code key={place}>{line}</code>
            ))}
          </p>
        </details>
      </div>
    </>
  )
}
