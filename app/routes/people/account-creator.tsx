import { Alert } from '#app/components/alert.tsx'
import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { creatorForm } from '#app/domain/bodies/creator.form.ts'
import type { KeptDeclaration } from '#app/domain/bodies/creator.server.ts'
import { refusalObjectionForm } from '#app/domain/council/statement.form.ts'
import { describe } from '#app/domain/form.ts'
import { useWords } from '#app/i18n/words.tsx'

interface CreatorPartProps {
  readonly declaration: KeptDeclaration | null
  readonly formKey: string
}

/** Whoever makes culture says so; the Speakers' Council confirms it. */
export function CreatorPart({ declaration, formKey }: CreatorPartProps) {
  const { t } = useWords()
  const answer = useAnswer('declare')
  return (
    <Section
      id="kulturschaffend"
      voice="council"
      title={t('people:creator.title')}
      lead={t('people:creator.lead')}
    >
      <div className="flow">
        {declaration?.refusedAt && <Refused declaration={declaration} formKey={formKey} />}
        {declaration && !declaration.refusedAt && (
          <p>
            {declaration.confirmedAt ? t('people:creator.confirmed') : t('people:creator.waiting')}{' '}
            <Time at={declaration.confirmedAt ?? declaration.declaredAt} as="date" />
          </p>
        )}
        <Form className="form" to="/konto" intent="declare" idempotencyKey={`${formKey}:creator`}>
          <Field
            field={describe(creatorForm, 'branch')}
            label={t('people:creator.branch')}
            hint={t('people:creator.branch-hint')}
            {...kept(answer, 'branch', declaration?.branch)}
          />
          <Field
            field={describe(creatorForm, 'does')}
            kind="textarea"
            rows={3}
            label={t('people:creator.does')}
            hint={t('people:creator.does-hint')}
            {...kept(answer, 'does', declaration?.does)}
          />
          <Button kind="quiet">{declaration ? t('people:creator.change') : t('people:creator.send')}</Button>
        </Form>
      </div>
    </Section>
  )
}

/** Not confirmed, with the Council's reason; somebody else of the Council looks again when asked. */
function Refused({
  declaration,
  formKey,
}: {
  readonly declaration: KeptDeclaration
  readonly formKey: string
}) {
  const { t } = useWords()
  const answer = useAnswer('object-refusal')
  return (
    <Alert state="soon" title={t('council:register.own-refused')}>
      <p dir="auto">{declaration.refusedReason}</p>
      <Form to="/konto" intent="object-refusal" idempotencyKey={`${formKey}:refusal`} className="flow">
        <Field
          field={describe(refusalObjectionForm, 'text')}
          kind="textarea"
          rows={3}
          label={t('council:register.object-text')}
          {...kept(answer, 'text')}
        />
        <Button kind="quiet">{t('council:register.own-object')}</Button>
      </Form>
    </Alert>
  )
}
