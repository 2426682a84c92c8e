import { kept } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import type { StepAnswer, StepProps } from '#app/components/ideas/step.ts'
import { describe } from '#app/domain/form.ts'
import { titleForm } from '#app/domain/ideas/idea.form.ts'
import { useWords } from '#app/i18n/words.tsx'

/** The first question, alone on its page. */
export function TitleStep({
  account,
  draft,
  answer,
}: StepProps & { readonly answer: StepAnswer | undefined }) {
  const { t } = useWords()
  return (
    <>
      {!account && <SignInFirst />}
      <Form className="form" to="/ideen/neu" intent="title">
        <Field
          field={describe(titleForm, 'title')}
          label={t('ideas:form.title')}
          hint={t('ideas:form.title-hint')}
          {...kept(answer, 'title', draft.title)}
        />
        <div className="actions">
          <Button>{t('ideas:form.next')}</Button>
          <p className="who-sees">{t('ideas:form.seen-later')}</p>
        </div>
      </Form>
    </>
  )
}

export function SignInFirst() {
  const { t } = useWords()
  return (
    <p>
      {t('ideas:form.sign-in')} <Go to="/anmelden?zurueck=/ideen/neu">{t('ideas:form.sign-in-link')}</Go>
    </p>
  )
}
