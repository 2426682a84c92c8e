import { Entries, Entry } from '#app/components/entry.tsx'
import { Go } from '#app/components/go.tsx'
import { ringOf } from '#app/components/ideas/ring.ts'
import { Section } from '#app/components/section-head.tsx'
import { Status } from '#app/components/status.tsx'
import type { LateAnswer, Outcome } from '#app/domain/home/outcomes.server.ts'
import { useWords } from '#app/i18n/words.tsx'

export function Outcomes({
  outcomes,
  ideas,
}: {
  readonly outcomes: readonly Outcome[]
  readonly ideas: number
}) {
  const { t } = useWords()
  return (
    <Section
      id="antworten"
      title={t('pages:home.outcomes.title')}
      lead={t(outcomes.length > 0 ? 'pages:home.outcomes.lead' : 'pages:home.outcomes.empty')}
    >
      {outcomes.length > 0 && (
        <Entries>
          {outcomes.map(({ number, title, language, thought, state, office }) => (
            <Entry
              key={number}
              numeral={number}
              numeralName={t('components:idea.number')}
              to={`/ideen/${number}`}
              title={<span lang={language}>{title}</span>}
              thought={<span lang="de">{thought}</span>}
              meta={[t('pages:home.outcomes.by', { office })]}
              voice="citizens"
              side={<Status state={ringOf(state)} />}
            />
          ))}
        </Entries>
      )}
      <p>
        <Go className="text-button" to="/ideen">
          {t('pages:home.outcomes.all', { count: ideas })}
        </Go>
      </p>
    </Section>
  )
}

/** A promise not kept is shown, not hidden. */
export function LateAnswers({
  late,
  total,
}: {
  readonly late: readonly LateAnswer[]
  readonly total: number
}) {
  const { t } = useWords()
  if (total === 0) return null
  return (
    <Section
      id="ueberfaellig"
      title={t('pages:home.overdue.title')}
      lead={t('pages:home.overdue.lead')}
      voice="table"
    >
      <Entries>
        {late.map(({ number, title, language, days, office }) => (
          <Entry
            key={number}
            numeral={number}
            numeralName={t('components:idea.number')}
            to={`/ideen/${number}`}
            title={<span lang={language}>{title}</span>}
            meta={office ? [t('pages:home.overdue.owes', { office })] : undefined}
            voice="table"
            side={<Status state="overdue">{t('ideas:overdue', { count: days })}</Status>}
          />
        ))}
      </Entries>
      {total > late.length && (
        <p>
          <Go className="text-button" to="/ideen?stand=ueberfaellig">
            {t('pages:home.overdue.all')}
          </Go>
        </p>
      )}
    </Section>
  )
}
