import { kept } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { statementForm } from '#app/domain/council/statement.form.ts'
import { describe } from '#app/domain/form.ts'
import type { Answer, FormDoor } from '#app/http/door.server.ts'
import { useWords } from '#app/i18n/words.tsx'

export function readStatementForm(door: FormDoor) {
  return door.read(statementForm)
}

/** The same fields for a new statement and for the next version of one. */
export function StatementFields({
  to,
  formKey,
  answer,
  version,
  title = '',
  text = '',
}: {
  readonly to: string
  readonly formKey: string
  readonly answer: Answer | undefined
  readonly version: number
  readonly title?: string
  readonly text?: string
}) {
  const { t } = useWords()
  return (
    <Form to={to} intent="write" idempotencyKey={formKey} className="flow">
      <input type="hidden" name="version" value={version} />
      <Field
        field={describe(statementForm, 'title')}
        label={t('council:drafts.heading')}
        {...kept(answer, 'title', title)}
      />
      <Field
        field={describe(statementForm, 'text')}
        kind="textarea"
        rows={12}
        label={t('council:drafts.text')}
        hint={t('council:drafts.text-hint')}
        {...kept(answer, 'text', text)}
      />
      {version > 0 && (
        <Field
          field={describe(statementForm, 'note')}
          label={t('council:drafts.note')}
          hint={t('council:drafts.note-hint')}
          {...kept(answer, 'note')}
        />
      )}
      <Button>{t('council:drafts.save')}</Button>
    </Form>
  )
}
