import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { useWords } from '#app/i18n/words.tsx'
import type { MinutesPage } from '#app/routes/meetings/minutes.tsx'

/** What was marked, what was proposed, and what became of it. */
export function Corrections({ page, to }: { readonly page: MinutesPage; readonly to: string }) {
  const { t } = useWords()
  if (page.corrections.length === 0) return null
  return (
    <Section id="berichtigungen" title={t('meetings:correction.title')}>
      <ul className="plain correction-list">
        {page.corrections.map((one) => (
          <li key={one.id}>
            <p className="quiet">
              {t(`meetings:correction.kind.${one.kind}`)}, {one.by ?? t('bodies:deleted')},{' '}
              <Time at={one.at} as="date" />
            </p>
            <p>
              <del>{one.before}</del>
            </p>
            <p>
              <ins>{one.proposed}</ins>
            </p>
            {one.decision ? (
              <p>
                <strong>{t(`meetings:correction.${one.decision}`)}</strong> {one.reply}
              </p>
            ) : (
              page.may.sign && (
                <Form
                  className="form no-print"
                  to={to}
                  intent="decide"
                  idempotencyKey={`${page.formKey}-d-${one.id}`}
                >
                  <input type="hidden" name="correction" value={one.id} />
                  <Field
                    field={{ name: 'reply', max: 400 }}
                    id={`reply-${one.id}`}
                    label={t('meetings:correction.reply')}
                  />
                  <div className="move-row">
                    {one.kind === 'correction' && (
                      <Button kind="quiet" name="decision" value="taken">
                        {t('meetings:correction.take')}
                      </Button>
                    )}
                    <Button kind="quiet" name="decision" value="not-taken">
                      {t(
                        one.kind === 'correction' ? 'meetings:correction.leave' : 'meetings:correction.noted',
                      )}
                    </Button>
                  </div>
                </Form>
              )
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
