import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field, type FieldOption } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { bodyFunctions } from '#app/domain/bodies/body.ts'
import { describe } from '#app/domain/form.ts'
import { seatForm } from '#app/domain/people/operator.form.ts'
import { useWords } from '#app/i18n/words.tsx'

interface SeatPartProps {
  readonly path: string
  readonly places: readonly FieldOption[]
  readonly today: string
  readonly formKey: string
}

/** Gives a person a seat in a body, with a function and a term. */
export function SeatPart({ path, places, today, formKey }: SeatPartProps) {
  const { t } = useWords()
  const answer = useAnswer('seat')
  if (places.length === 0) return null
  return (
    <Section id="sitz" title={t('operator:account.seat')}>
      <Form className="form" to={path} intent="seat" idempotencyKey={`${formKey}:seat`}>
        <Field
          field={describe(seatForm, 'place')}
          kind="select"
          label={t('operator:account.body')}
          options={places}
          {...kept(answer, 'place')}
        />
        <Field
          field={describe(seatForm, 'function')}
          kind="select"
          label={t('operator:account.function')}
          options={bodyFunctions.map((one) => ({ value: one, label: t(`bodies:function.${one}`) }))}
          {...kept(answer, 'function', 'member')}
        />
        <Field
          field={describe(seatForm, 'from')}
          type="date"
          label={t('operator:account.from')}
          {...kept(answer, 'from', today)}
        />
        <Field
          field={describe(seatForm, 'until')}
          type="date"
          label={t('operator:account.until')}
          hint={t('operator:account.until-hint')}
          {...kept(answer, 'until')}
        />
        <Button kind="quiet">{t('operator:account.send-seat')}</Button>
      </Form>
    </Section>
  )
}
