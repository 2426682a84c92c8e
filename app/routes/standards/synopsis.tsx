import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Go } from '#app/components/go.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { Synopsis } from '#app/components/standards/synopsis.tsx'
import { Tabs } from '#app/components/tabs.tsx'
import { getReadableStandard } from '#app/domain/standards/standard.server.ts'
import { listSectionPlaces } from '#app/domain/standards/view.server.ts'
import { type Door, enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { askedAmendments, type Wishes, wishesIn } from './synopsis-asked.server.ts'
import { nothingInWords } from './synopsis-words.ts'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const query = door.url.search
  const wishes = wishesIn(door.url)
  return {
    heading: heading(door, wishes),
    none: nothingInWords(door.t, wishes),
    section: wishes.section,
    isWhole: wishes.section === null && wishes.clause === null && wishes.amendment === null,
    sections: await listSectionPlaces(door.ask, standard.id),
    standard: { slug: standard.slug, title: standard.title, isPublic: standard.publishedAt !== null },
    closed: wishes.closedToo,
    // One item or one amendment is shown whatever became of it.
    mayClose: wishes.item === null && wishes.amendment === null,
    query,
    amendments: await askedAmendments(door, standard),
  }
}

function heading({ t }: Pick<Door, 't'>, { section, clause, amendment }: Wishes): string {
  const of = [
    ...(section === null ? [] : [t('standards:synopsis.of-section', { section })]),
    ...(clause === null ? [] : [t('standards:clause.title', { number: clause })]),
    ...(amendment === null ? [] : [t('standards:amendment.title', { number: amendment })]),
  ]
  return [t('standards:synopsis.title'), ...of].join(': ')
}

export const meta = titled<typeof loader>(({ heading, standard }) => ({
  title: `${heading}, ${standard.title}`,
  hidden: !standard.isPublic,
}))

export default function SynopsisPage() {
  const { heading, standard, amendments, closed, mayClose, query, section, sections, isWhole, none } =
    useLoaderData<typeof loader>()
  const { t } = useWords()
  const home = `/standards/${standard.slug}`
  const other = (change: Readonly<Record<string, string | null>>) =>
    addressWith(`${home}/synopse`, query, change)
  return (
    <div className="flow">
      <StandardHead standard={standard} />
      <h1>{heading}</h1>
      <p className="lead">{t('standards:synopsis.lead')}</p>
      {sections.length > 1 && (
        <div className="no-print">
          <Tabs
            label={t('standards:synopsis.choose')}
            tabs={[null, ...sections].map((place) => ({
              to: other({ abschnitt: place === null ? null : String(place), absatz: null, vorschlag: null }),
              current: isWhole ? place === null : section === String(place),
              title:
                place === null
                  ? t('standards:synopsis.whole')
                  : t('standards:synopsis.of-section', { section: place }),
            }))}
          />
        </div>
      )}
      <p className="link-line no-print">
        {mayClose && (
          <Go to={other({ alle: closed ? null : '1' })}>
            {closed ? t('standards:synopsis.open') : t('standards:synopsis.closed')}
          </Go>
        )}
        <a href={`${home}/synopse.docx${query}`} download>
          {t('standards:docx.link')}
        </a>
        <a href={`${home}/synopse.md${query}`} download>
          {t('standards:to-markdown')}
        </a>
      </p>
      {amendments.length === 0 ? (
        <Empty voice="council" title={none} />
      ) : (
        <Synopsis slug={standard.slug} amendments={amendments} />
      )}
    </div>
  )
}

/** The same page with another wish; the others stay. */
function addressWith(page: string, query: string, change: Readonly<Record<string, string | null>>): string {
  const wishes = new URLSearchParams(query)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) wishes.delete(name)
    else wishes.set(name, value)
  }
  return wishes.size === 0 ? page : `${page}?${wishes}`
}
