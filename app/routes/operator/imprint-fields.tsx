import { kept } from '#app/components/answered.tsx'
import { Field } from '#app/components/field.tsx'
import { describe } from '#app/domain/form.ts'
import { imprintForm } from '#app/domain/people/operator.form.ts'
import type { Imprint } from '#app/http/context.ts'
import type { Answer } from '#app/http/door.server.ts'
import { useWords } from '#app/i18n/words.tsx'

interface ImprintFieldsProps {
  readonly answer: Answer | undefined
  readonly imprint?: Imprint | null
}

const lines = ['provider', 'address', 'represented', 'mail', 'phone', 'responsible'] as const
const hinted = {
  provider: 'operator:imprint.provider-hint',
  address: 'operator:imprint.address-hint',
} as const

/** What the law asks of an imprint. */
export function ImprintFields({ answer, imprint }: ImprintFieldsProps) {
  const { t } = useWords()
  return (
    <fieldset>
      <legend>
        <h2>{t('operator:imprint.legend')}</h2>
      </legend>
      <p>{t('operator:imprint.lead')}</p>
      {lines.map((name) => (
        <Field
          key={name}
          field={describe(imprintForm, name)}
          kind={name === 'address' ? 'textarea' : 'text'}
          type={name === 'mail' ? 'email' : name === 'phone' ? 'tel' : 'text'}
          rows={3}
          label={t(`operator:imprint.${name}`)}
          hint={name === 'provider' || name === 'address' ? t(hinted[name]) : undefined}
          {...kept(answer, name, imprint?.[name])}
        />
      ))}
    </fieldset>
  )
}
