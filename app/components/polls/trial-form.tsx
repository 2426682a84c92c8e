import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { mostTestVoters, type TrialWish } from '#app/domain/polls/trial.ts'
import { useWords } from '#app/i18n/words.tsx'

/** How many test voters, with which number, and whether two shall stand equal. Asking stores nothing. */
export function TrialForm({
  to,
  wish,
  ties,
}: {
  readonly to: string
  readonly wish: TrialWish
  /** Whether this vote can end in a tie that somebody has to break. */
  readonly ties: boolean
}) {
  const { t } = useWords()
  return (
    <Form to={to} method="get" className="form no-print">
      <Field
        field={{ name: 'personen', required: true, min: 1, max: mostTestVoters }}
        type="number"
        inputMode="numeric"
        label={t('polls:trial.voters')}
        value={String(wish.voters)}
      />
      <Field
        field={{ name: 'startzahl', required: true, max: 40 }}
        label={t('polls:trial.seed')}
        hint={t('polls:trial.seed-hint')}
        value={wish.seed}
      />
      {ties && (
        <Field
          field={{ name: 'gleichstand' }}
          kind="checkbox"
          label={t('polls:trial.tie')}
          value={wish.tie}
        />
      )}
      <div className="actions">
        <Button>{t('polls:trial.play')}</Button>
      </div>
    </Form>
  )
}
