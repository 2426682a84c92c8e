import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { useWords } from '#app/i18n/words.tsx'
import type { MinutesPage } from '#app/routes/meetings/minutes.tsx'

/** Before minutes become public: every sentence in which a name, an address or a number was found, to be written anew. */
export function PublishMinutes({ page, to }: { readonly page: MinutesPage; readonly to: string }) {
  const { t } = useWords()
  const { scanned, formKey } = page
  return (
    <Section id="veroeffentlichen" title={t('meetings:publish.title')}>
      <Form className="form" to={to} intent="publish" idempotencyKey={`${formKey}-publish`}>
        {scanned.length === 0 ? (
          <p>{t('meetings:publish.clean')}</p>
        ) : (
          <>
            <Alert state="soon" title={t('meetings:publish.found', { count: scanned.length })}>
              <p>{t('meetings:publish.rewrite')}</p>
            </Alert>
            {scanned.map((sentence) => (
              <Field
                key={sentence.key}
                field={{ name: `text:${sentence.key}`, required: true }}
                kind="textarea"
                rows={2}
                label={t('meetings:publish.sentence', { words: sentence.words.join(', ') })}
                value={sentence.text}
              />
            ))}
            <Field field={{ name: 'mayStand' }} kind="checkbox" label={t('meetings:publish.may-stand')} />
          </>
        )}
        <Button>{t('meetings:publish.button')}</Button>
      </Form>
    </Section>
  )
}
