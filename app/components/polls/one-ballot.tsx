import { Field } from '#app/components/field.tsx'
import { type BallotProps, filledText } from '#app/components/polls/ballot-fields.tsx'
import { optionName } from '#app/components/polls/option-name.ts'
import { useWords } from '#app/i18n/words.tsx'

/** One mark: radios, none chosen beforehand. */
export function OneBallot({ method, options, filled, rules }: BallotProps) {
  const { t } = useWords()
  const question =
    rules.form === 'yes-no'
      ? 'polls:ask.yes-no'
      : rules.form === 'consent'
        ? 'polls:ask.consent'
        : 'polls:ask.one'
  return (
    <Field
      field={{ name: 'choice', required: true }}
      kind="radios"
      label={t(question)}
      value={filledText(filled, 'choice')}
      options={options.map((option) => ({
        value: option.key,
        label: optionName(t, method, option),
        hint: option.about === '' ? undefined : option.about,
      }))}
    />
  )
}
