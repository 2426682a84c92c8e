import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { getReadableStandard } from '#app/domain/standards/standard.server.ts'
import { listStruck } from '#app/domain/standards/view.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  return {
    standard: { slug: standard.slug, title: standard.title },
    clauses: await listStruck(door.ask, standard.id),
  }
}

export const meta = titled<typeof loader>(({ standard }) => ({ title: standard.title, hidden: true }))

export default function Former() {
  const { standard, clauses } = useLoaderData<typeof loader>()
  const words = useWords()
  const { t } = words
  return (
    <div className="flow">
      <StandardHead standard={standard} />
      <h1>{t('standards:former.title')}</h1>
      <p className="lead">{t('standards:former.lead')}</p>
      {clauses.length === 0 && <Empty voice="council" title={t('standards:former.none')} />}
      <Entries>
        {clauses.map((clause, place) => (
          <Entry
            key={clause.id}
            numeral={place + 1}
            to={`/standards/${standard.slug}/absatz/${clause.id}`}
            title={clause.text.slice(0, 120)}
            meta={[t('standards:former.since', { day: dateInWords(words, clause.struckAt, townZone) })]}
            voice="council"
            level={2}
          />
        ))}
      </Entries>
    </div>
  )
}
