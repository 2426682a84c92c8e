import { Alert } from '#app/components/alert.tsx'
import { ButtonLink } from '#app/components/button.tsx'
import type { PollOnBallot } from '#app/domain/polls/view.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Where somebody stands in a vote signed blind: the house knows of the token, the envelope or the paper, never more. */
export function SecretState({
  number,
  way,
}: {
  readonly number: number
  readonly way: Exclude<NonNullable<PollOnBallot['own']>['way'], 'open' | 'separate' | 'some-way'>
}) {
  const { t } = useWords()
  switch (way) {
    case 'token':
      return (
        <Alert title={t('ballots:state.token')}>
          <p>{t('ballots:state.token-more')}</p>
          <p>
            <ButtonLink big to={`/abstimmungen/${number}/stimmausweis`}>
              {t('polls:state.to-ballot')}
            </ButtonLink>
          </p>
        </Alert>
      )
    case 'envelope':
      return (
        <Alert title={t('ballots:state.envelope')}>
          <p>
            <ButtonLink big to={`/abstimmungen/${number}/umschlag`}>
              {t('ballots:to-envelope')}
            </ButtonLink>
          </p>
        </Alert>
      )
    case 'paper':
      return <Alert title={t('ballots:state.paper')} />
  }
}
