import { Go } from '#app/components/go.tsx'
import { PollState } from '#app/components/polls/poll-state.tsx'
import type { PollOnBallot } from '#app/domain/polls/view.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Where a ballot would be: why there is none, and the way on. */
export function NoBallot({ view, signedIn }: { readonly view: PollOnBallot; readonly signedIn: boolean }) {
  const { t } = useWords()
  return (
    <div className="flow">
      {view.poll.state === 'final' ? (
        <p>{t('polls:state.over')}</p>
      ) : (
        <PollState view={view} signedIn={signedIn} />
      )}
      <p>
        <Go to={`/abstimmungen/${view.poll.number}`}>{t('polls:ballot.to-poll')}</Go>
      </p>
    </div>
  )
}
