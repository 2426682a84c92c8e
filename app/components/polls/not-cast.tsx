import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'

/** Sticks to the top until the vote has arrived, so that nobody leaves believing it has. Says when the line is gone. */
export function NotCast() {
  const { t } = useWords()
  const [offline, setOffline] = useState(false)
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine)
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return (
    <p className="not-cast" role="status">
      <strong>{t(offline ? 'polls:ballot.offline' : 'polls:ballot.not-cast')}</strong>
      {!offline && <span>{t('polls:ballot.not-cast-more')}</span>}
    </p>
  )
}
