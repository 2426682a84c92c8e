import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Go } from '#app/components/go.tsx'
import { Changes } from '#app/components/standards/changes.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { listVersions, readPrinted } from '#app/domain/standards/adoption.server.ts'
import { getReadableStandard } from '#app/domain/standards/standard.server.ts'
import { diffWords } from '#app/domain/standards/text/diff.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const versions = await listVersions(door.ask, standard.id)
  const version = versions.find(({ number }) => String(number) === door.params.version)
  if (!version) throw door.refuse('not_found')
  const compared = door.url.searchParams.get('vergleich') === 'heute'
  const today = new Map(
    (await readPrinted(door.ask, standard.id)).flatMap(({ clauses }) =>
      clauses.map(({ id, text }) => [id, text] as const),
    ),
  )
  return {
    standard: { slug: standard.slug, title: standard.title },
    heading: compared
      ? door.t('standards:versions.compared', { number: version.number })
      : door.t('standards:versions.one', { number: version.number }),
    compared,
    newest: version.number === versions[0]?.number,
    ...version,
    sections: version.sections.map(({ clauses, ...section }) => ({
      ...section,
      clauses: clauses.map(({ id, place, text }) => ({
        id,
        place,
        passages: compared ? diffWords(text, today.get(id) ?? '') : [{ kind: 'same' as const, text }],
      })),
    })),
  }
}

export const meta = titled<typeof loader>(({ heading, standard }) => ({
  title: `${heading}, ${standard.title}`,
}))

export default function Version() {
  const page = useLoaderData<typeof loader>()
  const words = useWords()
  const { t } = words
  const home = `/standards/${page.standard.slug}`
  return (
    <div className="flow">
      <StandardHead standard={page.standard}>
        <Go to={`${home}/fassungen`}>{t('standards:versions.title')}</Go>
      </StandardHead>
      <h1>{page.heading}</h1>
      {!page.newest && (
        <Alert title={t('standards:versions.older')}>
          <p>
            <Go to={home}>{t('standards:versions.to-current')}</Go>
          </p>
        </Alert>
      )}
      <p>
        {dateInWords(words, page.at, townZone)}
        {page.decision !== null && <>. {page.decision}</>}
        {page.link !== null && (
          <>
            {' '}
            <Go to={page.link}>{t('standards:versions.meeting')}</Go>
          </>
        )}
      </p>
      <p>
        {t('standards:versions.hash')}: <code className="hash">{page.hash}</code>
        <br />
        <span className="quiet">{t('standards:versions.hash-hint')}</span>
      </p>
      <p className="no-print">
        <Go
          className="text-button"
          to={
            page.compared
              ? `${home}/fassungen/${page.number}`
              : `${home}/fassungen/${page.number}?vergleich=heute`
          }
        >
          {page.compared
            ? t('standards:versions.one', { number: page.number })
            : t('standards:versions.compare')}
        </Go>
      </p>
      {page.sections.map((section) => (
        <section key={section.place} className="flow" aria-label={section.title}>
          <h2>
            {section.place} {section.title}
          </h2>
          {section.clauses.map((clause) => (
            <div className="clause" key={clause.id}>
              <h3>
                <span className="no">
                  {section.place}.{clause.place}
                </span>
              </h3>
              <div className="body">
                <Changes passages={clause.passages} />
              </div>
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}
