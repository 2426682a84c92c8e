import type { ReactNode } from 'react'
import { Go } from '#app/components/go.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { useWords } from '#app/i18n/words.tsx'

/** Over every page of an election: the Council's house, the election, and this page. */
export function ElectionHead({
  number,
  of,
  at,
  children,
}: {
  readonly number: number
  /** The election's own name, where the page is about a part of it. */
  readonly of?: string
  /** Where the name leads, if not to the election's own page. */
  readonly at?: string
  readonly children: ReactNode
}) {
  const { t } = useWords()
  return (
    <>
      <RunningHead
        voice="council"
        parts={[
          <Go key="list" to="/sprecherrat/wahlen">
            {t('elections:list.title')}
          </Go>,
          ...(of === undefined
            ? []
            : [
                <Go key="election" to={at ?? `/sprecherrat/wahlen/${number}`}>
                  {of}
                </Go>,
              ]),
        ]}
      />
      <h1>{children}</h1>
    </>
  )
}
