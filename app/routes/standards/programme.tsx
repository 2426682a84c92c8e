import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { MilestoneTable } from '#app/components/standards/milestone-table.tsx'
import { ProgrammeLine } from '#app/components/standards/programme-line.tsx'
import { listSectionStages, readProgramme } from '#app/domain/standards/programme.server.ts'
import { listStandards } from '#app/domain/standards/standard.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standards = await Promise.all(
    (await listStandards(door.ask)).map(async (standard) => {
      const stages = await listSectionStages(door.ask, standard.id)
      return {
        slug: standard.slug,
        title: standard.title,
        aboutHtml: standard.aboutHtml,
        isPublic: standard.publishedAt !== null,
        withdrawn: standard.withdrawnAt !== null,
        all: stages.length,
        adopted: stages.filter((stage) => stage === 'adopted').length,
        programme: await readProgramme(door.ask, standard),
      }
    }),
  )
  return { title: door.t('standards:title'), standards }
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function Programme() {
  const { standards } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const running = standards.find(({ programme }) => programme !== null)
  return (
    <div className="flow">
      <RunningHead voice="council" parts={[t('standards:clock.title')]} />
      <h1>{t('standards:heading')}</h1>
      <p className="lead">{t('standards:lead')}</p>
      {standards.length === 0 ? (
        <Empty voice="council" title={t('standards:none')} />
      ) : (
        <>
          {running?.programme ? (
            <ProgrammeLine programme={running.programme} />
          ) : (
            <p>{t('standards:clock.not-started')}</p>
          )}
          <Entries>
            {standards.map((standard, place) => (
              <Entry
                key={standard.slug}
                numeral={place + 1}
                to={`/standards/${standard.slug}`}
                title={standard.title}
                voice="council"
                level={2}
                meta={[
                  t('standards:sections', { count: standard.all }),
                  t('standards:of-sections', { adopted: standard.adopted, all: standard.all }),
                  ...(standard.isPublic ? [] : [t('standards:draft')]),
                  ...(standard.withdrawn ? [t('standards:withdrawn')] : []),
                ]}
              />
            ))}
          </Entries>
          {running?.programme && (
            <Section id="schritte" title={t('standards:clock.steps')} lead={t('standards:clock.lead')}>
              <MilestoneTable programme={running.programme} />
            </Section>
          )}
        </>
      )}
      <p className="no-print">
        <a href="/standards.atom">{t('standards:feed')}</a>
      </p>
    </div>
  )
}
