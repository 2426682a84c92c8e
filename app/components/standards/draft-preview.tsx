import type { DraftSection } from '#app/domain/standards/text/outline.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What a draft becomes: its sections and clauses with the numbers they will have. */
export function DraftPreview({
  sections,
  from,
}: {
  readonly sections: readonly DraftSection[]
  /** The number of the first new section. */
  readonly from: number
}) {
  const { t } = useWords()
  return (
    <div className="draft-preview flow">
      {sections.map((section, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sections may have one title
        <section key={place} className="flow" aria-labelledby={`entwurf-${place}`}>
          <h2 id={`entwurf-${place}`}>
            {from + place} {section.title}
          </h2>
          {section.clauses.length === 0 && <p className="quiet">{t('standards:section-empty')}</p>}
          {section.clauses.map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two clauses may have the same words
            <div key={at} className="clause">
              <h3>
                <span className="no">
                  {from + place}.{at + 1}
                </span>
              </h3>
              <p className="body as-typed">{text}</p>
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}
