import { Alert } from '#app/components/alert.tsx'
import { Go } from '#app/components/go.tsx'
import { Icon } from '#app/components/icon.tsx'
import { useWords } from '#app/i18n/words.tsx'

export interface LiveNoteProps {
  /** `plain`: no live link on this page, only a moment in time. */
  readonly state: 'connected' | 'plain' | 'lost'
  /** "19:42" */
  readonly time: string
  readonly reloadTo: string
  /** Spoken politely, seldom; the time itself changes in silence. */
  readonly announcement?: string
}

/** How fresh the page is, and a way to load it again. */
export function LiveNote({ state, time, reloadTo, announcement }: LiveNoteProps) {
  const { t } = useWords()
  const reload = (
    <Go className="text-button" to={reloadTo}>
      {t('components:live.reload')}
    </Go>
  )
  return (
    <div className="live-note">
      <p className="hidden-text" role="status">
        {announcement}
      </p>
      {state === 'lost' ? (
        <Alert state="soon" title={t('components:live.lost')}>
          <p>
            {t('components:live.lost-more', { time })} {reload}
          </p>
        </Alert>
      ) : (
        <p className="connection">
          {state === 'connected' && <Icon name="live" />}
          <span>{t(`components:live.${state}`, { time })}</span>
          {reload}
        </p>
      )}
    </div>
  )
}
