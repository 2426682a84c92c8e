import type { ReactNode } from 'react'
import { Glyph } from '#app/components/mark.tsx'
import type { Voice } from '#app/components/voice-badge.tsx'

/** Over the h1: whose house this is and what kind of page, in the colour of the house. */
export function RunningHead({
  voice,
  parts,
}: {
  readonly voice: Voice
  readonly parts: readonly ReactNode[]
}) {
  return (
    <div className="running-head">
      <Glyph voice={voice} />
      <ul>
        {parts.map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never change places
          <li key={place}>{part}</li>
        ))}
      </ul>
    </div>
  )
}
