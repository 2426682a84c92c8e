import type { ReactNode } from 'react'
import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { describe, type FormDescription } from '#app/domain/form.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface ClockPageData {
  readonly standard: { readonly slug: string }
  readonly programme: object | null
  readonly paused: boolean
  /** Milestones that no count can tell. */
  readonly open: readonly string[]
  readonly today: string
  readonly formKey: string
}

type Intent = 'start' | 'pause' | 'resume' | 'reached'

/** One thing to do with the clock, in a form of its own. */
export function ClockStep({
  page,
  intent,
  title,
  children,
}: {
  readonly page: ClockPageData
  readonly intent: Intent
  readonly title: string
  readonly children: ReactNode
}) {
  const { t } = useWords()
  return (
    <section className="flow" aria-labelledby={`uhr-${intent}`}>
      <h2 id={`uhr-${intent}`}>{title}</h2>
      <Form
        className="form"
        to={`/standards/${page.standard.slug}/uhr`}
        intent={intent}
        idempotencyKey={`${page.formKey}-${intent}`}
      >
        {children}
        <Button>{t(`standards:clock.steer.${intent}-send`)}</Button>
      </Form>
    </section>
  )
}

export function DayField({
  page,
  intent,
  form,
  name,
  label,
}: {
  readonly page: ClockPageData
  readonly intent: Intent
  readonly form: FormDescription
  readonly name: string
  readonly label: string
}) {
  const answer = useAnswer(intent)
  return (
    <Field
      type="date"
      id={`${intent}-${name}`}
      field={describe(form, name)}
      label={label}
      {...kept(answer, name, page.today)}
    />
  )
}

/** Who decided it, which stands beside it for everybody. */
export function DecisionField({ intent, form }: { readonly intent: Intent; readonly form: FormDescription }) {
  const { t } = useWords()
  const answer = useAnswer(intent)
  return (
    <Field
      kind="textarea"
      id={`${intent}-decision`}
      rows={3}
      field={describe(form, 'decision')}
      label={t('standards:clock.steer.decision')}
      hint={t('standards:clock.steer.decision-hint')}
      {...kept(answer, 'decision')}
    />
  )
}
