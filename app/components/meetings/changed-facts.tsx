import { Alert } from '#app/components/alert.tsx'
import type { FactChange } from '#app/domain/meetings/invitation-changes.ts'
import { dateInWords, momentInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What of place and time is different from the invitation: what holds, what was said, since when. On paper too. */
export function ChangedFacts({ changes }: { readonly changes: readonly FactChange[] }) {
  const words = useWords()
  const { t } = words
  if (changes.length === 0) return null
  const said = ({ what }: FactChange, value: string) => {
    if (value === '') return t('meetings:changed.none')
    return what === 'startsAt' || what === 'endsAt' ? momentInWords(words, value, townZone) : value
  }
  return (
    <Alert state="soon" title={t('meetings:changed.title')}>
      <ul className="plain">
        {changes.map((change) => (
          <li key={change.what}>
            {t(`meetings:changed.what.${change.what}`)}: <strong>{said(change, change.now)}</strong> (
            {t('meetings:changed.was', { invited: said(change, change.invited) })}){' '}
            <small>{t('meetings:changed.at', { date: dateInWords(words, change.at, townZone) })}</small>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
