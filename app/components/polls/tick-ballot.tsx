import { useEffect, useState } from 'react'
import { Field } from '#app/components/field.tsx'
import type { BallotProps } from '#app/components/polls/ballot-fields.tsx'
import { useWords } from '#app/i18n/words.tsx'

/** Ticks. Too many are told, never taken away. */
export function TickBallot({ options, rules, filled }: BallotProps) {
  const { t } = useWords()
  const ticked = filled.tick ?? []
  const before = typeof ticked === 'string' ? [ticked] : ticked
  const [count, setCount] = useState(before.length)
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  const { most } = rules
  return (
    <div
      onChange={(change) =>
        setCount(change.currentTarget.querySelectorAll('input[type="checkbox"]:checked').length)
      }
    >
      <Field
        field={{ name: 'tick', required: true }}
        kind="checkboxes"
        label={t(most === null ? 'polls:ask.approval' : 'polls:ask.ticks', { count: most ?? 0 })}
        hint={t(most === null ? 'polls:hint.approval' : 'polls:hint.ticks')}
        value={before}
        options={options.map((option) => ({
          value: option.key,
          label: option.title,
          hint: option.about === '' ? undefined : option.about,
        }))}
      />
      {most !== null && awake && (
        <p className={count > most ? 'counter over' : 'counter'} role="status">
          {t(count > most ? 'polls:counter.too-many' : 'polls:counter.ticks', { count, most })}
        </p>
      )}
    </div>
  )
}
