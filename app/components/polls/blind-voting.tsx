import { type FormEvent, useState } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { BlindDone } from '#app/components/polls/blind-done.tsx'
import { BlindFill } from '#app/components/polls/blind-fill.tsx'
import { ChoiceTold } from '#app/components/polls/choice-told.tsx'
import { NotCast } from '#app/components/polls/not-cast.tsx'
import { TokenStep } from '#app/components/polls/token-step.tsx'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { choiceFrom, fieldsOf } from '#app/domain/polls/ballot-form.ts'
import type { Manifest } from '#app/domain/polls/ballots/manifest.ts'
import type { Arrival } from '#app/domain/polls/ballots/store.ts'
import { type BallotRules, type Choice, writeChoice } from '#app/domain/polls/choice.ts'
import type { PollMethod } from '#app/domain/polls/method.ts'
import type { PollOption } from '#app/domain/polls/poll.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { useWords } from '#app/i18n/words.tsx'
import { type Trouble, useWallet } from '#app/live/use-wallet.ts'

export interface BlindBallot {
  readonly number: number
  readonly manifest: Manifest
  readonly method: PollMethod
  readonly options: readonly PollOption[]
  readonly rules: BallotRules
  readonly grades: readonly string[] | null
  /** The house knows that this account has a token, though this device may not hold it. */
  readonly drawnBefore: boolean
}

/** Token, fill, check, done: all in the voter's browser. The choice leaves it once, sealed, without a name. */
export function BlindVoting({ ballot }: { readonly ballot: BlindBallot }) {
  const { t, lang } = useWords()
  const wallet = useWallet(ballot.manifest, {
    token: `/abstimmungen/${ballot.number}/ausweis.json`,
    slot: `/einwurf/${ballot.manifest.pollId}`,
  })
  const [choice, setChoice] = useState<Choice | null>(null)
  const [checked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [arrived, setArrived] = useState<Arrival['kind'] | null>(null)
  const at = wallet.state !== 'ready' ? 1 : arrived ? 4 : checked ? 3 : 2
  const steps = (['token', 'fill', 'check', 'done'] as const).map((step) => t(`ballots:steps.${step}`))

  const check = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    try {
      setChoice(choiceFrom(new FormData(event.currentTarget, submitter), ballot.rules))
      setRefusal(null)
      setChecked(true)
    } catch (error) {
      if (!isRefusal(error)) throw error
      setRefusal(t(`refusals:${error.reason}`, error.params))
    }
  }
  const cast = async () => {
    if (choice === null) return
    const kind = await wallet.cast(
      writeChoice(
        choice,
        ballot.manifest.options.map(({ key }) => key),
      ),
    )
    if (kind === null) return
    setArrived(kind)
    // The ballot does not stay on the device, only the token and the receipt do.
    setChoice(null)
    setChecked(false)
  }

  return (
    <>
      <ProgressSteps at={at} steps={steps} />
      {!arrived && <NotCast />}
      <div className="flow" lang={lang}>
        {(refusal !== null || wallet.trouble) && (
          <Alert state="error" role="alert" title={t('common:trouble.refused')}>
            <p>{refusal ?? troubleInWords(t, wallet.trouble)}</p>
          </Alert>
        )}
        {wallet.state !== 'ready' ? (
          <TokenStep wallet={wallet} ballot={ballot} />
        ) : arrived ? (
          <BlindDone
            number={ballot.number}
            kind={arrived}
            receipt={wallet.receipt}
            onChange={() => setArrived(null)}
          />
        ) : checked && choice ? (
          <section className="flow" aria-labelledby="pruefen">
            <h2 id="pruefen">{t('polls:ballot.review')}</h2>
            <ChoiceTold {...ballot} choice={choice} />
            <div className="actions">
              <Button type="button" big disabled={wallet.busy} onClick={() => void cast()}>
                {t('polls:ballot.cast')}
              </Button>
              <Button type="button" kind="text" onClick={() => setChecked(false)}>
                {t('polls:ballot.back')}
              </Button>
            </div>
            <p className="quiet">{t('ballots:later')}</p>
          </section>
        ) : (
          <BlindFill
            ballot={ballot}
            filled={choice ? fieldsOf(choice) : {}}
            token={wallet.token}
            onCheck={check}
          />
        )}
      </div>
    </>
  )
}

function troubleInWords(t: ReturnType<typeof useWords>['t'], trouble: Trouble | null): string {
  if (trouble === null) return ''
  return 'word' in trouble ? t(`ballots:trouble-here.${trouble.word}`) : trouble.sentence
}
