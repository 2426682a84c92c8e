import { Alert } from '#app/components/alert.tsx'
import { ForgetDraft } from '#app/components/ideas/draft.tsx'
import type { PartProps } from '#app/components/ideas/idea-page.ts'
import { Time } from '#app/components/time.tsx'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

const notes = [
  'answered',
  'extended',
  'edited',
  'supported',
  'unsupported',
  'followed',
  'unfollowed',
  'tagged',
  'assigned',
  'merged',
  'split',
  'withdrawn',
  'finished',
] as const

/** What has just been done. The address names it, so only words of this list are ever shown. */
export function DoneNote({ page: { note, own, idea, responsible } }: PartProps) {
  const words = useWords()
  const { t } = words
  if (note === 'danke' && own) {
    return (
      <Alert state="done" role="status" title={t('ideas:thanks.title', { number: idea.number })}>
        <ForgetDraft />
        <p>{t('ideas:thanks.public')}</p>
        {idea.answerDueAt && (
          <p>
            {t('ideas:thanks.answer-by', { day: dateInWords(words, idea.answerDueAt, townZone) })}{' '}
            {responsible && t('ideas:thanks.who', { role: responsible.name })}
          </p>
        )}
        <p className="no-print">
          <a href={`/ideen/${idea.number}/termin.ics`}>{t('ideas:thanks.calendar')}</a>{' '}
          {t('ideas:thanks.print')}
        </p>
      </Alert>
    )
  }
  const known = notes.find((one) => one === note)
  if (!known) return null
  return (
    <Alert state="done" role="status" title={t(`ideas:done.${known}`)}>
      {known === 'extended' && idea.answerDueAt && (
        <p>
          <Time at={idea.answerDueAt} as="date" />
        </p>
      )}
    </Alert>
  )
}
