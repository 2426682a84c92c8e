import type { Passage } from '#app/domain/standards/text/diff.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Words struck and words new, told by line, colour and, for those who only hear it, by word. */
export function Changes({
  passages,
  without,
}: {
  readonly passages: readonly Passage[]
  /** Leaves the struck or the new words out, for a column of its own. */
  readonly without?: 'removed' | 'added'
}) {
  const { t } = useWords()
  return (
    <p className="changes" dir="auto">
      {passages.map(({ kind, text }, place) => {
        if (kind === without) return null
        const key = `${place}${kind}`
        if (kind === 'removed') {
          return (
            <del key={key}>
              <span className="hidden-text">{t('standards:removed')} </span>
              {text}
            </del>
          )
        }
        if (kind === 'added') {
          return (
            <ins key={key}>
              <span className="hidden-text">{t('standards:added')} </span>
              {text}
            </ins>
          )
        }
        return <span key={key}>{text}</span>
      })}
    </p>
  )
}
