import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Go } from '#app/components/go.tsx'
import { LateAnswers, Outcomes } from '#app/components/home/outcomes.tsx'
import { Running } from '#app/components/home/running.tsx'
import { HowItGoes, WithoutInternet, YourDistrict } from '#app/components/home/ways-in.tsx'
import { Welcome } from '#app/components/home/welcome.tsx'
import { Section } from '#app/components/section-head.tsx'
import { ProgrammeLine } from '#app/components/standards/programme-line.tsx'
import { TableDrawing } from '#app/components/table-drawing.tsx'
import { listDistrictsByName } from '#app/domain/goals/town.ts'
import { countIdeas } from '#app/domain/home/counts.server.ts'
import { listLateAnswers, listOutcomes } from '#app/domain/home/outcomes.server.ts'
import { listRunning } from '#app/domain/home/running.server.ts'
import { findNewSince } from '#app/domain/home/since.server.ts'
import { runningPolls } from '#app/domain/polls/listed.server.ts'
import { findRunningProgramme } from '#app/domain/standards/programme.server.ts'
import { enter } from '#app/http/door.server.ts'
import { inList } from '#app/http/polls.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'citizens' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { ask, t, visit } = door
  const [ideas, talks, outcomes, late, since, standard, polls] = await Promise.all([
    countIdeas(ask),
    listRunning(ask),
    listOutcomes(ask),
    listLateAnswers(ask),
    findNewSince(ask),
    findRunningProgramme(ask),
    runningPolls(ask),
  ])
  const town = visit.site.town
  return {
    title: t('pages:home.title', { town }),
    about: t('pages:frame.description', { town }),
    town,
    name: ask.actor.name,
    now: ask.now,
    zone: ask.town.timeZone,
    ideas,
    talks,
    polls: inList(door, polls),
    outcomes,
    late,
    since,
    standard,
    weeks: ask.town.rules.answerWithinWeeks,
    districts: listDistrictsByName(ask.town).map(({ slug, name }) => ({ slug, name })),
    offline: ask.town.offline,
  }
}

export const meta = titled<typeof loader>(({ title, about }) => ({ title, about }))

export default function Home() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <>
      {page.since && <Welcome name={page.name} since={page.since} now={page.now} zone={page.zone} />}
      <div className="hero">
        <div>
          <h1>{t('pages:home.heading', { town: page.town })}</h1>
          <p className="lead">{t('pages:home.lead')}</p>
          <div className="actions">
            <ButtonLink to="/ideen/neu" big>
              {t('pages:home.post')}
            </ButtonLink>
            <a className="text-button lead" href={page.ideas === 0 ? '#so-geht-es' : '#jetzt'}>
              {t(page.ideas === 0 ? 'pages:home.steps.title' : 'pages:home.running')}
            </a>
          </div>
        </div>
        <TableDrawing />
      </div>
      {page.ideas === 0 ? (
        <Section id="jetzt" title={t('pages:home.now.title')}>
          <Empty voice="citizens" title={t('pages:home.pilot')}>
            <p>
              <Go className="text-button" to="/ideen/neu">
                {t('pages:home.post')}
              </Go>
            </p>
          </Empty>
        </Section>
      ) : (
        <>
          <Running talks={page.talks} polls={page.polls} now={page.now} zone={page.zone} />
          <Outcomes outcomes={page.outcomes} ideas={page.ideas} />
          <LateAnswers late={page.late.late} total={page.late.total} />
        </>
      )}
      <Section
        id="standards"
        title={t('pages:home.standards.title')}
        lead={page.standard === null ? t('pages:home.standards.coming') : undefined}
        voice="council"
      >
        {page.standard === null ? (
          <p>
            <Go className="text-button" to="/ziele/2-7">
              {t('pages:home.standards.goal')}
            </Go>
          </p>
        ) : (
          <>
            <ProgrammeLine programme={page.standard.programme} stepsTo="/standards#schritte" />
            <p>
              <Go className="text-button" to={`/standards/${page.standard.slug}`}>
                {page.standard.title}
              </Go>
            </p>
          </>
        )}
      </Section>
      <HowItGoes weeks={page.weeks} />
      <YourDistrict districts={page.districts} town={page.town} />
      <WithoutInternet offline={page.offline} />
    </>
  )
}
