import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Go } from '#app/components/go.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Synopsis } from '#app/components/standards/synopsis.tsx'
import { getReadableStandard } from '#app/domain/standards/standard.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { askedAmendments } from './synopsis-asked.server.ts'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const query = door.url.search
  return {
    standard: { slug: standard.slug, title: standard.title, isPublic: standard.publishedAt !== null },
    closed: door.url.searchParams.get('alle') === '1',
    query,
    amendments: await askedAmendments(door, standard),
  }
}

export const meta = titled<typeof loader>(({ standard }) => ({
  title: standard.title,
  hidden: !standard.isPublic,
}))

export default function SynopsisPage() {
  const { standard, amendments, closed, query } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const home = `/standards/${standard.slug}`
  return (
    <div className="flow">
      <RunningHead
        voice="council"
        parts={[
          <Go key="standard" to={home}>
            {standard.title}
          </Go>,
        ]}
      />
      <h1>{t('standards:synopsis.title')}</h1>
      <p className="lead">{t('standards:synopsis.lead')}</p>
      <p className="link-line no-print">
        <Go to={closed ? `${home}/synopse` : `${home}/synopse?alle=1`}>
          {closed ? t('standards:synopsis.open') : t('standards:synopsis.closed')}
        </Go>
        <a href={`${home}/synopse.docx${query}`} download>
          {t('standards:docx.link')}
        </a>
        <a href={`${home}/synopse.md${query}`} download>
          {t('standards:to-markdown')}
        </a>
      </p>
      {amendments.length === 0 ? (
        <Empty voice="council" title={t('standards:synopsis.none')} />
      ) : (
        <Synopsis slug={standard.slug} amendments={amendments} />
      )}
    </div>
  )
}
