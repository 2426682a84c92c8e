import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { lotForm } from '#app/domain/elections/election.form.ts'
import { describe } from '#app/domain/form.ts'
import { useWords } from '#app/i18n/words.tsx'

/** A lot drawn in public: between whom, and what the dice said. */
export function Lot({
  to,
  formKey,
  tied,
}: {
  readonly to: string
  readonly formKey: string
  readonly tied: readonly string[]
}) {
  const { t } = useWords()
  const answer = useAnswer('draw')
  return (
    <Section id="los" title={t('elections:run.lot')} lead={t('elections:run.lot-lead')}>
      <p>
        <strong>{tied.join(', ')}</strong>
      </p>
      <Form to={to} intent="draw" idempotencyKey={formKey} className="flow">
        <Field
          field={describe(lotForm, 'seed')}
          label={t('elections:run.lot-seed')}
          {...kept(answer, 'seed')}
        />
        <Button>{t('elections:run.lot-draw')}</Button>
      </Form>
    </Section>
  )
}
