import { useRevalidator } from '@remix-run/react'
import { LiveNote } from '#app/components/live-note.tsx'
import { clock, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import { useLive } from '#app/live/use-live.ts'

/** Turnout and state while a vote runs: loaded again when something changed, nothing moves by itself. */
export function PollLive({
  pollId,
  number,
  asOf,
  now,
  on,
  told,
}: {
  readonly pollId: string
  readonly number: number
  readonly asOf: number
  readonly now: string
  readonly on: boolean
  /** False where a conversation below tells already how fresh the page is. */
  readonly told: boolean
}) {
  const { t } = useWords()
  const { revalidate } = useRevalidator()
  const again = () => window.setTimeout(revalidate, Math.random() * 300)
  const live = useLive({ topic: `poll:${pollId}`, asOf, on, onNews: again, onStale: again, onRefused: again })
  if (!on || !told) return null
  return (
    <LiveNote
      state={live.state}
      time={clock(now, townZone)}
      reloadTo={`/abstimmungen/${number}`}
      announcement={live.state === 'connected' ? t('polls:live.watching') : undefined}
    />
  )
}
