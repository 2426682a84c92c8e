import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Changes } from '#app/components/standards/changes.tsx'
import { partName } from '#app/components/standards/part-name.ts'
import { PartHidden } from '#app/components/standards/propose-form.tsx'
import { useWords } from '#app/i18n/words.tsx'
import type { ProposeAnswer } from '#app/routes/standards/propose-steps.server.ts'

/** Before and after, the reason, and who proposes the like already. */
export function ProposeCheck({
  slug,
  answer,
  formKey,
}: {
  readonly slug: string
  readonly answer: ProposeAnswer
  readonly formKey: string
}) {
  const { t } = useWords()
  return (
    <>
      {answer.similar.length > 0 && (
        <Alert state="soon" title={t('standards:new.similar')}>
          <p>{t('standards:new.similar-hint')}</p>
          <ul>
            {answer.similar.map((number) => (
              <li key={number}>
                <Go to={`/standards/${slug}/aenderungen/${number}`}>
                  {t('standards:amendment.title', { number })}
                </Go>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {answer.checked.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part has no name but its place
        <section className="amendment" key={place} aria-label={partName(t, part)}>
          <h2 className="small">{partName(t, part)}</h2>
          <Changes passages={part.passages} />
        </section>
      ))}
      <h2 className="small">{t('standards:amendment.reason')}</h2>
      <p dir="auto">{answer.reason}</p>
      <Form to={`/standards/${slug}/aenderungen/neu`} idempotencyKey={formKey}>
        {answer.parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no name but its place
          <div key={at} hidden>
            <PartHidden at={at} part={part} />
            <input type="hidden" name={`text-${at}`} value={part.text} />
            <input type="hidden" name={`after-${at}`} value={part.after} />
          </div>
        ))}
        <input type="hidden" name="reason" value={answer.reason} />
        <div className="actions">
          <Button name="intent" value="send">
            {t('standards:new.send')}
          </Button>
          <Button kind="text" name="intent" value="back">
            {t('standards:new.back')}
          </Button>
        </div>
        <p className="who-sees">{t('standards:new.seen')}</p>
      </Form>
    </>
  )
}
