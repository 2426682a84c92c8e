import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Go } from '#app/components/go.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { listVersions } from '#app/domain/standards/adoption.server.ts'
import { getReadableStandard } from '#app/domain/standards/standard.server.ts'
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
  return {
    standard: { slug: standard.slug, title: standard.title, isPublic: standard.publishedAt !== null },
    versions: versions.map(({ number, at, decision, hash }) => ({ number, at, decision, hash })),
  }
}

export const meta = titled<typeof loader>(({ standard }) => ({
  title: standard.title,
  hidden: !standard.isPublic,
}))

export default function Versions() {
  const { standard, versions } = useLoaderData<typeof loader>()
  const words = useWords()
  const { t } = words
  return (
    <div className="flow">
      <StandardHead standard={standard} />
      <h1>{t('standards:versions.title')}</h1>
      <p className="lead">{t('standards:versions.lead')}</p>
      {versions.length > 0 && (
        <p className="no-print">
          <Go to={`/standards/${standard.slug}/fassungen/vergleich`}>{t('standards:compared.link')}</Go>
        </p>
      )}
      {versions.length === 0 && <Empty voice="council" title={t('standards:versions.none')} />}
      <Entries>
        {versions.map((version) => (
          <Entry
            key={version.number}
            numeral={version.number}
            to={`/standards/${standard.slug}/fassungen/${version.number}`}
            title={t('standards:versions.one', { number: version.number })}
            thought={version.decision}
            meta={[dateInWords(words, version.at, townZone)]}
            voice="council"
            level={2}
          />
        ))}
      </Entries>
    </div>
  )
}
