import { useLocation } from '@remix-run/react'
import { useState } from 'react'
import { useScripted } from '#app/components/ideas/use-scripted.ts'
import { useWords } from '#app/i18n/words.tsx'
import { useLive } from '#app/live/use-live.ts'

/** Says that what one is reading has changed, and leaves it as it is until one asks for the new one. */
export function ChangedNote({ topics, asOf }: { readonly topics: readonly string[]; readonly asOf: number }) {
  const { t } = useWords()
  const { pathname, search } = useLocation()
  const [changed, setChanged] = useState(false)
  return (
    <div className="news-bar-place" role="status">
      {topics.map((topic) => (
        <Listening key={topic} topic={topic} asOf={asOf} tell={() => setChanged(true)} />
      ))}
      {changed && (
        <p className="news-bar">
          <a href={`${pathname}${search}`}>{t('components:live.changed')}</a>
        </p>
      )}
    </div>
  )
}

function Listening({
  topic,
  asOf,
  tell,
}: {
  readonly topic: string
  readonly asOf: number
  readonly tell: () => void
}) {
  useLive({ topic, asOf, on: useScripted(), onNews: tell, onStale: tell, onRefused: tell })
  return null
}
