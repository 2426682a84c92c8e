import { Go } from '#app/components/go.tsx'
import { dayInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { LetterAnswer } from '#app/routes/ideas/for-somebody.tsx'

/** The letter to hand over: on paper nothing but the letter is left of the page. */
export function Letter({
  letter,
  phone,
}: {
  readonly letter: NonNullable<LetterAnswer['letter']>
  readonly phone: string | null
}) {
  const words = useWords()
  const { t } = words
  const { number, title, name, answerDueAt, secret, address } = letter
  return (
    <div className="flow letter">
      <h1 className="no-print">{t('ideas:thanks.title', { number })}</h1>
      <p className="no-print">{t('ideas:thanks.print')}</p>
      <section className="flow preview" aria-labelledby="brief">
        <h2 id="brief" className="no-print">
          {t('ideas:somebody.letter')}
        </h2>
        <p>{name ? t('ideas:somebody.dear-name', { name }) : t('ideas:somebody.dear')}</p>
        <p>{t('ideas:somebody.thanks', { title, number })}</p>
        {answerDueAt && (
          <p>{t('ideas:somebody.promise', { day: dayInWords(words, answerDueAt, townZone) })}</p>
        )}
        <p>{t('ideas:somebody.ask')}</p>
        <p>
          <strong className="secret">{t('ideas:somebody.secret', { secret })}</strong>
        </p>
        {phone && <p>{t('ideas:somebody.phone-line', { phone })}</p>}
        <p>{t('ideas:somebody.address', { address })}</p>
      </section>
      <p className="actions no-print">
        <Go to={`/ideen/${number}`}>{t('ideas:thanks.to-idea')}</Go>
        <Go to="/ideen/eintragen">{t('ideas:somebody.again')}</Go>
      </p>
    </div>
  )
}
