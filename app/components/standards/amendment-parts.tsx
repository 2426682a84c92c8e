import { Alert } from '#app/components/alert.tsx'
import { Changes } from '#app/components/standards/changes.tsx'
import { partName } from '#app/components/standards/part-name.ts'
import type { ReadPart } from '#app/domain/standards/amendment-view.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What an amendment does, clause by clause; the editors' words beside the author's. */
export function AmendmentParts({ parts }: { readonly parts: readonly ReadPart[] }) {
  const { t } = useWords()
  return parts.map((part) => (
    <section className="amendment" key={part.id} aria-label={partName(t, part)}>
      <h2 className="small">{partName(t, part)}</h2>
      <Changes passages={part.passages} />
      {part.recommended && (
        <>
          <h3 className="small">{t('standards:amendment.recommendation.words')}</h3>
          <Changes passages={part.recommended} />
        </>
      )}
      {part.rebased && (
        <Alert state="soon" title={t('standards:amendment.rebased')}>
          <p>
            {part.merge?.text === null
              ? t('standards:amendment.rebased-collides')
              : t('standards:amendment.rebased-fits')}
          </p>
        </Alert>
      )}
    </section>
  ))
}
