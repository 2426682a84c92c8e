import { Alert } from '#app/components/alert.tsx'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { StageStatus } from '#app/components/standards/stage-status.tsx'
import type { ReadClause, ReadSection } from '#app/domain/standards/view.server.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface SectionInText extends Omit<ReadSection, 'clauses'> {
  readonly clauses: readonly ClauseText[]
}

export interface ClauseText extends Omit<ReadClause, 'text'> {
  /** Its lines with the number of the first one, where lines are counted. */
  readonly lines: { readonly from: number; readonly all: readonly string[] } | null
}

export function StandardSection({
  slug,
  section,
  plain,
  open,
}: {
  readonly slug: string
  readonly section: SectionInText
  readonly plain: boolean
  /** Whether amendments are taken. */
  readonly open: boolean
}) {
  const { t } = useWords()
  const id = `abschnitt-${section.place}`
  return (
    <section className="section" aria-labelledby={id} data-voice="council">
      <div className="section-head">
        <h2 id={id}>
          <span className="n">{section.place}</span> {section.title}
        </h2>
      </div>
      {section.openAmendments > 0 && (
        <p className="no-print">
          <Go to={`/standards/${slug}/synopse?abschnitt=${section.place}`}>
            {t('standards:section-changes', { count: section.openAmendments })}
          </Go>
        </p>
      )}
      {section.clauses.length === 0 && <p className="quiet">{t('standards:section-empty')}</p>}
      {section.clauses.map((clause) => (
        <ClauseInText key={clause.id} slug={slug} clause={clause} plain={plain} open={open} />
      ))}
    </section>
  )
}

function ClauseInText({
  slug,
  clause,
  plain,
  open,
}: {
  readonly slug: string
  readonly clause: ClauseText
  readonly plain: boolean
  readonly open: boolean
}) {
  const { t } = useWords()
  const here = `/standards/${slug}/absatz/${clause.number}`
  const name = t('standards:clause.title', { number: clause.number })
  return (
    <article className="clause" id={`absatz-${clause.number}`} aria-label={name}>
      <h3>
        <Go className="no" to={here} aria-label={name}>
          {clause.number}
        </Go>
      </h3>
      <div className="body">
        {clause.lines !== null ? (
          <ol className="numbered-lines" start={clause.lines.from}>
            {clause.lines.all.map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its number
              <li key={place}>{line}</li>
            ))}
          </ol>
        ) : plain && clause.plainHtml !== null ? (
          <>
            <Html html={clause.plainHtml} />
            {clause.plainOutdated && <p className="quiet">{t('standards:plain-outdated')}</p>}
          </>
        ) : (
          <>
            {plain && <p className="quiet">{t('standards:plain-missing')}</p>}
            <Html html={clause.html} />
          </>
        )}
        {clause.openAmendments > 1 && (
          <Alert state="soon" title={t('standards:same-clause', { count: clause.openAmendments })}>
            <p>
              <Go to={`/standards/${slug}/synopse#absatz-${clause.number}`}>{t('standards:compare')}</Go>
            </p>
          </Alert>
        )}
        <div className="line">
          <StageStatus stage={clause.stage} />
          <Go className="text-button" to={`${here}#gespraech`}>
            {t('standards:comment', { count: clause.comments })}
            <span className="hidden-text"> {name}</span>
          </Go>
          {(open || clause.openAmendments > 0) && (
            <Go
              className="text-button"
              to={
                clause.openAmendments > 0
                  ? `${here}#aenderungen`
                  : `/standards/${slug}/aenderungen/neu?absatz=${clause.number}`
              }
            >
              {t('standards:propose', { count: clause.openAmendments })}
              <span className="hidden-text"> {name}</span>
            </Go>
          )}
          <Go className="text-button" to={`${here}#verlauf`}>
            {t('standards:history')}
            <span className="hidden-text"> {name}</span>
          </Go>
        </div>
      </div>
    </article>
  )
}
