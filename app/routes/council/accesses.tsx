import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Time } from '#app/components/time.tsx'
import { listAccesses } from '#app/domain/council/access.server.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { InnerHead } from './inner-head.tsx'
import { enterInside } from './inside-only.server.ts'
import { useCouncilNews } from './use-council-news.ts'

export const handle: PageHandle = { voice: 'council', menu: 'more', live: ['bodies', 'council'] }

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args)
  return {
    asOf: await newestEvent(door.ask),
    title: door.t('council:accesses.title'),
    accesses: await door.find(listAccesses(door.ask)),
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Accesses() {
  const { asOf, title, accesses } = useLoaderData<typeof loader>()
  const { t } = useWords()
  useCouncilNews(asOf)
  const what = (kind: string, detail: string) =>
    kind !== 'support'
      ? detail
      : detail === 'mail' || detail === 'sessions'
        ? t(`council:accesses.${detail}`)
        : t('council:accesses.task', { task: detail })
  return (
    <div className="flow">
      <InnerHead title={title} />
      <p className="lead">{t('council:accesses.lead')}</p>
      <p>{t('council:accesses.limit')}</p>
      {accesses.length === 0 ? (
        <Empty voice="council" title={t('council:accesses.none')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard, too
        <section className="scroll-x" aria-label={t('council:accesses.caption')} tabIndex={0}>
          <table>
            <caption>{t('council:accesses.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('council:accesses.when')}</th>
                <th scope="col">{t('council:accesses.who')}</th>
                <th scope="col">{t('council:accesses.what')}</th>
              </tr>
            </thead>
            <tbody>
              {accesses.map(({ kind, who, detail, at }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line of a log has no name but its place
                <tr key={place}>
                  <td>
                    <Time at={at} />
                  </td>
                  <td>{who}</td>
                  <td>
                    {t(`council:accesses.kind.${kind}`)}
                    {detail !== '' && `: ${what(kind, detail)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}
