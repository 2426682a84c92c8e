import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { FactList, WithFacts } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import { Html } from '#app/components/html.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { getPublicStatement } from '#app/domain/council/statement.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { id: _, ...statement } = await door.find(getPublicStatement(door.ask, Number(door.params.number)))
  const asked = Number(door.url.searchParams.get('fassung') ?? '')
  const shown = statement.versions.find(({ number }) => number === asked) ?? statement.versions[0]
  if (!shown) throw door.refuse('not_found')
  return {
    ...statement,
    versions: statement.versions.map(({ html: _, ...version }) => version),
    shown,
  }
}

export const meta = titled<typeof loader>(({ shown }) => ({ title: shown.title }))

export default function Statement() {
  const statement = useLoaderData<typeof loader>()
  const { number, shown, versions } = statement
  const { t } = useWords()
  return (
    <WithFacts
      factsLabel={t('council:statement.facts')}
      head={
        <>
          <RunningHead
            voice="council"
            parts={[
              <Go key="list" to="/sprecherrat/stellungnahmen">
                {t('council:house.statements')}
              </Go>,
              t('council:statement.number', { number }),
            ]}
          />
          <h1 lang={statement.language} dir="auto">
            {shown.title}
          </h1>
          {statement.withdrawnAt !== null && (
            <Alert state="soon" title={t('council:statement.withdrawn')}>
              <p>
                {t('council:statement.withdrawn-on')} <Time at={statement.withdrawnAt} as="date" />.{' '}
                {statement.withdrawnReason}
              </p>
            </Alert>
          )}
        </>
      }
      facts={
        <FactList
          facts={[
            { question: t('council:statement.number', { number }), answer: t('council:statement.by') },
            {
              question: t('council:statement.published'),
              answer: <Time at={statement.publishedAt} as="date" />,
            },
            { question: t('council:statement.who'), answer: t('council:statement.who-answer') },
          ]}
        />
      }
    >
      <Html lang={statement.language} html={shown.html} />
      {versions.length > 1 && (
        <Section
          id="fassungen"
          title={t('council:statement.versions')}
          lead={t('council:statement.versions-lead')}
        >
          <ul>
            {versions.map((version, place) => (
              <li key={version.number}>
                <Go
                  to={`/sprecherrat/stellungnahmen/${number}?fassung=${version.number}`}
                  aria-current={version.number === shown.number ? 'page' : undefined}
                >
                  {t('council:statement.version-of', { number: version.number })}{' '}
                  <Time at={version.publishedAt} as="date" />
                </Go>
                {place === 0 && statement.state === 'published' && ` (${t('council:statement.current')})`}
                {version.note !== '' && <p>{version.note}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </WithFacts>
  )
}
