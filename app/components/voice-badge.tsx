import type { ReactNode } from 'react'
import { Glyph } from '#app/components/mark.tsx'
import { useWords } from '#app/i18n/words.tsx'

export type Voice = 'citizens' | 'table' | 'council' | 'none'

/** Who speaks: the arc says it by place, the colour repeats it, the word names it. */
export function VoiceBadge({ voice, children }: { readonly voice: Voice; readonly children?: ReactNode }) {
  const { t } = useWords()
  return (
    <span className="voice-badge" data-voice={voice}>
      <Glyph voice={voice} />
      <span className="word">{children ?? t(`components:voice.${voice}`)}</span>
    </span>
  )
}
