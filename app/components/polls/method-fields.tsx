import { Field, type FieldProps } from '#app/components/field.tsx'
import { type PollMethod, takesSeats } from '#app/domain/polls/method.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What only some ways to vote ask: seats, marks, points, grades, money, the way things are. */
export function MethodFields({
  method,
  field,
}: {
  readonly method: PollMethod
  readonly field: (
    name: 'seats' | 'marks' | 'points' | 'budget' | 'grades' | 'statusQuo',
    before?: string,
  ) => Pick<FieldProps, 'field' | 'label' | 'value' | 'error'>
}) {
  const { t } = useWords()
  const number = (name: 'seats' | 'marks' | 'points' | 'budget', before = '') => (
    <Field {...field(name, before)} type="number" inputMode="numeric" />
  )
  return (
    <>
      {takesSeats(method) && number('seats', '1')}
      {method === 'multiple-choice' && number('marks', '1')}
      {method === 'points' && number('points', '10')}
      {method === 'equal-shares' && number('budget')}
      {method === 'majority-judgment' && (
        <Field {...field('grades', t('polls:form.grades-usual'))} hint={t('polls:form.grades-hint')} />
      )}
      {method === 'consensing' && (
        <Field
          {...field('statusQuo', t('polls:form.statusQuo-usual'))}
          hint={t('polls:form.statusQuo-hint')}
        />
      )}
    </>
  )
}
