import type { ReactNode } from 'react'
import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { describe, type FormDescription } from '#app/domain/form.ts'
import { pauseForm, reachedForm, resumeForm, startForm } from '#app/domain/standards/programme.form.ts'
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

/** Start the clock; once it runs, stop it or let it run on, and say which step was reached. */
export function ClockForms({ page }: { readonly page: ClockPageData }) {
  const { t } = useWords()
  if (page.programme === null) {
    return (
      <Step page={page} intent="start" title={t('standards:clock.steer.start')}>
        <Day
          page={page}
          intent="start"
          form={startForm}
          name="on"
          label={t('standards:clock.steer.start-on')}
        />
        <Decision intent="start" form={startForm} />
      </Step>
    )
  }
  return (
    <>
      {page.paused ? (
        <Step page={page} intent="resume" title={t('standards:clock.steer.resume')}>
          <Day
            page={page}
            intent="resume"
            form={resumeForm}
            name="until"
            label={t('standards:clock.steer.resume-until')}
          />
        </Step>
      ) : (
        <Step page={page} intent="pause" title={t('standards:clock.steer.pause')}>
          <Day
            page={page}
            intent="pause"
            form={pauseForm}
            name="from"
            label={t('standards:clock.steer.pause-from')}
          />
          <Decision intent="pause" form={pauseForm} />
        </Step>
      )}
      {page.open.length > 0 && <Reached page={page} />}
    </>
  )
}

function Reached({ page }: { readonly page: ClockPageData }) {
  const { t } = useWords()
  const answer = useAnswer('reached')
  return (
    <Step page={page} intent="reached" title={t('standards:clock.steer.reached')}>
      <Field
        kind="select"
        id="reached-slug"
        field={describe(reachedForm, 'slug')}
        label={t('standards:clock.steer.reached-which')}
        options={page.open.map((slug) => ({
          value: slug,
          label: t(`standards:milestone.${slug as 'start'}`),
        }))}
        {...kept(answer, 'slug')}
      />
      <Day
        page={page}
        intent="reached"
        form={reachedForm}
        name="on"
        label={t('standards:clock.steer.reached-on')}
      />
    </Step>
  )
}

type Intent = 'start' | 'pause' | 'resume' | 'reached'

function Step({
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

function Day({
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

function Decision({ intent, form }: { readonly intent: Intent; readonly form: FormDescription }) {
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
