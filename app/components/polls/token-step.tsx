import { useState } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { Go } from '#app/components/go.tsx'
import type { BlindBallot } from '#app/components/polls/blind-voting.tsx'
import { useWords } from '#app/i18n/words.tsx'
import type { Wallet } from '#app/live/use-wallet.ts'

/** Step 1: the token is drawn, or opened from the file in which it was kept. */
export function TokenStep({ wallet, ballot }: { readonly wallet: Wallet; readonly ballot: BlindBallot }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const { number, manifest, drawnBefore } = ballot
  const second = manifest.signers.find(({ address }) => address !== undefined)
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
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void wallet.draw(code)
        }}
      >
        {second && (
          <>
            <p>{t('ballots:token.two', { name: second.name })}</p>
            <div className="field">
              <label htmlFor="zweiter-code">{t('ballots:token.code')}</label>
              <p className="hint" id="zweiter-code-hinweis">
                {t('ballots:token.code-hint', { name: second.name })}
              </p>
              <input
                id="zweiter-code"
                type="text"
                autoComplete="off"
                spellCheck={false}
                maxLength={40}
                aria-describedby="zweiter-code-hinweis"
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            </div>
          </>
        )}
        <div className="actions">
          <Button big disabled={wallet.busy}>
            {t('ballots:token.draw')}
          </Button>
        </div>
      </form>
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
