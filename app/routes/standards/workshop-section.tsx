import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useState } from 'react'
import { Answered } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Asides, KeptAsideWays } from '#app/components/standards/asides.tsx'
import { ClauseDesk } from '#app/components/standards/clause-desk.tsx'
import { LiveClause } from '#app/components/standards/live-clause.tsx'
import { SectionDesk } from '#app/components/standards/section-desk.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { Tasks } from '#app/components/standards/tasks.tsx'
import { WorkshopStatus } from '#app/components/standards/workshop-status.tsx'
import { describe } from '#app/domain/form.ts'
import { dayIn } from '#app/domain/meetings/clear-days.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { listCardWords } from '#app/domain/standards/cards.server.ts'
import { listStanding } from '#app/domain/standards/clause.server.ts'
import { clauseNumber } from '#app/domain/standards/clause.ts'
import { newClauseForm } from '#app/domain/standards/standards.form.ts'
import { draftersOf, listTasks } from '#app/domain/standards/tasks.server.ts'
import { findSection } from '#app/domain/standards/view.server.ts'
import { listAsides } from '#app/domain/standards/workshop/aside.server.ts'
import { listUnkept } from '#app/domain/standards/workshop/unkept.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import { useLive } from '#app/live/use-live.ts'
import { useWorkshop } from '#app/live/use-workshop.ts'
import type { PageHandle } from '#app/root.tsx'
import { draftedStandard } from './drafters-only.server.ts'
import { type WorkshopAnswer, workshopAction } from './workshop-actions.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'standards', live: ['standards'] }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await draftedStandard(door)
  const section = await door.find(findSection(door.ask, standard.id, Number(door.params.section)))
  // The text boxes hold what several are writing at this moment.
  await door.platform.settleDraft(section.id)
  const asOf = await newestEvent(door.ask)
  const clauses = await listStanding(door.ask.db, section.id)
  const cards = await listCardWords(door.ask, section.id)
  const unkept = await listUnkept(door.ask, section.id)
  return {
    standard: { id: standard.id, slug: standard.slug, title: standard.title },
    asOf,
    section,
    asides: await listAsides(door.ask, section.id),
    clauses: clauses.map((clause) => ({
      id: clause.id,
      number: clauseNumber(section.place, clause) ?? '',
      text: clause.text,
      version: clause.version,
      unkept: unkept.has(clause.id),
      adopted: clause.stage === 'adopted',
      plainText: clause.plainText ?? '',
      card: cards.get(clause.id) ?? { who: '', pays: '', insured: '', call: '' },
    })),
    drafters: await draftersOf(door.ask.db, standard.bodySlug, door.ask.now),
    tasks: (await listTasks(door.ask, standard.id)).filter(({ sectionId }) => sectionId === section.id),
    today: dayIn(door.ask.now, door.ask.town.timeZone),
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
  const { standard, asOf, section, clauses, asides, drafters, tasks, today, formKey } =
    useLoaderData<typeof loader>()
  const answer = useActionData<WorkshopAnswer>()
  const { t } = useWords()
  const home = `/standards/${standard.slug}/werkstatt`
  const here = `${home}/${section.place}`
  const { revalidate } = useRevalidator()
  const live = useWorkshop(section.id, revalidate)
  useLive({
    ...{ topic: `standard:${standard.id}`, asOf, on: true, onStale: () => undefined },
    // New words come by themselves; new, moved and closed clauses change the page.
    onNews: ({ types }) => types.some((type) => changesPage.test(type)) && revalidate(),
  })
  const swapped = useUntouched(live.state !== null, clauses)
  const numberOf = (clauseId: string) => clauses.find(({ id }) => id === clauseId)?.number ?? ''
  return (
    <div className="flow">
      <StandardHead standard={standard}>
        <Go to={home}>{t('standards:workshop.title')}</Go>
      </StandardHead>
      <h1>
        {section.place} {section.title}
      </h1>
      <Answered />
      <p className="hint">{t('standards:workshop.markdown')}</p>
      {live.state && (
        <WorkshopStatus {...live.state} others={live.others} hintId="schreib-tasten" reloadTo={here} />
      )}
      <Asides
        asides={asides.map((aside) => ({ ...aside, key: aside.id, number: numberOf(aside.clauseId) }))}
        ways={(aside) => (
          <KeptAsideWays
            aside={aside}
            to={here}
            proposeTo={`/standards/${standard.slug}/aenderungen/neu?absatz=${aside.number}`}
            formKey={formKey}
          />
        )}
      />
      <Asides
        asides={(live.state?.asides ?? []).map(({ clause, ours, theirs }, place) => ({
          ...{ key: String(place), why: numberOf(clause) === '' ? 'struck' : 'collided' },
          ...{ number: numberOf(clause), ours, theirs },
        }))}
        ways={({ key, why }) => {
          const aside = live.state?.asides[Number(key)]
          if (!aside) return null
          return (
            <>
              {why === 'collided' && (
                <Button type="button" kind="quiet" onClick={() => live.insertAside(aside)}>
                  {t('standards:workshop.aside-use')}
                </Button>
              )}
              <Button type="button" kind="text" onClick={() => live.forgetAside(aside)}>
                {t('standards:workshop.aside-done')}
              </Button>
            </>
          )
        }}
      />
      {clauses.map((clause, place) => (
        <ClauseDesk
          key={clause.id}
          to={here}
          clause={clause}
          before={clauses[place - 1] ?? null}
          last={place === clauses.length - 1}
          answer={answer?.clause === clause.id ? answer : undefined}
          formKey={formKey}
          live={
            swapped.has(clause.id) && live.has(clause.id) ? (
              <LiveClause
                clauseId={clause.id}
                label={t('standards:workshop.clause', { number: clause.number })}
                hintId="schreib-tasten"
                mount={live.mount}
                beginning={live.state?.beginning ?? 0}
                readOnly={live.state?.line === 'shown-out'}
              />
            ) : null
          }
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

const changesPage =
  /^(clause\.(drafted|moved|struck|staged)|standard\.(changed|adopted)|amendment\.decided|draft\.aside-cleared)$/

/** A text box somebody has begun to write in stays until the page is loaded again; all others make way. */
function useUntouched(ready: boolean, clauses: readonly { readonly id: string }[]): ReadonlySet<string> {
  const [untouched, setUntouched] = useState<ReadonlySet<string>>(new Set())
  const look = useCallback(() => {
    const free = clauses.filter(({ id }) => {
      const box = document.getElementById(`text-${id}`) as HTMLTextAreaElement | null
      return box === null || (box.value === box.defaultValue && document.activeElement !== box)
    })
    setUntouched((before) => new Set([...before, ...free.map(({ id }) => id)]))
  }, [clauses])
  useEffect(() => {
    if (ready) look()
  }, [ready, look])
  return untouched
}
