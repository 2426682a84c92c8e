import { useEffect, useState } from 'react'
import { Field, fieldId } from '#app/components/field.tsx'
import { type BallotProps, filledText } from '#app/components/polls/ballot-fields.tsx'
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

/** Points to hand out: what is left is counted beside the fields, and nothing is corrected behind one's back. */
function PointsBallot({ options, rules, filled }: BallotProps) {
  const { t } = useWords()
  const sum = rules.sum ?? 10
  const written = options.reduce(
    (total, { key }) => total + (Number(filledText(filled, markField(key))) || 0),
    0,
  )
  const [given, setGiven] = useState(written)
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  return (
    <fieldset
      className="field points"
      onChange={(change) => {
        const inputs = change.currentTarget.querySelectorAll<HTMLInputElement>('input[type="number"]')
        setGiven([...inputs].reduce((total, input) => total + (Number(input.value) || 0), 0))
      }}
    >
      <legend>{t('polls:ask.points', { count: sum })}</legend>
      <p className="hint">{t('polls:hint.points')}</p>
      {options.map(({ key, title, about }) => (
        <Field
          key={key}
          field={{ name: markField(key), required: true, min: 0, max: sum }}
          type="number"
          inputMode="numeric"
          label={title}
          hint={about === '' ? undefined : about}
          value={filledText(filled, markField(key))}
          id={fieldId(markField(key))}
        />
      ))}
      {awake && (
        <p className={given > sum ? 'counter over' : 'counter'} role="status">
          {given > sum
            ? t('polls:counter.points-over', { count: given, most: sum })
            : t('polls:counter.points-left', { count: sum - given, most: sum })}
        </p>
      )}
    </fieldset>
  )
}
