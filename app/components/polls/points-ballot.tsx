import { type FormEvent, type MouseEvent, useEffect, useState } from 'react'
import { Field, fieldId } from '#app/components/field.tsx'
import { Icon } from '#app/components/icon.tsx'
import { type BallotProps, filledText } from '#app/components/polls/ballot-fields.tsx'
import { markField, pointBeside } from '#app/domain/polls/ballot-form.ts'
import { useWords } from '#app/i18n/words.tsx'

/**
 * Points to hand out: a number for every option and two buttons that work with and without scripts. What is left is
 * counted beside the fields, and nothing is corrected behind one's back.
 */
export function PointsBallot({ options, rules, filled }: BallotProps) {
  const { t } = useWords()
  const sum = rules.sum ?? 10
  const written = options.reduce(
    (total, { key }) => total + (Number(filledText(filled, markField(key))) || 0),
    0,
  )
  const [given, setGiven] = useState(written)
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  const count = (fields: HTMLFieldSetElement | null) => {
    const inputs = fields?.querySelectorAll<HTMLInputElement>('input[type="number"]') ?? []
    setGiven([...inputs].reduce((total, input) => total + (Number(input.value) || 0), 0))
  }
  const step = (event: MouseEvent<HTMLButtonElement>, key: string, move: 'more' | 'less') => {
    event.preventDefault()
    const fields = event.currentTarget.closest('fieldset')
    const input = fields?.querySelector<HTMLInputElement>(`[name="${markField(key)}"]`)
    if (input) input.value = pointBeside(input.value, move, sum)
    count(fields)
  }
  return (
    <fieldset
      className="field points"
      onChange={(change: FormEvent<HTMLFieldSetElement>) => count(change.currentTarget)}
    >
      <legend>{t('polls:ask.points', { count: sum })}</legend>
      <p className="hint">{t('polls:hint.points')}</p>
      {options.map(({ key, title, about }) => (
        <div key={key} className="point-row">
          <Field
            field={{ name: markField(key), required: true, min: 0, max: sum }}
            type="number"
            inputMode="numeric"
            label={title}
            hint={about === '' ? undefined : about}
            value={filledText(filled, markField(key))}
            id={fieldId(markField(key))}
          />
          {(['less', 'more'] as const).map((move) => (
            <button
              key={move}
              className="nudge"
              type="submit"
              name={move}
              value={key}
              id={`${move}-${key}`}
              onClick={(event) => step(event, key, move)}
            >
              <Icon name={move} />
              <span className="hidden-text">{t(`polls:points.${move}`, { title })}</span>
            </button>
          ))}
        </div>
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
