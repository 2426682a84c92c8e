import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { Go } from '#app/components/go.tsx'
import type { BlindBallot } from '#app/components/polls/blind-voting.tsx'
import { useWords } from '#app/i18n/words.tsx'
import type { Wallet } from '#app/live/use-wallet.ts'

/** Step 1: the token is drawn, or opened from the file in which it was kept. */
export function TokenStep({ wallet, ballot }: { readonly wallet: Wallet; readonly ballot: BlindBallot }) {
  const { t } = useWords()
  const { number, manifest, drawnBefore } = ballot
  if (wallet.state !== 'empty') {
    return (
      <Alert
        state={wallet.state === 'insecure' ? 'error' : 'info'}
        title={t(wallet.state === 'insecure' ? 'ballots:insecure' : 'ballots:asleep')}
      >
        <p>{t('ballots:plain-way')}</p>
        {manifest.codes !== null && (
          <p>
            <Go to={`/abstimmungen/${number}/umschlag`}>{t('ballots:to-envelope')}</Go>
          </p>
        )}
      </Alert>
    )
  }
  return (
    <>
      <p className="lead">{t('ballots:token.lead')}</p>
      <HonestBlind />
      {drawnBefore && (
        <Alert state="soon" title={t('ballots:token.drawn-before')}>
          <p>{t('ballots:token.drawn-before-more')}</p>
        </Alert>
      )}
      <div className="actions">
        <Button type="button" big disabled={wallet.busy} onClick={() => void wallet.draw()}>
          {t('ballots:token.draw')}
        </Button>
      </div>
      <p className="who-sees">{t('ballots:token.seen')}</p>
      <details>
        <summary>{t('ballots:token.have')}</summary>
        <div className="field">
          <label htmlFor="stimmausweis-datei">{t('ballots:token.file')}</label>
          <input
            type="file"
            id="stimmausweis-datei"
            accept=".json,application/json"
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) void wallet.open(file)
            }}
          />
        </div>
      </details>
    </>
  )
}

/** What a blind-signed vote promises, and what it does not. */
export function HonestBlind() {
  const { t } = useWords()
  return (
    <ul>
      <li>{t('ballots:honest.blind')}</li>
      <li>{t('ballots:honest.program')}</li>
      <li>{t('ballots:honest.show')}</li>
      <li>{t('ballots:honest.traffic')}</li>
    </ul>
  )
}
