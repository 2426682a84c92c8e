import { kept } from '#app/components/answered.tsx'
import { Field, type FieldOption } from '#app/components/field.tsx'
import { describe } from '#app/domain/form.ts'
import { wordsForm, writtenLanguages } from '#app/domain/ideas/idea.form.ts'
import { useWords } from '#app/i18n/words.tsx'

type Posted = Parameters<typeof kept>[0]

export interface Words {
  readonly title: string
  readonly text: string
  readonly district: string
  readonly language: string
}

const fields = wordsForm([])

/** Text, district and language: the same for a new idea, a new version, and what somebody else wrote down. */
export function WordsFields({
  answer,
  words,
  districts,
  textLabel,
}: {
  readonly answer: Posted
  readonly words: Words
  readonly districts: readonly FieldOption[]
  readonly textLabel?: string
}) {
  const { t } = useWords()
  return (
    <>
      <Field
        field={describe(fields, 'text')}
        kind="textarea"
        rows={8}
        label={textLabel ?? t('ideas:form.text')}
        hint={t('ideas:form.text-hint')}
        {...kept(answer, 'text', words.text)}
      />
      <Field
        field={describe(fields, 'district')}
        kind="select"
        label={t('ideas:form.district')}
        options={districts}
        {...kept(answer, 'district', words.district)}
      />
      <Field
        field={describe(fields, 'language')}
        kind="select"
        label={t('ideas:form.language')}
        hint={t('ideas:form.language-hint')}
        options={Object.entries(writtenLanguages).map(([value, label]) => ({ value, label }))}
        {...kept(answer, 'language', words.language)}
      />
    </>
  )
}
