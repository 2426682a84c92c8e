import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { listOwnMeasures } from '#app/domain/moderation/own.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { reasonWords } from './grounds.tsx'
import { ownState } from './own-words.ts'

export const handle: PageHandle = { menu: 'account', voice: 'none' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const measures = await door.find(listOwnMeasures(door.ask))
  return {
    title: door.t('moderation:own.title'),
    measures: measures.map(({ id, kind, title, number, template, at, liftedAt, appeal, mayObject }) => ({
      ...{ id, kind, title, number, template, mayObject },
      day: dateInWords(door, at, townZone),
      state: ownState({ liftedAt, appeal }),
    })),
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function OwnMeasures() {
  const { title, measures } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{t('moderation:own.lead')}</p>
      {measures.length === 0 && <Empty title={t('moderation:own.none')} />}
      <Entries>
        {measures.map((measure) => (
          <Entry
            key={measure.id}
            level={2}
            numeral={measure.number ?? '·'}
            to={`/konto/massnahmen/${measure.id}`}
            title={`${t(`moderation:measure.${measure.kind}`)}: ${measure.title}`}
            thought={reasonWords(t, measure.template)}
            meta={[measure.day, ...(measure.mayObject ? [t('moderation:own.object')] : [])]}
            side={t(`moderation:own.state.${measure.state}`)}
          />
        ))}
      </Entries>
    </div>
  )
}
