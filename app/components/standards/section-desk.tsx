import type { ReactNode } from 'react'
import { kept } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { describe } from '#app/domain/form.ts'
import { sectionForm, stageForm, taskForm } from '#app/domain/standards/standards.form.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { WorkshopAnswer } from '#app/routes/standards/workshop-actions.server.ts'

/** What concerns a section as a whole: its state, its title and note, and who owes what. */
export function SectionDesk({
  to,
  section,
  drafters,
  answer,
  formKey,
  children,
}: {
  readonly to: string
  readonly section: { readonly title: string; readonly note: string; readonly version: number }
  readonly drafters: readonly { readonly id: string; readonly name: string }[]
  readonly answer: WorkshopAnswer | undefined
  readonly formKey: string
  readonly children: ReactNode
}) {
  const { t } = useWords()
  const of = (intent: string) => (answer?.intent === intent ? answer : undefined)
  return (
    <>
      <Section id="stand" title={t('standards:workshop.stage')}>
        <Form className="form" to={to} intent="stage" idempotencyKey={`${formKey}-stage`}>
          <Field
            kind="radios"
            field={describe(stageForm, 'stage')}
            label={t('standards:workshop.stage')}
            options={(['raw', 'consulted', 'ready'] as const).map((value) => ({
              value,
              label: t(`standards:stage.${value}`),
            }))}
            {...kept(of('stage'), 'stage')}
          />
          <Button kind="quiet">{t('standards:workshop.stage-save')}</Button>
        </Form>
      </Section>
      <Section id="aufgaben" title={t('standards:workshop.tasks')}>
        {children}
        <Form className="form" to={to} intent="give-task" idempotencyKey={`${formKey}-task`}>
          <Field
            field={describe(taskForm, 'what')}
            label={t('standards:workshop.task')}
            {...kept(of('give-task'), 'what')}
          />
          <Field
            kind="select"
            field={describe(taskForm, 'owner')}
            label={t('standards:workshop.task-owner')}
            options={drafters.map(({ id, name }) => ({ value: id, label: name }))}
            {...kept(of('give-task'), 'owner')}
          />
          <Field
            type="date"
            field={describe(taskForm, 'dueOn')}
            label={t('standards:workshop.task-due')}
            {...kept(of('give-task'), 'dueOn')}
          />
          <Button kind="quiet">{t('standards:workshop.task-give')}</Button>
        </Form>
      </Section>
      <Section id="notiz" title={t('standards:workshop.note')}>
        <Form className="form" to={to} intent="section" idempotencyKey={`${formKey}-section`}>
          <input type="hidden" name="version" value={section.version} />
          <Field
            field={describe(sectionForm, 'title')}
            label={t('standards:workshop.section-title')}
            {...kept(of('section'), 'title', section.title)}
          />
          <Field
            kind="textarea"
            field={describe(sectionForm, 'note')}
            label={t('standards:workshop.note')}
            hint={t('standards:workshop.note-hint')}
            {...kept(of('section'), 'note', section.note)}
          />
          <Button kind="quiet">{t('standards:workshop.save-section')}</Button>
        </Form>
      </Section>
    </>
  )
}
