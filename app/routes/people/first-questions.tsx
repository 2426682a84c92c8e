import { kept } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { describe } from '#app/domain/form.ts'
import { openingForm } from '#app/domain/people/people.form.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { SignInAnswer } from './sign-in-steps.server.ts'

interface FirstQuestionsProps {
  readonly answer: SignInAnswer
  readonly districts: readonly { readonly slug: string; readonly name: string }[]
}

/** Asked once, after the first right code: a name, the age, and a district for those who want. */
export function FirstQuestions({ answer, districts }: FirstQuestionsProps) {
  const { t } = useWords()
  return (
    <div className="flow">
      <p className="lead">{t('people:opening.lead')}</p>
      <Form className="form" to="/anmelden" intent="open" state={answer.state}>
        <Field
          field={describe(openingForm, 'name')}
          autoComplete="nickname"
          label={t('people:opening.name')}
          hint={t('people:opening.name-hint')}
          {...kept(answer, 'name')}
        />
        <Field
          field={describe(openingForm, 'age')}
          kind="radios"
          label={t('people:opening.age')}
          hint={t('people:opening.age-hint')}
          options={[
            { value: '16+', label: t('people:opening.age-16') },
            { value: '14-15', label: t('people:opening.age-14'), hint: t('people:opening.age-14-hint') },
            { value: 'younger', label: t('people:opening.age-younger') },
          ]}
          {...kept(answer, 'age')}
        />
        <Field
          field={describe(openingForm, 'district')}
          kind="select"
          label={t('people:opening.district')}
          hint={t('people:opening.district-hint')}
          options={[
            { value: '', label: t('people:opening.no-district') },
            ...districts.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          {...kept(answer, 'district')}
        />
        <p>
          {t('people:opening.data')} <Go to="/datenschutz">{t('people:opening.privacy')}</Go>
        </p>
        <Button>{t('people:opening.send')}</Button>
      </Form>
    </div>
  )
}
