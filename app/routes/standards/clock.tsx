import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { Section } from '#app/components/section-head.tsx'
import { ClockForms } from '#app/components/standards/clock-forms.tsx'
import { MilestoneTable } from '#app/components/standards/milestone-table.tsx'
import { ProgrammeLine } from '#app/components/standards/programme-line.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { dayIn } from '#app/domain/meetings/clear-days.ts'
import { pauseForm, reachedForm, resumeForm, startForm } from '#app/domain/standards/programme.form.ts'
import {
  pauseProgramme,
  reachMilestone,
  readProgramme,
  resumeProgramme,
  startProgramme,
} from '#app/domain/standards/programme.server.ts'
import { getReadableStandard, standardSubject } from '#app/domain/standards/standard.server.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'table', menu: 'standards' }

/** Only the chair of the Round Table sets the clock, by what the Round Table decided. */
async function steered(door: Omit<Door, 'formKey'>) {
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  if (!door.may('programme.steer', standardSubject(standard))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  return standard
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await steered(door)
  const programme = await readProgramme(door.ask, standard)
  return {
    heading: door.t('standards:clock.steer.title'),
    standard: { slug: standard.slug, title: standard.title },
    programme,
    paused: programme?.pauses.some(({ until }) => until === null) ?? false,
    open: (programme?.milestones ?? [])
      .filter(({ needs, reached }) => needs === 'decision' && !reached)
      .map(({ slug }) => slug),
    today: dayIn(door.ask.now, door.ask.town.timeZone),
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const { id: standardId, slug } = await steered(door)
  const here = () => `/standards/${slug}/uhr`
  switch (door.intent) {
    case 'start': {
      const form = await door.read(startForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(startProgramme, { standardId, ...form.values }, here)
    }
    case 'pause': {
      const form = await door.read(pauseForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(pauseProgramme, { standardId, ...form.values }, here)
    }
    case 'resume': {
      const form = await door.read(resumeForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(resumeProgramme, { standardId, ...form.values }, here)
    }
    case 'reached': {
      const form = await door.read(reachedForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(reachMilestone, { standardId, ...form.values }, here)
    }
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ heading, standard }) => ({
  title: `${heading}, ${standard.title}`,
  hidden: true,
}))

export default function ClockPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <StandardHead standard={page.standard} voice="table" />
      <h1>{page.heading}</h1>
      <p className="lead">{t('standards:clock.steer.lead')}</p>
      <Answered />
      {page.programme ? (
        <ProgrammeLine programme={page.programme} />
      ) : (
        <p>{t('standards:clock.not-started')}</p>
      )}
      <ClockForms page={page} />
      {page.programme && (
        <Section id="schritte" title={t('standards:clock.steps')}>
          <MilestoneTable programme={page.programme} />
        </Section>
      )}
    </div>
  )
}
