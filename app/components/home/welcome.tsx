import { Alert } from '#app/components/alert.tsx'
import { Go } from '#app/components/go.tsx'
import type { NewSince } from '#app/domain/home/since.server.ts'
import { shortDay } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

/** For one who comes back: what is new for them, in one line. */
export function Welcome({
  name,
  since,
  now,
  zone,
}: {
  readonly name: string
  readonly since: NewSince
  readonly now: string
  readonly zone: string
}) {
  const words = useWords()
  const { t } = words
  const { contributions, answers } = since
  if (contributions + answers === 0) {
    return <p className="welcome">{t('pages:home.returning', { name })}</p>
  }
  const news = [
    contributions > 0 && t('pages:home.since-contributions', { count: contributions }),
    answers > 0 && t('pages:home.since-answers', { count: answers }),
  ].filter(Boolean)
  return (
    <Alert title={t('pages:home.returning', { name })}>
      <p>
        {t('pages:home.since', { date: shortDay(words, since.since, zone, now) })} {news.join(', ')}.
      </p>
      <p>
        <Go className="text-button" to="/fuer-sie">
          {t('pages:home.since-link')}
        </Go>
      </p>
    </Alert>
  )
}
