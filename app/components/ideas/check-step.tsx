import { kept } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import type { StepAnswer, StepProps } from '#app/components/ideas/step.ts'
import { describe } from '#app/domain/form.ts'
import { guestForm, namings, pictureForm } from '#app/domain/ideas/idea.form.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Everything once more as it will stand there, then the name, a picture, and the button that counts. */
export function CheckStep({
  account,
  draft,
  districts,
  formKey,
  answer,
}: StepProps & { readonly answer: StepAnswer }) {
  const { t } = useWords()
  const district = districts.find((option) => option.value === draft.district)?.label
  return (
    <>
      <section className="preview flow" aria-label={t('ideas:form.preview')}>
        <p className="hint">{t('ideas:form.preview')}</p>
        <h2 lang={draft.language} dir="auto">
          {draft.title}
        </h2>
        <div lang={draft.language} dir="auto" className="as-typed">
          {draft.text}
        </div>
        <p>{district}</p>
      </section>
      <Form
        className="form"
        to="/ideen/neu"
        intent="send"
        state={answer.sealed}
        idempotencyKey={formKey}
        withFiles
      >
        {account ? (
          <p>{t('ideas:form.as-account', { name: account.name })}</p>
        ) : (
          <>
            <p>{t('ideas:form.guest')}</p>
            <Field
              field={describe(guestForm, 'naming')}
              kind="radios"
              label={t('ideas:form.naming')}
              options={namings.map((naming) => ({ value: naming, label: t(`ideas:form.naming-${naming}`) }))}
              {...kept(answer, 'naming')}
            />
            <Field
              field={{ ...describe(guestForm, 'name'), max: 60 }}
              label={t('ideas:form.name')}
              hint={t('ideas:form.name-hint')}
              autoComplete="name"
              {...kept(answer, 'name')}
            />
          </>
        )}
        <PictureFields answer={answer} young={account?.protected ?? false} />
        <div className="actions">
          <Button>{t('ideas:form.send')}</Button>
          <Button kind="text" name="change" value="1">
            {t('ideas:form.change')}
          </Button>
        </div>
        <p className="who-sees">{t('ideas:form.seen')}</p>
      </Form>
    </>
  )
}

export function PictureFields({
  answer,
  young = false,
}: {
  readonly answer: Parameters<typeof kept>[0]
  readonly young?: boolean
}) {
  const { t } = useWords()
  return (
    <>
      <Field
        field={describe(pictureForm, 'picture')}
        kind="file"
        accept="image/jpeg,image/png,image/webp"
        label={t('ideas:form.picture')}
        hint={t('ideas:form.picture-hint')}
        error={kept(answer, 'picture').error}
      />
      <Field
        field={describe(pictureForm, 'alt')}
        label={t('ideas:form.alt')}
        hint={t('ideas:form.alt-hint')}
        {...kept(answer, 'alt')}
      />
      <Field
        field={describe(pictureForm, 'rights')}
        kind="checkbox"
        label={t(young ? 'ideas:form.rights-young' : 'ideas:form.rights')}
        {...kept(answer, 'rights')}
      />
    </>
  )
}
