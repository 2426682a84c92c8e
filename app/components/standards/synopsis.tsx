import { Go } from '#app/components/go.tsx'
import { AmendmentStatus, RecommendationStatus } from '#app/components/standards/amendment-status.tsx'
import { Changes } from '#app/components/standards/changes.tsx'
import { inTextOrder, partName } from '#app/components/standards/part-name.ts'
import { isOpenAmendment } from '#app/domain/standards/amendment.ts'
import type { ReadPart } from '#app/domain/standards/amendment-view.server.ts'
import type { ComparedAmendment } from '#app/domain/standards/collisions.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Before, proposal, reason and recommendation: a row a part, in the order of the text. */
export function Synopsis({
  slug,
  amendments,
}: {
  readonly slug: string
  readonly amendments: readonly ComparedAmendment[]
}) {
  const { t } = useWords()
  const rows = inTextOrder(amendments)
  const named = new Set<string>()
  return (
    <table className="synopsis stacks">
      <thead>
        <tr>
          <th scope="col">{t('standards:synopsis.before')}</th>
          <th scope="col">{t('standards:synopsis.after')}</th>
          <th scope="col">{t('standards:synopsis.why')}</th>
        </tr>
      </thead>
      {rows.map(({ amendment, part }) => {
        const number = part.number ?? part.after
        // The first row of a clause carries its name as an anchor.
        const anchor = number !== null && !named.has(number) ? `absatz-${number}` : undefined
        if (number !== null) named.add(number)
        return (
          <tbody key={part.id} id={anchor}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {partName(t, part)},{' '}
                <Go to={`/standards/${slug}/aenderungen/${amendment.number}`}>
                  {t('standards:amendment.by', {
                    number: amendment.number,
                    name: amendment.author ?? t('standards:amendment.gone'),
                  })}
                </Go>
              </th>
            </tr>
            <tr>
              <td data-head={t('standards:synopsis.before')}>
                {part.kind === 'insert' ? (
                  <p className="quiet">{t('standards:synopsis.new-clause')}</p>
                ) : (
                  <Changes passages={part.passages} without="added" />
                )}
              </td>
              <td data-head={t('standards:synopsis.after')}>
                <Proposed part={part} />
              </td>
              <td data-head={t('standards:synopsis.why')}>
                <p>„{amendment.reason}“</p>
                <p>
                  {isOpenAmendment(amendment.state) ? (
                    <RecommendationStatus recommendation={amendment.recommendation} />
                  ) : (
                    <AmendmentStatus state={amendment.state} />
                  )}
                </p>
                {amendment.recommendationReason !== null && <p>{amendment.recommendationReason}</p>}
                {amendment.decision !== null && <p>{amendment.decision}</p>}
                {amendment.collides.length > 0 && (
                  <p>
                    <strong>
                      {t('standards:amendment.collides', {
                        count: amendment.collides.length,
                        numbers: amendment.collides
                          .map((other) => t('standards:amendment.short', { number: other }))
                          .join(', '),
                      })}
                    </strong>
                  </p>
                )}
              </td>
            </tr>
          </tbody>
        )
      })}
    </table>
  )
}

function Proposed({ part }: { readonly part: ReadPart }) {
  const { t } = useWords()
  if (part.kind === 'strike') return <p className="quiet">{t('standards:synopsis.struck-clause')}</p>
  if (part.kind === 'move') return <p className="quiet">{t('standards:synopsis.move')}</p>
  return (
    <>
      <Changes passages={part.passages} without="removed" />
      {part.recommended && (
        <>
          <p className="small">{t('standards:amendment.recommendation.words')}</p>
          <Changes passages={part.recommended} without="removed" />
        </>
      )}
    </>
  )
}
