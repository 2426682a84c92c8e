import { useWords } from '#app/i18n/words.tsx'

export interface ShownCandidate {
  readonly id: string
  readonly name: string
  readonly branch: string
  readonly does: string
  readonly wants: string
  readonly time: string
}

/** Everybody in the same words and the same shape; the number is that of the ballot once it is drawn. */
export function CandidateList({
  candidates,
  drawn,
}: {
  readonly candidates: readonly ShownCandidate[]
  readonly drawn: boolean
}) {
  const { t } = useWords()
  return (
    <ol className="candidates" data-drawn={drawn ? '' : undefined}>
      {candidates.map(({ id, name, branch, does, wants, time }, place) => (
        <li key={id}>
          <article className="candidate">
            <h3>
              {drawn && <span className="numeral">{place + 1} </span>}
              {name}
            </h3>
            <p className="candidate-branch">{branch}</p>
            <dl>
              <dt>{t('elections:candidates.does')}</dt>
              <dd dir="auto">{does}</dd>
              <dt>{t('elections:candidates.wants')}</dt>
              <dd dir="auto">{wants}</dd>
              <dt>{t('elections:candidates.time')}</dt>
              <dd dir="auto">{time}</dd>
            </dl>
          </article>
        </li>
      ))}
    </ol>
  )
}
