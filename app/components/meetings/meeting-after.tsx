import { ButtonLink } from '#app/components/button.tsx'
import { FactList, WithFacts } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import { Agenda } from '#app/components/meetings/agenda.tsx'
import type { MeetingPart } from '#app/components/meetings/meeting-page.ts'
import { Questions } from '#app/components/meetings/questions.tsx'
import { ResolutionList } from '#app/components/meetings/resolution-list.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { addressOfBody } from '#app/domain/bodies/body.ts'
import { useWords } from '#app/i18n/words.tsx'

/** After the meeting: what came out, and where it can be read again. */
export function MeetingAfter({ page, said }: MeetingPart) {
  const { t } = useWords()
  const { meeting, stand, minutes, may, here } = page
  return (
    <WithFacts
      factsLabel={t('meetings:facts.name')}
      head={
        <>
          <RunningHead
            voice="table"
            parts={[
              <Go key="body" to={addressOfBody(meeting.body)}>
                {meeting.bodyName}
              </Go>,
              t('meetings:state.ended'),
            ]}
          />
          <h1>{meeting.title}</h1>
          {said}
        </>
      }
      facts={
        <FactList
          facts={[
            {
              question: t('meetings:facts.was'),
              answer: <Time at={stand.startedAt ?? meeting.startsAt} />,
              more: stand.endedAt ? (
                <>
                  {t('meetings:facts.until')} <Time at={stand.endedAt} as="time" />
                </>
              ) : undefined,
            },
            { question: t('meetings:facts.where'), answer: meeting.place },
            {
              question: t('meetings:minutes.title'),
              answer:
                minutes?.publishedAt || may.inside ? (
                  <Go to={`${here}/niederschrift`}>{t('meetings:minutes.read')}</Go>
                ) : (
                  t('meetings:minutes.not-yet')
                ),
              more: minutes
                ? t(`meetings:minutes.state.${minutes.state}`)
                : t('meetings:minutes.state.draft'),
            },
          ]}
        >
          {may.write && (
            <ButtonLink kind="quiet" full to={`${here}/mitschrift`}>
              {t('meetings:desk.open')}
            </ButtonLink>
          )}
        </FactList>
      }
    >
      <Section id="beschluesse" title={t('meetings:register.of-meeting')}>
        <ResolutionList resolutions={page.resolutions} now={stand.now} />
      </Section>
      <Section id="tagesordnung" title={t('meetings:agenda.title')}>
        <Agenda page={page} />
      </Section>
      <Questions page={page} />
    </WithFacts>
  )
}
