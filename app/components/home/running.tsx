import { Entries, Entry } from '#app/components/entry.tsx'
import { PollEntry, type PollInList } from '#app/components/polls/poll-entry.tsx'
import { Section } from '#app/components/section-head.tsx'
import { VoiceBadge } from '#app/components/voice-badge.tsx'
import type { RunningTalk } from '#app/domain/home/running.server.ts'
import { dayInWords, daysUntil } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface RunningProps {
  readonly talks: readonly RunningTalk[]
  readonly polls?: readonly PollInList[]
  readonly now: string
  readonly zone: string
}

/** What one can join in now, with the time it takes, its end and who answers. */
export function Running({ talks, polls = [], now, zone }: RunningProps) {
  const { t } = useWords()
  const some = talks.length + polls.length > 0
  return (
    <Section
      id="jetzt"
      title={t('pages:home.now.title')}
      lead={some ? t('pages:home.now.order') : t('pages:home.now.empty')}
    >
      {some && (
        <Entries>
          {polls.map((poll) => (
            <PollEntry key={`poll-${poll.number}`} poll={poll} now={now} />
          ))}
          {talks.map((talk) => (
            <Talk key={talk.number} talk={talk} now={now} zone={zone} />
          ))}
        </Entries>
      )}
    </Section>
  )
}

function Talk({ talk, now, zone }: { readonly talk: RunningTalk } & Pick<RunningProps, 'now' | 'zone'>) {
  const words = useWords()
  const { t } = words
  const days = daysUntil(talk.answerDueAt, zone, now)
  const thought = [
    t('pages:home.now.conversation'),
    talk.openQuestions > 0 && t('pages:home.now.questions', { count: talk.openQuestions }),
  ].filter(Boolean)
  const meta = [
    talk.contributions > 0 && t('components:idea.contributions', { count: talk.contributions }),
    talk.minutes !== null && t('pages:home.now.reading', { count: talk.minutes }),
    t('pages:home.now.answer-until', { date: dayInWords(words, talk.answerDueAt, zone) }),
    talk.office && t('pages:home.now.answers', { office: talk.office }),
  ].filter(Boolean)
  return (
    <Entry
      numeral={days > 0 ? days : t('pages:home.now.today')}
      unit={days > 0 ? t('pages:home.now.days', { count: days }) : undefined}
      numeralName={days > 0 ? t('pages:home.now.left') : undefined}
      to={`/ideen/${talk.number}`}
      title={<span lang={talk.language}>{talk.title}</span>}
      thought={thought.join(' ')}
      meta={meta}
      voice="citizens"
      side={<VoiceBadge voice="citizens">{t('pages:home.now.everybody')}</VoiceBadge>}
    />
  )
}
