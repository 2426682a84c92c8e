import { Alert } from '#app/components/alert.tsx'
import { ButtonLink } from '#app/components/button.tsx'
import { Time } from '#app/components/time.tsx'
import type { Arrival } from '#app/domain/polls/ballots/store.ts'
import type { Secrecy } from '#app/domain/polls/poll.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Step 3: it has arrived. Nothing of the choice is said again. */
export function BallotArrived({
  number,
  secrecy,
  arrived,
}: {
  readonly number: number
  readonly secrecy: Secrecy
  readonly arrived: Arrival & { readonly at: string }
}) {
  const { t } = useWords()
  const said = {
    arrived: 'polls:done.title',
    changed: 'polls:done.changed',
    again: 'polls:done.again',
  } as const
  return (
    <div className="flow">
      <Alert state="done" role="status" title={t(said[arrived.kind])}>
        <p>
          <Time at={arrived.at} as="time" />
          {arrived.control && (
            <>
              {' · '}
              <strong>{t('polls:done.control', { control: arrived.control })}</strong>
            </>
          )}
        </p>
        <p>{t('polls:done.next')}</p>
        {secrecy === 'open' && <p>{t('polls:done.mail')}</p>}
      </Alert>
      <p>
        <ButtonLink kind="quiet" to={`/abstimmungen/${number}`}>
          {t('polls:ballot.to-poll')}
        </ButtonLink>
      </p>
    </div>
  )
}
