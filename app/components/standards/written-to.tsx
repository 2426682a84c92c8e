import type { ReadVersion } from '#app/domain/standards/view.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Says of a comment that it was written to an earlier version of the clause, and leads there. */
export function WrittenTo({
  at,
  versions,
}: {
  readonly at: string
  /** The newest first. */
  readonly versions: readonly Pick<ReadVersion, 'number' | 'at'>[]
}) {
  const { t } = useWords()
  const written = versions.find((version) => version.at <= at)
  if (written === undefined || written.number === versions[0]?.number) return null
  return (
    <a className="text-button" href={`#fassung-${written.number}`}>
      {t('standards:clause.written-to', { number: written.number })}
    </a>
  )
}
