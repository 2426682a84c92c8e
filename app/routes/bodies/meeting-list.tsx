import { ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { addressOfBody, roundTableSlug } from '#app/domain/bodies/body.ts'
import type { MeetingState } from '#app/domain/meetings/meeting.ts'
import { momentInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

interface ListedMeeting {
  readonly number: number
  readonly title: string
  readonly place: string
  readonly startsAt: string
  readonly state: MeetingState
}

/** The next dates first, then what can be read of earlier meetings. */
export function MeetingList({
  meetings,
  now,
  mayPlan,
  body,
}: {
  readonly meetings: readonly ListedMeeting[]
  readonly now: string
  readonly mayPlan: boolean
  readonly body: string
}) {
  const { t } = useWords()
  const past = meetings.filter(
    ({ state, startsAt }) => state === 'ended' || (state === 'cancelled' && startsAt < now),
  )
  const next = meetings.filter((meeting) => !past.includes(meeting))
  return (
    <>
      <Section id="sitzungen" title={t('meetings:body.next')}>
        {next.length === 0 ? (
          <Empty voice="table" title={t('meetings:body.none')} />
        ) : (
          <Rows meetings={next} />
        )}
        {mayPlan && (
          <p>
            <ButtonLink kind="quiet" to={`/runder-tisch/sitzungen/neu?gremium=${body}`}>
              {t('meetings:body.plan')}
            </ButtonLink>
          </p>
        )}
      </Section>
      <Section id="nachlesen" title={t('meetings:body.more')}>
        <div className="flow">
          <ul className="plain">
            <li>
              <Go to={`/runder-tisch/beschluesse${body === roundTableSlug ? '' : `?gremium=${body}`}`}>
                {t('meetings:body.register')}
              </Go>
            </li>
            <li>
              <Go to={`${addressOfBody(body)}/geschaeftsordnung`}>{t('meetings:body.rules')}</Go>
            </li>
          </ul>
          {past.length > 0 && <Rows meetings={[...past].reverse()} />}
        </div>
      </Section>
    </>
  )
}

function Rows({ meetings }: { readonly meetings: readonly ListedMeeting[] }) {
  const words = useWords()
  const { t } = words
  return (
    <Entries>
      {meetings.map((meeting) => (
        <Entry
          key={meeting.number}
          level={3}
          numeral={meeting.number}
          to={`/runder-tisch/sitzungen/${meeting.number}`}
          title={meeting.title}
          thought={momentInWords(words, meeting.startsAt, townZone)}
          meta={[meeting.place, t(`meetings:state.${meeting.state}`)]}
        />
      ))}
    </Entries>
  )
}
