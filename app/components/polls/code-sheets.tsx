import { useWords } from '#app/i18n/words.tsx'

/** One sheet for each envelope, to be printed on A4: nothing on it tells one sheet from another but its code. */
export function CodeSheets({
  codes,
  question,
  address,
}: {
  readonly codes: readonly string[]
  readonly question: string
  readonly address: string
}) {
  const { t } = useWords()
  return (
    <div className="code-sheets">
      {codes.map((code) => (
        <section key={code} className="code-sheet">
          <h2>{question}</h2>
          <p>{t('ballots:codes.sheet')}</p>
          <p className="code">{code}</p>
          <p>{t('ballots:codes.sheet-more')}</p>
          <p>
            <strong>{address}</strong>
          </p>
          <p>{t('ballots:codes.sheet-keep')}</p>
        </section>
      ))}
    </div>
  )
}
