import { Go } from '#app/components/go.tsx'
import { optionName } from '#app/components/polls/option-name.ts'
import { Section } from '#app/components/section-head.tsx'
import type { PollOnBallot } from '#app/domain/polls/view.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What is on the ballot, before anybody fills it in; and how it will be counted. */
export function OptionList({ view }: { readonly view: Pick<PollOnBallot, 'poll' | 'options'> }) {
  const { t } = useWords()
  const { poll, options } = view
  const rule = poll.settings.money ? 'equal-shares-money' : poll.method
  return (
    <Section id="auswahl" title={t('polls:options.title')}>
      <div className="flow">
        <ul className="option-list">
          {options.map((option) => (
            <li key={option.key}>
              <strong>{optionName(t, poll.method, option)}</strong>
              {option.about !== '' && <span className="quiet"> {option.about}</span>}
            </li>
          ))}
        </ul>
        {(poll.state === 'announced' || poll.state === 'open') && (
          <p className="no-print">
            <Go to={`/abstimmungen/${poll.number}/druck`}>{t('polls:ballot.print')}</Go>
          </p>
        )}
        <p className="quiet">
          {poll.optionOrder !== 'written' && `${t(`polls:options.order.${poll.optionOrder}`)} `}
          {t(`polls:rule.${rule}`)}
        </p>
      </div>
    </Section>
  )
}
