import type { ReactNode } from 'react'
import { Empty } from '#app/components/empty.tsx'
import { Go } from '#app/components/go.tsx'
import type { Voice } from '#app/components/voice-badge.tsx'
import { useWords } from '#app/i18n/words.tsx'

export interface ComingProps {
  readonly title: string
  readonly voice: Voice
  /** What will stand here, and what there is until then. */
  readonly words: string
  readonly children?: ReactNode
}

/** A room that is not furnished yet says so, and where to go meanwhile. */
export function Coming({ title, voice, words, children }: ComingProps) {
  const { t } = useWords()
  return (
    <>
      <h1>{title}</h1>
      <Empty voice={voice} title={words}>
        {children}
        <p>
          <Go className="text-button" to="/ideen">
            {t('pages:for-you.to-ideas')}
          </Go>
        </p>
      </Empty>
    </>
  )
}
