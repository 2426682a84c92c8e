import { useWords } from '#app/i18n/words.tsx'

/** The figures to take along, for tables and for programs. */
export function FigureFiles({ number }: { readonly number: number }) {
  const { t } = useWords()
  const file = `/abstimmungen/${number}/zahlen`
  return (
    <ul className="figures no-print">
      <li>
        <a href={`${file}.csv`} download>
          {t('polls:result.file')}
        </a>
      </li>
      <li>
        <a href={`${file}.json`} download>
          {t('polls:result.file-json')}
        </a>
      </li>
    </ul>
  )
}
