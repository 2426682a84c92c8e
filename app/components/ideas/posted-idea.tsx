import { ButtonLink } from '#app/components/button.tsx'
import { FactList } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { dayInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

/** A guest's idea is with the moderation now. The secret word is shown here and never again. */
export function PostedIdea({
  number,
  secret,
  readBy,
  title,
  weeks,
}: {
  readonly number: number
  readonly secret: string
  readonly readBy: string
  readonly title: string
  readonly weeks: number
}) {
  const words = useWords()
  const { t } = words
  return (
    <div className="flow">
      <h1>{t('ideas:thanks.title', { number })}</h1>
      <ProgressSteps at={3} steps={[t('ideas:steps.write'), t('ideas:steps.check'), t('ideas:steps.done')]} />
      <p className="lead" dir="auto">
        {title}
      </p>
      <p>
        {t('ideas:thanks.reading', { day: dayInWords(words, readBy, townZone) })}{' '}
        {t('ideas:thanks.answer-about', { weeks })}
      </p>
      <FactList
        facts={[
          { question: t('ideas:thanks.number-word'), answer: number },
          { question: t('ideas:thanks.secret'), answer: <strong className="secret">{secret}</strong> },
        ]}
      />
      <p>{t('ideas:thanks.secret-more')}</p>
      <p className="no-print">{t('ideas:thanks.print')}</p>
      <div className="actions">
        <ButtonLink to="/ideen/verfolgen">{t('ideas:thanks.follow')}</ButtonLink>
        <Go className="text-button" to="/ideen/neu">
          {t('ideas:thanks.next-idea')}
        </Go>
      </div>
    </div>
  )
}
