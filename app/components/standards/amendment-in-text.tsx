import { Go } from '#app/components/go.tsx'
import { AmendmentStatus, RecommendationStatus } from '#app/components/standards/amendment-status.tsx'
import { Changes } from '#app/components/standards/changes.tsx'
import { partName } from '#app/components/standards/part-name.ts'
import { isOpenAmendment } from '#app/domain/standards/amendment.ts'
import type { ReadAmendment } from '#app/domain/standards/amendment-view.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** An amendment beside the text it changes: the words, the reason, how it stands. */
export function AmendmentInText({
  slug,
  amendment,
}: {
  readonly slug: string
  readonly amendment: ReadAmendment
}) {
  const { t } = useWords()
  const name = amendment.author ?? t('standards:amendment.gone')
  return (
    <article className="amendment">
      <h3 className="small">
        <Go to={`/standards/${slug}/aenderungen/${amendment.number}`}>
          {t('standards:amendment.by', { number: amendment.number, name })}
        </Go>
      </h3>
      {amendment.parts.map((part) => (
        <div key={part.id}>
          {amendment.parts.length > 1 && <p className="quiet">{partName(t, part)}</p>}
          <Changes passages={part.passages} />
        </div>
      ))}
      <p className="quiet">
        {t('standards:amendment.reason')}: „{amendment.reason}“
      </p>
      <p className="link-line">
        <AmendmentStatus state={amendment.state} />
        {isOpenAmendment(amendment.state) && (
          <RecommendationStatus recommendation={amendment.recommendation} />
        )}
      </p>
    </article>
  )
}
