import { ButtonLink } from '#app/components/button.tsx'
import { Html } from '#app/components/html.tsx'
import type { PartProps } from '#app/components/ideas/idea-page.ts'
import { ringOf } from '#app/components/ideas/ring.ts'
import { Person } from '#app/components/person.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Status } from '#app/components/status.tsx'
import { Time } from '#app/components/time.tsx'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

/** The official answer with its person and office; an earlier 'later' stays below the one that followed. */
export function OfficialAnswers({ page: { answers, may, idea } }: PartProps) {
  const words = useWords()
  const { t } = words
  const due = may.answer && (idea.state === 'talk' || idea.state === 'later')
  if (answers.length === 0 && !due) return null
  return (
    <Section id="antwort" title={t('ideas:answer.heading')}>
      {answers.map((answer, place) => (
        <article className="official-answer flow" key={answer.at} aria-labelledby={`antwort-${place}`}>
          <h3 id={`antwort-${place}`}>
            {place > 0 && `${t('ideas:answer.earlier')}: `}
            <Status state={ringOf(answer.kind)}>{t(`ideas:state.${answer.kind}`)}</Status>
          </h3>
          <Html html={answer.html} lang="de" />
          {answer.reviewOn && (
            <p>{t('ideas:answer.review', { day: dateInWords(words, answer.reviewOn, townZone) })}</p>
          )}
          <p>
            <Person name={answer.by} voice="table" staff={answer.byFunction} />{' '}
            <Time at={answer.at} as="date" />
          </p>
        </article>
      ))}
      {due && (
        <p>
          <ButtonLink to={`/ideen/${idea.number}/antwort`}>{t('ideas:answer.write')}</ButtonLink>
        </p>
      )}
    </Section>
  )
}
