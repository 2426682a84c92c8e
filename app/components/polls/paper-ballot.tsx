import { optionName } from '#app/components/polls/option-name.ts'
import type { BallotRules } from '#app/domain/polls/choice.ts'
import type { PollMethod } from '#app/domain/polls/method.ts'
import type { PollOption } from '#app/domain/polls/poll.ts'
import { type Say, useWords } from '#app/i18n/words.tsx'

/** A ballot on paper: a box, a place or a row of marks for every option, with the number it is entered under. */
export function PaperBallot({
  method,
  options,
  rules,
  grades,
}: {
  readonly method: PollMethod
  readonly options: readonly PollOption[]
  readonly rules: BallotRules
  readonly grades: readonly string[] | null
}) {
  const { t } = useWords()
  return (
    <section className="paper-ballot flow" aria-label={t('polls:ballot.print')}>
      <p>
        <strong>{askInWords(t, method, rules)}</strong>
      </p>
      <ol>
        {options.map((option) => (
          <li key={option.key}>
            <Place method={method} rules={rules} grades={grades} />
            <span>
              {option.title !== option.key && <span className="number">{option.key}. </span>}
              <strong>{optionName(t, method, option)}</strong>
              {option.about !== '' && <span className="quiet"> {option.about}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Where the pen goes. */
function Place({
  method,
  rules,
  grades,
}: {
  readonly method: PollMethod
  readonly rules: BallotRules
  readonly grades: readonly string[] | null
}) {
  const { t } = useWords()
  switch (rules.form) {
    case 'yes-no':
    case 'consent':
    case 'choice':
    case 'approval':
      return <span className="box" aria-hidden="true" />
    case 'ranked':
      return <span className="line">{t('polls:rank.place')}</span>
    case 'score': {
      if (rules.sum !== null) return <span className="line">{t('polls:print.points')}</span>
      const marks = Array.from({ length: (rules.highest ?? 0) + 1 }, (_, mark) => mark)
      return (
        <span className="mark-row">
          {marks.map((mark) => (
            <span key={mark}>{markInWords(t, method, mark, grades)}</span>
          ))}
        </span>
      )
    }
  }
}

function markInWords(t: Say, method: PollMethod, mark: number, grades: readonly string[] | null): string {
  if (method === 'date-finding') return t(`polls:date-answer.${String(mark) as '0'}`)
  return grades?.[mark] ?? String(mark)
}

function askInWords(t: Say, method: PollMethod, rules: BallotRules): string {
  switch (rules.form) {
    case 'yes-no':
      return t('polls:ask.yes-no')
    case 'consent':
      return t('polls:ask.consent')
    case 'choice':
      return t('polls:ask.one')
    case 'approval':
      return t(rules.most === null ? 'polls:ask.approval' : 'polls:ask.ticks', { count: rules.most ?? 0 })
    case 'ranked':
      return t('polls:ask.rank')
    case 'score': {
      if (rules.sum !== null) return t('polls:ask.points', { count: rules.sum })
      if (method === 'consensing' || method === 'majority-judgment' || method === 'date-finding') {
        return t(`polls:ask.${method}`, { most: rules.highest ?? 0 })
      }
      return t('polls:ask.score', { most: rules.highest ?? 5 })
    }
  }
}
