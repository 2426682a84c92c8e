import { Alert } from '#app/components/alert.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { keepAsFile } from '#app/components/polls/keep-as-file.ts'
import type { Receipt } from '#app/domain/polls/ballots/receipt.ts'
import type { Arrival } from '#app/domain/polls/ballots/store.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Step 4: it has arrived. The receipt proves that, and nothing of the choice. */
export function BlindDone({
  number,
  kind,
  receipt,
  onChange,
}: {
  readonly number: number
  readonly kind: Arrival['kind']
  readonly receipt: Receipt | null
  onChange(): void
}) {
  const { t } = useWords()
  const said = {
    arrived: 'polls:done.title',
    changed: 'polls:done.changed',
    again: 'polls:done.again',
  } as const
  return (
    <>
      <Alert state="done" role="status" title={t(said[kind])}>
        <p>{t('ballots:done.receipt')}</p>
        {receipt !== null && (
          <p>
            {t('ballots:done.hash')} <code>{receipt.hash.slice(0, 16)}</code>
          </p>
        )}
      </Alert>
      <div className="actions">
        {receipt !== null && (
          <Button type="button" onClick={() => keepAsFile(`beleg-${number}.json`, receipt)}>
            {t('ballots:done.keep')}
          </Button>
        )}
        <Button type="button" kind="text" onClick={onChange}>
          {t('polls:state.change')}
        </Button>
      </div>
      <p>{t('ballots:done.last-counts')}</p>
      <p>
        <ButtonLink kind="quiet" to={`/abstimmungen/${number}`}>
          {t('polls:ballot.to-poll')}
        </ButtonLink>
      </p>
    </>
  )
}
