import { Entry } from '#app/components/entry.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import { Status, type StatusState } from '#app/components/status.tsx'
import { Time } from '#app/components/time.tsx'
import type { PollLabel, PollSpace, PollState } from '#app/domain/polls/poll.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface PollInList {
  readonly number: number
  readonly question: string
  readonly label: PollLabel
  readonly space: PollSpace
  readonly state: PollState
  readonly opensAt: string | null
  readonly closesAt: string | null
  /** What came out, in a sentence. */
  readonly outcome: string | null
  readonly voted: boolean
}

const rings: Record<PollState, StatusState> = {
  announced: 'received',
  open: 'talk',
  closed: 'agenda',
  counted: 'disputed',
  objection: 'partly',
  final: 'done',
  invalid: 'withdrawn',
}

/** A vote as one line of the programme: its label, its time, its result. */
export function PollEntry({
  poll,
  now,
  level,
}: {
  readonly poll: PollInList
  readonly now: string
  readonly level?: 2 | 3 | 4
}) {
  const { t } = useWords()
  const { number, label, space, state, opensAt, closesAt } = poll
  const time =
    state === 'announced' && opensAt ? (
      <>
        {t('polls:list.from')} <Time at={opensAt} as="near" now={now} />
      </>
    ) : state === 'open' && closesAt ? (
      <>
        {t('polls:list.until')} <Time at={closesAt} as="near" now={now} />
      </>
    ) : null
  return (
    <Entry
      numeral={String(number)}
      numeralName={t('polls:list.number')}
      to={poll.outcome === null ? `/abstimmungen/${number}` : `/abstimmungen/${number}/ergebnis`}
      title={poll.question}
      thought={poll.outcome}
      meta={[t(`polls:label.${label}`), time, poll.voted ? t('polls:list.voted') : null].filter(Boolean)}
      side={<Status state={rings[state]}>{t(`polls:state-word.${state}`)}</Status>}
      voice={voiceOf(space)}
      level={level ?? 3}
    />
  )
}
