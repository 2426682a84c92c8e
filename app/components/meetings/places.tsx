import type { Stand } from '#app/domain/meetings/stand.ts'
import { placeInWords, reasonInWords, whoInWords } from '#app/i18n/meeting-words.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Who comes next, each place with its reason: nobody has to guess why somebody was called. */
export function Places({
  stand,
  own,
  most,
  reasons = true,
}: {
  readonly stand: Stand
  /** The account that reads; its own place stands out. */
  readonly own?: string | null
  readonly most?: number
  readonly reasons?: boolean
}) {
  const words = useWords()
  const { t } = words
  const shown = most === undefined ? stand.places : stand.places.slice(0, most)
  const more = stand.places.length - shown.length
  return (
    <>
      {shown.length === 0 && <p className="quiet">{t('meetings:list.empty')}</p>}
      <ol className="speaker-list">
        {shown.map((place) => (
          <li key={place.requestId} className={place.who.accountId === own ? 'me' : undefined}>
            <span>
              {place.who.accountId === own ? t('meetings:list.you') : whoInWords(words, place.who)}
              {reasons && <span className="reason">{reasonInWords(words, place.reason)}</span>}
            </span>
            <span className="quiet">
              {reasons ? placeInWords(words, place.who) : place.who.online && t('meetings:online')}
            </span>
          </li>
        ))}
      </ol>
      {more > 0 && <p className="quiet">{t('meetings:list.more', { count: more })}</p>}
      {stand.list?.state === 'closed' && <p>{t('meetings:list.closed')}</p>}
    </>
  )
}
