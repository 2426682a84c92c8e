import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import type { BallotPage } from '#app/components/polls/ballot-fill.tsx'
import { ChoiceTold } from '#app/components/polls/choice-told.tsx'
import type { Choice } from '#app/domain/polls/choice.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Step 2: the choice in sentences, and the button that counts. */
export function BallotCheck({
  page,
  sealed,
  checked,
}: {
  readonly page: BallotPage
  readonly sealed: string
  readonly checked: { readonly choice: Choice; readonly reason: string }
}) {
  const { t } = useWords()
  const { view, ballot, formKey } = page
  const { poll } = view
  return (
    <section className="flow" aria-labelledby="pruefen">
      <h2 id="pruefen">{t('polls:ballot.review')}</h2>
      <ChoiceTold
        method={poll.method}
        options={view.options}
        choice={checked.choice}
        grades={ballot.grades}
      />
      {checked.reason !== '' && <p>{t('polls:ballot.reason-told', { reason: checked.reason })}</p>}
      <Form
        to={`/abstimmungen/${poll.number}/stimmzettel`}
        intent="cast"
        state={sealed}
        idempotencyKey={poll.secrecy === 'open' ? formKey : undefined}
      >
        <div className="actions">
          <Button big>{t('polls:ballot.cast')}</Button>
          <Button kind="text" name="change" value="1">
            {t('polls:ballot.back')}
          </Button>
        </div>
      </Form>
      <p className="quiet">{t('polls:ballot.control')}</p>
    </section>
  )
}
