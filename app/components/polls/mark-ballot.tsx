import { Field } from '#app/components/field.tsx'
import { type BallotProps, filledText } from '#app/components/polls/ballot-fields.tsx'
import { PointsBallot } from '#app/components/polls/points-ballot.tsx'
import { markField } from '#app/domain/polls/ballot-form.ts'
import { type Say, useWords } from '#app/i18n/words.tsx'

/** A mark for every option: radios where there are few marks, a list where there are many, a number for points. */
export function MarkBallot(props: BallotProps) {
  if (props.rules.sum !== null) return <PointsBallot {...props} />
  return <MarksBallot {...props} />
}

function MarksBallot({ method, options, rules, grades, filled }: BallotProps) {
  const { t } = useWords()
  const marks = marksOf(t, method, rules.highest ?? 5, grades)
  const many = marks.length > 6
  return (
    <fieldset className="field marks">
      <legend>{t(`polls:ask.${askOf(method)}`, { most: rules.highest ?? 5 })}</legend>
      <p className="hint">{t(`polls:hint.${askOf(method)}`)}</p>
      {options.map(({ key, title, about }) => (
        <Field
          key={key}
          field={{ name: markField(key), required: true }}
          kind={many ? 'select' : 'radios'}
          label={title}
          hint={about === '' ? undefined : about}
          value={filledText(filled, markField(key))}
          options={many ? [{ value: '', label: t('polls:marks.none') }, ...marks] : marks}
        />
      ))}
    </fieldset>
  )
}

function askOf(method: BallotProps['method']) {
  switch (method) {
    case 'consensing':
    case 'majority-judgment':
    case 'date-finding':
      return method
    default:
      return 'score'
  }
}

function marksOf(t: Say, method: BallotProps['method'], highest: number, grades: readonly string[] | null) {
  if (method === 'date-finding') {
    return (['2', '1', '0'] as const).map((value) => ({ value, label: t(`polls:date-answer.${value}`) }))
  }
  const all = Array.from({ length: highest + 1 }, (_, mark) => String(mark))
  if (grades) return all.map((value) => ({ value, label: grades[Number(value)] ?? value })).reverse()
  if (method !== 'consensing') return all.map((value) => ({ value, label: value }))
  return all.map((value) => ({
    value,
    label:
      value === '0'
        ? t('polls:marks.no-resistance')
        : value === '10'
          ? t('polls:marks.most-resistance')
          : value,
  }))
}
