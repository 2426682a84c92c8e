import { StageStatus } from '#app/components/standards/stage-status.tsx'
import type { SectionInText } from '#app/components/standards/standard-section.tsx'
import { useWords } from '#app/i18n/words.tsx'

/** The sections with how far each has come. */
export function Contents({ sections }: { readonly sections: readonly SectionInText[] }) {
  const { t } = useWords()
  return (
    <nav aria-labelledby="inhalt-titel">
      <h2 className="toc-title" id="inhalt-titel">
        {t('standards:sections', { count: sections.length })}
      </h2>
      <ol className="toc">
        {sections.map((section) => (
          <li key={section.id}>
            <a href={`#abschnitt-${section.place}`}>
              <span className="n">{section.place}</span>
              <span>{section.title}</span>
              <StageStatus
                stage={section.openAmendments > 0 && section.stage !== 'adopted' ? 'changes' : section.stage}
              />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
