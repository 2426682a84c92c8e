import { Section } from '#app/components/section-head.tsx'
import type { Objection } from '#app/domain/polls/consent.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What stands against a proposal, for everybody to hear while the round runs. */
export function Objections({ objections }: { readonly objections: readonly Objection[] }) {
  const { t } = useWords()
  if (objections.length === 0) return null
  return (
    <Section id="einwaende" title={t('polls:consent.title')} lead={t('polls:consent.lead')}>
      <ul className="reasons">
        {objections.map(({ kind, reason, name }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may object in the same words
          <li key={place}>
            <strong>
              {kind === 'withdrawn' ? t('polls:told.withdrawn') : t(`polls:voice.${kind}`)}
              {name !== null && ` (${name})`}:
            </strong>{' '}
            {reason}
          </li>
        ))}
      </ul>
    </Section>
  )
}
