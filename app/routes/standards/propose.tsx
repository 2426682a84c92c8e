import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { ProposeCheck } from '#app/components/standards/propose-check.tsx'
import { ProposeForm } from '#app/components/standards/propose-form.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { dayIn } from '#app/domain/meetings/clear-days.ts'
import type { Ask } from '#app/domain/query.server.ts'
import { getReadableStandard, standardSubject } from '#app/domain/standards/standard.server.ts'
import { takesAmendments } from '#app/domain/standards/standard.ts'
import { readSections } from '#app/domain/standards/view.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { type ClauseChoice, freshPart, type ProposeAnswer, takeStep } from './propose-steps.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

async function openStandard(door: Omit<ReturnType<typeof enter>, 'formKey'>) {
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  if (!door.may('amendment.propose', standardSubject(standard)))
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  if (!takesAmendments(standard, dayIn(door.ask.now, door.ask.town.timeZone)))
    throw door.refuse('standard_not_open')
  return standard
}

async function clauseChoices(ask: Ask, standardId: string): Promise<readonly ClauseChoice[]> {
  return (await readSections(ask, standardId)).flatMap((section) =>
    section.clauses.map(({ id, number, text, version }) => ({
      id,
      number,
      text,
      version,
      sectionId: section.id,
      section: section.place,
    })),
  )
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await openStandard(door)
  const clauses = await clauseChoices(door.ask, standard.id)
  const asked = clauses.find(({ number }) => number === door.url.searchParams.get('absatz'))
  return {
    standard: { slug: standard.slug, title: standard.title },
    clauses,
    first: asked ? [freshPart('change', asked)] : [],
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const standard = await openStandard(door)
  return takeStep(door, standard, await clauseChoices(door.ask, standard.id))
}

export const meta = titled<typeof loader>(({ standard }) => ({ title: standard.title, hidden: true }))

export default function Propose() {
  const { standard, clauses, first, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<ProposeAnswer>()
  const { t } = useWords()
  const step = answer?.step ?? 'fill'
  const parts = answer?.parts ?? first
  return (
    <div className="flow">
      <StandardHead standard={standard} />
      <h1>{step === 'check' ? t('standards:new.checking') : t('standards:new.title')}</h1>
      <ProgressSteps at={step === 'check' ? 2 : 1} />
      <Answered />
      {step === 'check' && answer ? (
        <ProposeCheck slug={standard.slug} answer={answer} formKey={formKey} />
      ) : (
        <ProposeForm
          slug={standard.slug}
          clauses={clauses}
          parts={parts}
          reason={answer?.reason ?? ''}
          errors={answer?.errors ?? []}
        />
      )}
    </div>
  )
}
