import type { FormEvent } from 'react'
import { Button } from '#app/components/button.tsx'
import { BallotFields, type BallotProps } from '#app/components/polls/ballot-fields.tsx'
import type { BlindBallot } from '#app/components/polls/blind-voting.tsx'
import { keepAsFile } from '#app/components/polls/keep-as-file.ts'
import type { Token } from '#app/domain/polls/ballots/wallet.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Step 2: the same fields as on every ballot; nothing is sent yet. */
export function BlindFill({
  ballot,
  filled,
  token,
  onCheck,
}: {
  readonly ballot: BlindBallot
  readonly filled: BallotProps['filled']
  readonly token: Token | null
  onCheck(event: FormEvent<HTMLFormElement>): void
}) {
  const { t } = useWords()
  return (
    <form className="form" noValidate onSubmit={onCheck}>
      {token !== null && (
        <p>
          {t(token.turn === 0 ? 'ballots:token.here' : 'ballots:token.used')}{' '}
          <Button
            type="button"
            kind="text"
            onClick={() => keepAsFile(`stimmausweis-${ballot.number}.json`, token)}
          >
            {t('ballots:token.keep')}
          </Button>
        </p>
      )}
      <BallotFields {...ballot} filled={filled} />
      <div className="actions">
        <Button big>{t('polls:ballot.check')}</Button>
      </div>
      <p className="who-sees">{t('polls:ballot.seen.blind')}</p>
      <div className="on-purpose no-print">
        <p className="quiet">{t('polls:ballot.purpose')}</p>
        <div className="actions">
          <Button kind="text" name="hand-in" value="blank">
            {t('polls:ballot.blank')}
          </Button>
          <Button kind="text" name="hand-in" value="invalid">
            {t('polls:ballot.invalid')}
          </Button>
        </div>
      </div>
    </form>
  )
}
