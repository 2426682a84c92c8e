import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Go } from '#app/components/go.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { listStatements } from '#app/domain/council/statement.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  return { title: door.t('council:house.statements'), statements: await listStatements(door.ask) }
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function Statements() {
  const { title, statements } = useLoaderData<typeof loader>()
  const words = useWords()
  const { t } = words
  return (
    <div className="flow">
      <RunningHead
        voice="council"
        parts={[
          <Go key="council" to="/sprecherrat">
            {t('bodies:council.title')}
          </Go>,
        ]}
      />
      <h1>{title}</h1>
      <p className="lead">{t('council:house.statements-lead')}</p>
      {statements.length === 0 && <Empty voice="council" title={t('council:house.statements-none')} />}
      <Entries ordered>
        {statements.map((one) => (
          <Entry
            key={one.number}
            level={2}
            numeral={one.number}
            numeralName={t('council:house.statements')}
            to={`/sprecherrat/stellungnahmen/${one.number}`}
            title={one.title}
            lang={one.language}
            meta={[dateInWords(words, one.publishedAt, townZone)]}
            side={one.state === 'withdrawn' ? <strong>{t('council:statement.withdrawn-mark')}</strong> : null}
          />
        ))}
      </Entries>
    </div>
  )
}
