import type { ReactNode } from 'react'
import { type Voice, VoiceBadge } from '#app/components/voice-badge.tsx'
import { useWords } from '#app/i18n/words.tsx'

export interface PersonProps {
  /** null: the account is gone, what was said remains. */
  readonly name: string | null
  readonly voice: Voice
  /** "Bürgerin, Welper"; the voice's own word when none is given. */
  readonly as?: ReactNode
  /** Staff say so: the office ("Kulturbüro"), or true without one. */
  readonly staff?: string | boolean
}

/** A name, and beside it in words which voice it speaks with. */
export function Person({ name, voice, as, staff }: PersonProps) {
  const { t } = useWords()
  const staffWord =
    typeof staff === 'string'
      ? t('components:person.staff-office', { office: staff })
      : t('components:person.staff')
  return (
    <span className="person">
      <span className="who">{name ?? t('components:person.deleted')}</span>
      <VoiceBadge voice={voice}>
        {staff ? staffWord : (as ?? (voice === 'citizens' ? t('components:person.citizens') : undefined))}
      </VoiceBadge>
    </span>
  )
}
