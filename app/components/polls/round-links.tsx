import { Go } from '#app/components/go.tsx'
import type { Poll } from '#app/domain/polls/poll.ts'
import { useWords } from '#app/i18n/words.tsx'

/** The way to the round before and the one after. */
export function RoundLinks({
  method,
  rounds,
}: {
  readonly method: Poll['method']
  readonly rounds: { readonly earlier: number | null; readonly later: number | null }
}) {
  const { t } = useWords()
  const consent = method === 'consent'
  return (
    <>
      {rounds.earlier !== null && (
        <p>
          <Go to={`/abstimmungen/${rounds.earlier}/ergebnis`}>
            {t(consent ? 'polls:consent.earlier' : 'polls:result.first-round')}
          </Go>
        </p>
      )}
      {rounds.later !== null && (
        <p>
          <Go to={`/abstimmungen/${rounds.later}`}>
            {t(consent ? 'polls:consent.later' : 'polls:result.second-round')}
          </Go>
        </p>
      )}
    </>
  )
}
