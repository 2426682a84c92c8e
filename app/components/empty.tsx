import type { ReactNode } from 'react'
import { Glyph } from '#app/components/mark.tsx'
import type { Voice } from '#app/components/voice-badge.tsx'
import { useWords } from '#app/i18n/words.tsx'

export interface EmptyProps {
  readonly voice?: Voice
  readonly title?: ReactNode
  /** What one can do now: usually one button. */
  readonly children?: ReactNode
}

/** An empty list is an invitation: the table stands, nobody sits yet. */
export function Empty({ voice = 'none', title, children }: EmptyProps) {
  const { t } = useWords()
  return (
    <div className="empty">
      <Glyph voice={voice} />
      <p>{title ?? t('components:empty.title')}</p>
      {children}
    </div>
  )
}
