import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import type { RegisteredResolution } from '#app/domain/meetings/register.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** When the body looks at what it resolved again; folded away, since it is set once. */
export function ReviewDay({
  resolution,
  formKey,
}: {
  readonly resolution: Pick<RegisteredResolution, 'id' | 'reviewOn' | 'text'>
  readonly formKey: string
}) {
  const { t } = useWords()
  return (
    <details>
      <summary>
        {t('meetings:register.review-open')}
        <span className="hidden-text">: {resolution.text}</span>
      </summary>
      <Form
        className="form"
        to="/runder-tisch/beschluesse"
        intent="review"
        idempotencyKey={`${formKey}-review-${resolution.id}`}
      >
        <input type="hidden" name="resolution" value={resolution.id} />
        <Field
          field={{ name: 'reviewOn' }}
          id={`review-${resolution.id}`}
          type="date"
          label={t('meetings:register.review-set')}
          hint={t('meetings:register.review-hint')}
          value={resolution.reviewOn ?? ''}
        />
        <Button kind="quiet">{t('meetings:register.review-save')}</Button>
      </Form>
    </details>
  )
}
