import { Alert } from '#app/components/alert.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { FactList, WithFacts } from '#app/components/fact-list.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Agenda } from '#app/components/meetings/agenda.tsx'
import { ChangedFacts } from '#app/components/meetings/changed-facts.tsx'
import type { MeetingPart } from '#app/components/meetings/meeting-page.ts'
import { Needs } from '#app/components/meetings/needs.tsx'
import { Questions } from '#app/components/meetings/questions.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { addressOfBody } from '#app/domain/bodies/body.ts'
import { dayInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Before the meeting: where and when, what it is about, what one needs, what one would like to know. */
export function MeetingAhead({ page, said }: MeetingPart) {
  const words = useWords()
  const { t } = words
  const { meeting, may, invitation, here, formKey } = page
  const gone = meeting.state === 'cancelled'
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
              t(`meetings:state.${meeting.state}`),
            ]}
          />
          <h1>{meeting.title}</h1>
          {gone && (
            <Alert state="error" title={t('meetings:cancel.done')}>
              <p>{meeting.cancelledReason}</p>
            </Alert>
          )}
          {!gone && <Warning page={page} />}
          {!gone && <ChangedFacts changes={page.changes.facts} />}
          {said}
        </>
      }
      facts={
        <FactList
          facts={[
            {
              question: t('meetings:facts.when'),
              answer: <Time at={meeting.startsAt} />,
              more: (
                <>
                  {t('meetings:facts.until')} <Time at={meeting.endsAt} as="time" />
                </>
              ),
            },
            { question: t('meetings:facts.where'), answer: meeting.place },
            ...(meeting.access === ''
              ? []
              : [{ question: t('meetings:facts.access'), answer: meeting.access }]),
            ...(meeting.online === null
              ? []
              : [{ question: t('meetings:facts.online'), answer: meeting.online }]),
            { question: t('meetings:facts.who'), answer: t('meetings:facts.public') },
            {
              question: t('meetings:facts.do'),
              answer: <a href="#fragen">{t('meetings:facts.ask')}</a>,
              more: <a href={`${here}/termin.ics`}>{t('meetings:facts.calendar')}</a>,
            },
          ]}
        >
          {may.inside && meeting.state === 'invited' && !invitation.read && (
            <Form to={here} intent="read" idempotencyKey={`${formKey}-read`}>
              <Button full>{t('meetings:invite.confirm')}</Button>
            </Form>
          )}
          {may.inside && invitation.read && <p>{t('meetings:invite.confirmed')}</p>}
          {meeting.state === 'invited' && invitation.readers && <Readers readers={invitation.readers} />}
          {may.plan && (
            <p>
              <ButtonLink kind="quiet" full to={`${here}/bearbeiten`}>
                {t('meetings:edit.open')}
              </ButtonLink>
            </p>
          )}
          {may.lead && (
            <p>
              <ButtonLink kind="quiet" full to={`${here}/leitung`}>
                {t('meetings:edit.to-console')}
              </ButtonLink>
            </p>
          )}
        </FactList>
      }
    >
      <Section id="tagesordnung" title={t('meetings:agenda.title')}>
        <Agenda page={page} />
        {page.takenOff.map((item) => (
          <p key={item.id} className="quiet">
            <strong>{t('meetings:agenda.mark.off')}</strong>: {item.title}, <Time at={item.at} as="date" />
          </p>
        ))}
        {!gone && page.account !== null && (
          <p className="no-print">
            <Go to={`${here}/vorschlag`}>{t('meetings:propose.title')}</Go>
          </p>
        )}
      </Section>
      {!gone && <Needs page={page} />}
      <Questions page={page} />
      {meeting.urgency && (
        <Section id="frist" title={t('meetings:invite.late-title')}>
          <p>
            {t('meetings:invite.late', {
              day: dayInWords(words, meeting.invitedAt ?? meeting.startsAt, townZone),
            })}
          </p>
          <p>{meeting.urgency}</p>
        </Section>
      )}
    </WithFacts>
  )
}

/** For those who prepare it: who has not said yet that the invitation was read. */
function Readers({
  readers,
}: {
  readonly readers: NonNullable<MeetingPart['page']['invitation']['readers']>
}) {
  const { t } = useWords()
  const said = t('meetings:invite.readers', { read: readers.read, invited: readers.invited })
  if (readers.missing.length === 0) return <p>{said}</p>
  return (
    <details>
      <summary>{said}</summary>
      <p>{t('meetings:invite.missing', { names: readers.missing.join(', ') })}</p>
    </details>
  )
}

/** For those who prepare it: the last day of the invitation is near or past. */
function Warning({ page: { meeting, may, invitation } }: Pick<MeetingPart, 'page'>) {
  const words = useWords()
  const { t } = words
  if (meeting.state === 'invited') {
    return invitation.check.state === 'too-late' ? (
      <Alert state="soon" title={t('meetings:invite.not-kept')} />
    ) : null
  }
  if (!may.plan || invitation.daysLeft > 7) return null
  return (
    <Alert
      state={invitation.daysLeft < 0 ? 'error' : 'soon'}
      title={
        invitation.daysLeft < 0
          ? t('meetings:invite.passed')
          : t('meetings:invite.days-left', { count: invitation.daysLeft })
      }
    >
      <p>{t('meetings:invite.last-day', { day: dayInWords(words, invitation.until, townZone) })}</p>
    </Alert>
  )
}
