import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { describe } from '#app/domain/form.ts'
import { accountForm } from '#app/domain/people/people.form.ts'
import { useWords } from '#app/i18n/words.tsx'

interface SettingsPartProps {
  readonly account: { readonly name: string; readonly district: string | null; readonly language: string }
  readonly districts: readonly { readonly slug: string; readonly name: string }[]
  readonly formKey: string
}

export function SettingsPart({ account, districts, formKey }: SettingsPartProps) {
  const { t } = useWords()
  const answer = useAnswer('change')
  return (
    <Section id="angaben" title={t('people:account.settings')}>
      <Form className="form" to="/konto" intent="change" idempotencyKey={formKey}>
        <Field
          field={describe(accountForm, 'name')}
          autoComplete="nickname"
          label={t('people:opening.name')}
          hint={t('people:opening.name-hint')}
          {...kept(answer, 'name', account.name)}
        />
        <Field
          field={describe(accountForm, 'district')}
          kind="select"
          label={t('people:opening.district')}
          options={[
            { value: '', label: t('people:opening.no-district') },
            ...districts.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          {...kept(answer, 'district', account.district ?? '')}
        />
        <Field
          field={describe(accountForm, 'language')}
          kind="radios"
          label={t('people:account.language')}
          hint={t('people:account.language-hint')}
          options={[
            { value: 'de', label: <span lang="de">Deutsch</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
          {...kept(answer, 'language', account.language)}
        />
        <Button>{t('people:account.save')}</Button>
      </Form>
    </Section>
  )
}
