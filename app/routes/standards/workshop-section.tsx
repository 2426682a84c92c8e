import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { ClauseDesk } from '#app/components/standards/clause-desk.tsx'
import { SectionDesk } from '#app/components/standards/section-desk.tsx'
import { Tasks } from '#app/components/standards/tasks.tsx'
import { describe } from '#app/domain/form.ts'
import { listCardWords } from '#app/domain/standards/cards.server.ts'
import { listStanding } from '#app/domain/standards/clause.server.ts'
import { clauseNumber } from '#app/domain/standards/clause.ts'
import { newClauseForm } from '#app/domain/standards/standards.form.ts'
import { draftersOf, listTasks } from '#app/domain/standards/tasks.server.ts'
import { findSection } from '#app/domain/standards/view.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { draftedStandard } from './drafters-only.server.ts'
import { type WorkshopAnswer, workshopAction } from './workshop-actions.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await draftedStandard(door)
  const section = await door.find(findSection(door.ask, standard.id, Number(door.params.section)))
  const clauses = await listStanding(door.ask.db, section.id)
  const cards = await listCardWords(door.ask, section.id)
  return {
    standard: { slug: standard.slug, title: standard.title },
    section,
    clauses: clauses.map((clause) => ({
      id: clause.id,
      number: clauseNumber(section.place, clause) ?? '',
      text: clause.text,
      version: clause.version,
      adopted: clause.stage === 'adopted',
      plainText: clause.plainText ?? '',
      card: cards.get(clause.id) ?? { who: '', pays: '', insured: '', call: '' },
    })),
    drafters: await draftersOf(door.ask.db, standard.bodySlug, door.ask.now),
    tasks: (await listTasks(door.ask, standard.id)).filter(({ sectionId }) => sectionId === section.id),
    today: door.ask.now.slice(0, 10),
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const standard = await draftedStandard(door)
  const section = await door.find(findSection(door.ask, standard.id, Number(door.params.section)))
  return workshopAction(door, standard, section)
}

export const meta = titled<typeof loader>(({ section, standard }) => ({
  title: `${section.place} ${section.title}, ${standard.title}`,
  hidden: true,
}))

export default function WorkshopSection() {
  const { standard, section, clauses, drafters, tasks, today, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<WorkshopAnswer>()
  const { t } = useWords()
  const home = `/standards/${standard.slug}/werkstatt`
  const here = `${home}/${section.place}`
  return (
    <div className="flow">
      <RunningHead
        voice="council"
        parts={[
          <Go key="standard" to={`/standards/${standard.slug}`}>
            {standard.title}
          </Go>,
          <Go key="workshop" to={home}>
            {t('standards:workshop.title')}
          </Go>,
        ]}
      />
      <h1>
        {section.place} {section.title}
      </h1>
      <Answered />
      <p className="hint">{t('standards:workshop.markdown')}</p>
      {clauses.map((clause, place) => (
        <ClauseDesk
          key={clause.id}
          to={here}
          clause={clause}
          before={clauses[place - 1] ?? null}
          last={place === clauses.length - 1}
          answer={answer?.clause === clause.id ? answer : undefined}
          formKey={formKey}
        />
      ))}
      <Section id="neuer-absatz" title={t('standards:workshop.add-clause')}>
        <Form className="form" to={here} intent="add-clause" idempotencyKey={`${formKey}-add`}>
          <Field
            kind="textarea"
            id="new-clause"
            field={describe(newClauseForm, 'text')}
            label={t('standards:workshop.new-clause')}
            value={answer?.intent === 'add-clause' ? String(answer.typed.text ?? '') : ''}
            error={
              answer?.intent === 'add-clause'
                ? (answer.errors.find(({ name }) => name === 'text')?.message ?? null)
                : null
            }
          />
          <Button kind="quiet">{t('standards:workshop.add-clause')}</Button>
        </Form>
      </Section>
      <SectionDesk to={here} section={section} drafters={drafters} answer={answer} formKey={formKey}>
        <Tasks tasks={tasks} to={here} today={today} formKey={formKey} />
      </SectionDesk>
    </div>
  )
}
