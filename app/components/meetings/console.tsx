import { useRef } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { Go } from '#app/components/go.tsx'
import { Icon } from '#app/components/icon.tsx'
import { Glyph } from '#app/components/mark.tsx'
import { ConsoleActions } from '#app/components/meetings/console-actions.tsx'
import { ConsoleAgenda } from '#app/components/meetings/console-agenda.tsx'
import { ConsoleList } from '#app/components/meetings/console-list.tsx'
import { clock, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import { useConsoleKeys } from '#app/live/use-console-keys.ts'
import { useLive } from '#app/live/use-live.ts'
import { useServerClock } from '#app/live/use-server-clock.ts'
import { useStand } from '#app/live/use-stand.ts'
import type { ConsolePage } from '#app/routes/meetings/console.tsx'

export interface ConsolePart {
  readonly page: ConsolePage
  readonly stand: ConsolePage['stand']
  readonly now: string
  /** Keys are on: buttons show theirs. */
  readonly keys: boolean
}

/** The chair's one page: agenda on the left, deeds in the middle, the list on the right. */
export function Console({ page }: { readonly page: ConsolePage }) {
  const { t } = useWords()
  const { stand, live } = useStand({
    meetingId: page.meetingId,
    inside: true,
    stand: page.stand,
    own: null,
  })
  const now = useServerClock(stand.now, true)
  const place = useRef<HTMLDivElement>(null)
  useConsoleKeys(place, page.keys)
  // Consoles know of each other: a deputy sees when the chair's connection is gone.
  const others = useLive({
    topic: `meeting-lead:${page.meetingId}`,
    asOf: stand.asOf,
    on: true,
    onNews: () => undefined,
    onStale: () => undefined,
  })
  const leads = stand.leader === null || stand.leader.accountId === page.account
  const alone = others.state === 'connected' && others.present === null
  const part = { page, stand, now, keys: page.keys }
  return (
    <div className="console" ref={place}>
      <header className="console-head">
        <Glyph voice="table" />
        <h1>
          <Go to={page.here}>{page.title}</Go>
        </h1>
        <p>
          <strong>
            {t(stand.quorum.reached ? 'meetings:quorum.yes' : 'meetings:quorum.no', {
              present: stand.quorum.present,
              members: stand.quorum.members,
            })}
          </strong>
        </p>
        <p className="connection">
          {live.state === 'connected' && <Icon name="live" />}
          <span>{t(`meetings:console.live.${live.state}`)}</span>
        </p>
        <p>
          <Go to={`${page.here}/leinwand`} target="_blank">
            {t('meetings:on.projector')}
          </Go>
        </p>
        <p>
          <Go to={page.keys ? `${page.here}/leitung?tasten=aus` : `${page.here}/leitung`}>
            {t(page.keys ? 'meetings:console.keys-off' : 'meetings:console.keys-on')}
          </Go>
        </p>
        <p className="console-clock">{t('components:date.time', { time: clock(now, townZone) })}</p>
      </header>
      <Answered />
      {!leads && (
        <Alert
          state={alone ? 'error' : 'soon'}
          title={
            alone
              ? t('meetings:console.leader-gone', { name: stand.leader?.name ?? t('bodies:deleted') })
              : t('meetings:console.other-leads', { name: stand.leader?.name ?? t('bodies:deleted') })
          }
        >
          <form method="post">
            <input type="hidden" name="intent" value="lead" />
            <button type="submit" className="button quiet">
              {t('meetings:console.take-lead')}
            </button>
          </form>
        </Alert>
      )}
      <div className="console-parts">
        <ConsoleAgenda {...part} />
        <ConsoleActions {...part} />
        <ConsoleList {...part} />
      </div>
    </div>
  )
}
