import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Changes } from '#app/components/standards/changes.tsx'
import { Time } from '#app/components/time.tsx'
import { diffWords } from '#app/domain/standards/text/diff.ts'
import type { ReadVersion } from '#app/domain/standards/view.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Every version with who, when and by which vote, each as a change of the one before. */
export function ClauseHistory({
  slug,
  versions,
}: {
  readonly slug: string
  readonly versions: readonly ReadVersion[]
}) {
  const { t } = useWords()
  return (
    <Section id="verlauf" title={t('standards:clause.versions')}>
      <ol className="versions" reversed>
        {versions.map((version, place) => {
          const before = versions[place + 1]
          const how = t(`standards:clause.how.${version.how as 'drafted'}`, {
            amendment: version.amendment ?? '',
          })
          return (
            <li key={version.number} id={`fassung-${version.number}`}>
              <h3 className="small">{t('standards:clause.version', { number: version.number })}</h3>
              <p className="quiet">
                <Time at={version.at} as="date" />,{' '}
                {version.amendment === null ? (
                  version.by === null ? (
                    how
                  ) : (
                    t('standards:clause.by', { how, name: version.by })
                  )
                ) : (
                  <Go to={`/standards/${slug}/aenderungen/${version.amendment}`}>{how}</Go>
                )}
              </p>
              {version.decision !== null && <p>{version.decision}</p>}
              <Changes
                passages={
                  before ? diffWords(before.text, version.text) : [{ kind: 'same', text: version.text }]
                }
              />
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
