import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { StageStatus } from '#app/components/standards/stage-status.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { Tasks } from '#app/components/standards/tasks.tsx'
import { describe } from '#app/domain/form.ts'
import { dayIn } from '#app/domain/meetings/clear-days.ts'
import { addSection } from '#app/domain/standards/section.server.ts'
import { publishStandard, setConsultation } from '#app/domain/standards/standard.server.ts'
import { consultationForm, newSectionForm } from '#app/domain/standards/standards.form.ts'
import { finishTask, listTasks } from '#app/domain/standards/tasks.server.ts'
import { readSections } from '#app/domain/standards/view.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { draftedStandard } from './drafters-only.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await draftedStandard(door)
  const sections = await readSections(door.ask, standard.id)
  return {
    standard: {
      slug: standard.slug,
      title: standard.title,
      isPublic: standard.publishedAt !== null,
      consultFrom: standard.consultFrom ?? '',
      consultUntil: standard.consultUntil ?? '',
    },
    sections: sections.map(({ id, place, title, stage, openAmendments, clauses }) => ({
      id,
      place,
      title,
      stage,
      openAmendments,
      clauses: clauses.length,
    })),
    tasks: await listTasks(door.ask, standard.id),
    today: dayIn(door.ask.now, door.ask.town.timeZone),
    note: door.url.searchParams.get('meldung'),
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const standard = await draftedStandard(door)
  const here = `/standards/${standard.slug}/werkstatt`
  switch (door.intent) {
    case 'add-section': {
      const form = await door.read(newSectionForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(
        addSection,
        { standardId: standard.id, ...form.values },
        ({ place }) => `${here}/${place}`,
      )
    }
    case 'publish':
      return door.runAndGo(publishStandard, { standardId: standard.id }, () => here)
    case 'consult': {
      const form = await door.read(consultationForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(setConsultation, { standardId: standard.id, ...form.values }, () => here)
    }
    case 'finish-task':
      return door.runAndGo(finishTask, { taskId: String(door.posted.get('task')) }, () => here)
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ standard }) => ({ title: standard.title, hidden: true }))

export default function Workshop() {
  const { standard, sections, tasks, today, note, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer()
  const here = `/standards/${standard.slug}/werkstatt`
  return (
    <div className="flow">
      <StandardHead standard={standard} />
      <h1>{t('standards:workshop.title')}</h1>
      <p className="lead">{t('standards:workshop.lead')}</p>
      <Answered />
      {note === 'read' && <Alert state="done" role="status" title={t('standards:import.taken')} />}
      <Section id="abschnitte" title={t('standards:workshop.sections')}>
        {sections.length === 0 && <Empty voice="council" title={t('standards:workshop.empty')} />}
        <Entries>
          {sections.map((section) => (
            <Entry
              key={section.id}
              numeral={section.place}
              to={`${here}/${section.place}`}
              title={section.title}
              side={<StageStatus stage={section.stage} />}
              voice="council"
            />
          ))}
        </Entries>
        <Form className="form" to={here} intent="add-section" idempotencyKey={`${formKey}-section`}>
          <Field
            field={describe(newSectionForm, 'title')}
            label={t('standards:workshop.section-title')}
            {...kept(answer?.intent === 'add-section' ? answer : undefined, 'title')}
          />
          <Button kind="quiet">{t('standards:workshop.add-section')}</Button>
        </Form>
        <p>
          <Go to={`${here}/einlesen`}>{t('standards:import.link')}</Go>
        </p>
      </Section>
      <Section id="aufgaben" title={t('standards:workshop.tasks')}>
        <Tasks tasks={tasks} to={here} today={today} formKey={formKey} />
      </Section>
      <Section id="beratung" title={t('standards:workshop.steer')}>
        {standard.isPublic ? (
          <p>{t('standards:workshop.published')}</p>
        ) : (
          <Form to={here} intent="publish" idempotencyKey={`${formKey}-publish`}>
            <Button kind="quiet">{t('standards:workshop.publish')}</Button>
          </Form>
        )}
        <Form className="form" to={here} intent="consult" idempotencyKey={`${formKey}-consult`}>
          <Field
            type="date"
            field={describe(consultationForm, 'from')}
            label={t('standards:workshop.consult-from')}
            {...kept(answer, 'from', standard.consultFrom)}
          />
          <Field
            type="date"
            field={describe(consultationForm, 'until')}
            label={t('standards:workshop.consult-until')}
            {...kept(answer, 'until', standard.consultUntil)}
          />
          <Button kind="quiet">{t('standards:workshop.consult-save')}</Button>
        </Form>
      </Section>
    </div>
  )
}
