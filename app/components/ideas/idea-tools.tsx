import type { ReactNode } from 'react'
import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import type { IdeaPageData, PartProps } from '#app/components/ideas/idea-page.ts'
import { Section } from '#app/components/section-head.tsx'
import { describe } from '#app/domain/form.ts'
import { finishForm, mergeForm, withdrawForm } from '#app/domain/ideas/idea.form.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Quiet tools for those who have them; closed until needed, open again where a form came back. */
export function IdeaTools({ page }: PartProps) {
  const { t } = useWords()
  const { idea, may } = page
  const finishable = may.finish && (idea.state === 'will_be_done' || idea.state === 'partly')
  const withdrawable = may.withdraw && (idea.state === 'waiting' || idea.state === 'talk')
  const placeable = may.plan && page.agenda === null && (idea.state === 'talk' || idea.state === 'later')
  if (!finishable && !withdrawable && !page.tools && !placeable) return null
  return (
    <Section id="werkzeuge" title={t('ideas:tools.title')} voice="none">
      <div className="tools no-print">
        {placeable && <OntoAgenda page={page} />}
        {finishable && <Finish page={page} />}
        {page.tools && <ModeratorTools page={page} tools={page.tools} />}
        {withdrawable && <Withdraw page={page} />}
      </div>
    </Section>
  )
}

function Tool({ title, intent, children }: { title: string; intent: string; children: ReactNode }) {
  const answer = useAnswer(intent)
  return (
    <details open={answer !== undefined}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

/** For those who prepare meetings: one step onto an agenda. */
function OntoAgenda({ page: { idea, formKey, meetings } }: PartProps) {
  const { t } = useWords()
  return (
    <Tool title={t('ideas:to-agenda.put-title')} intent="agenda">
      {meetings.length === 0 ? (
        <p>{t('ideas:to-agenda.no-meeting')}</p>
      ) : (
        <Form className="form" to={`/ideen/${idea.number}`} intent="agenda" idempotencyKey={`${formKey}-a`}>
          <Field
            field={{ name: 'meeting', required: true }}
            kind="select"
            label={t('ideas:to-agenda.choose')}
            options={meetings}
          />
          <Button kind="quiet">{t('ideas:to-agenda.put')}</Button>
        </Form>
      )}
    </Tool>
  )
}

function Finish({ page: { idea, formKey } }: PartProps) {
  const { t } = useWords()
  return (
    <Tool title={t('ideas:answer.finish')} intent="finish">
      <Form className="form" to={`/ideen/${idea.number}`} intent="finish" idempotencyKey={`${formKey}-f`}>
        <Field
          field={describe(finishForm, 'note')}
          kind="textarea"
          rows={3}
          label={t('ideas:answer.finish-note')}
          {...kept(useAnswer('finish'), 'note')}
        />
        <Button kind="quiet">{t('ideas:answer.finish-button')}</Button>
      </Form>
    </Tool>
  )
}

function Withdraw({ page: { idea, formKey } }: PartProps) {
  const { t } = useWords()
  return (
    <Tool title={t('ideas:withdraw.title')} intent="withdraw">
      <Form className="form" to={`/ideen/${idea.number}`} intent="withdraw" idempotencyKey={`${formKey}-w`}>
        <Field
          field={describe(withdrawForm, 'reason')}
          kind="textarea"
          rows={3}
          label={t('ideas:withdraw.reason')}
          {...kept(useAnswer('withdraw'), 'reason')}
        />
        <Button kind="quiet">{t('ideas:withdraw.button')}</Button>
      </Form>
    </Tool>
  )
}

function ModeratorTools({ page, tools }: PartProps & { tools: NonNullable<IdeaPageData['tools']> }) {
  const { t } = useWords()
  const { idea, goals, responsible } = page
  const to = `/ideen/${idea.number}`
  const merging = useAnswer('merge')
  return (
    <>
      <Tool title={t('ideas:tools.tag')} intent="tag">
        <Form className="form" to={to} intent="tag">
          <Field
            field={{ name: 'goals' }}
            kind="checkboxes"
            label={t('ideas:tools.tag-legend')}
            value={goals.map((goal) => goal.number)}
            options={tools.goals}
          />
          <Button kind="quiet">{t('ideas:tools.save')}</Button>
        </Form>
      </Tool>
      {(idea.state === 'talk' || idea.state === 'later') && (
        <Tool title={t('ideas:tools.assign')} intent="assign">
          <Form className="form" to={to} intent="assign">
            <Field
              field={{ name: 'responsible', required: true }}
              kind="select"
              label={t('ideas:tools.assign-label')}
              value={responsible?.slug ?? ''}
              options={tools.roles.map((role) => ({ value: role.slug, label: role.name }))}
            />
            <Button kind="quiet">{t('ideas:tools.assign-button')}</Button>
          </Form>
        </Tool>
      )}
      {idea.state === 'talk' && (
        <Tool title={t('ideas:tools.merge')} intent="merge">
          <Form className="form" to={to} intent="merge">
            <Field
              field={describe(mergeForm, 'into')}
              type="number"
              inputMode="numeric"
              label={t('ideas:tools.merge-number')}
              hint={t('ideas:tools.merge-hint', { days: tools.splitDays })}
              {...kept(merging, 'into')}
            />
            <Button kind="quiet">{t('ideas:tools.merge-button')}</Button>
          </Form>
        </Tool>
      )}
      {tools.merged.length > 0 && (
        <Tool title={t('ideas:tools.split')} intent="split">
          {tools.merged.map((merged) => (
            <Form key={merged.id} to={to} intent="split">
              <input type="hidden" name="idea" value={merged.number} />
              <Button kind="quiet">
                {t('ideas:tools.split-one', { number: merged.number, title: merged.title })}
              </Button>
            </Form>
          ))}
        </Tool>
      )}
    </>
  )
}
