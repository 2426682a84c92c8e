import { Time } from '#app/components/time.tsx'
import type { ListedElectionObjection } from '#app/domain/elections/objection.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What one said oneself, and what became of it. */
export function OwnObjections({ objections }: { readonly objections: readonly ListedElectionObjection[] }) {
  const { t } = useWords()
  return (
    <ul className="flow">
      {objections.map(({ id, against, at, text, outcome, outcomeText }) => (
        <li key={id} className="flow">
          <p>
            <strong>{t(`elections:object.own-against.${against}`)}</strong>, <Time at={at} as="date" />
          </p>
          <p dir="auto">{text}</p>
          <p>
            {outcome === null
              ? t('elections:object.waits')
              : `${t('elections:object.outcome')}: ${t(`elections:object.outcomes.${outcome}`)}. ${outcomeText}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
