import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import type { MeetingPart } from '#app/components/meetings/meeting-page.ts'
import { Section } from '#app/components/section-head.tsx'
import { needKinds } from '#app/domain/meetings/needs.ts'
import { useWords } from '#app/i18n/words.tsx'

/** "Ich brauche …": asked beforehand, so that nobody has to ask at the door. */
export function Needs({ page: { here, formKey, account, need, needs } }: Pick<MeetingPart, 'page'>) {
  const { t } = useWords()
  return (
    <Section id="ich-brauche" title={t('meetings:need.title')} lead={t('meetings:need.lead')}>
      {account === null ? (
        <p>
          <Go to={`/anmelden?zurueck=${here}`}>{t('meetings:need.sign-in')}</Go>
        </p>
      ) : (
        <Form className="form" to={here} intent="need" idempotencyKey={`${formKey}-need`}>
          <Field
            field={{ name: 'kinds' }}
            kind="checkboxes"
            label={t('meetings:need.legend')}
            value={need?.kinds ?? []}
            options={needKinds.map((kind) => ({ value: kind, label: t(`meetings:need.kind.${kind}`) }))}
          />
          <Field
            field={{ name: 'text', max: 300 }}
            id="need-text"
            kind="textarea"
            rows={2}
            label={t('meetings:need.more')}
            value={need?.text ?? ''}
          />
          <Button kind="quiet">{t('meetings:need.save')}</Button>
          <p className="hint">{t('meetings:need.who')}</p>
        </Form>
      )}
      {needs.length > 0 && (
        <details>
          <summary>{t('meetings:need.list', { count: needs.length })}</summary>
          <ul className="plain">
            {needs.map((one) => (
              <li key={one.name}>
                <strong>{one.name}</strong>:{' '}
                {[...one.kinds.map((kind) => t(`meetings:need.kind.${kind}`)), one.text]
                  .filter(Boolean)
                  .join(', ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}
