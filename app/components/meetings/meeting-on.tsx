import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { WithFacts } from '#app/components/fact-list.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { LiveNote } from '#app/components/live-note.tsx'
import { Agenda } from '#app/components/meetings/agenda.tsx'
import type { MeetingPart } from '#app/components/meetings/meeting-page.ts'
import { MotionsNow } from '#app/components/meetings/motions-now.tsx'
import { NotesLog } from '#app/components/meetings/notes-log.tsx'
import { OwnPlace } from '#app/components/meetings/own-place.tsx'
import { Places } from '#app/components/meetings/places.tsx'
import { Questions } from '#app/components/meetings/questions.tsx'
import { Speaking } from '#app/components/meetings/speaking.tsx'
import { FairnessLine, QuorumLine, TableNow } from '#app/components/meetings/table-now.tsx'
import { VoteNow } from '#app/components/meetings/vote-now.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { signalKinds } from '#app/domain/meetings/signals.ts'
import { clock, townZone } from '#app/i18n/dates.ts'
import { pointInWords } from '#app/i18n/meeting-words.ts'
import { useWords } from '#app/i18n/words.tsx'
import { useServerClock } from '#app/live/use-server-clock.ts'
import { useSpoken } from '#app/live/use-spoken.ts'
import { useStand } from '#app/live/use-stand.ts'

/** While it runs: the same page for members, who take part, and for everybody else, who watches and reads. */
export function MeetingOn({ page, said }: MeetingPart) {
  const words = useWords()
  const { t } = words
  const { meeting, here, formKey, may } = page
  const { stand, own, live } = useStand({
    meetingId: meeting.id,
    inside: may.inside,
    stand: page.stand,
    own: page.own,
  })
  const now = useServerClock(stand.now, stand.speech?.clock.stoppedAt === null)
  const current = stand.items.find(({ id }) => id === stand.currentId) ?? null
  const vote = stand.vote !== null && stand.vote.closedAt === null ? stand.vote : null
  // The beginning of a vote is said once; nothing takes the focus away.
  const spoken = useSpoken(vote ? t('meetings:vote.announced', { question: vote.question }) : '')
  return (
    <WithFacts
      factsLabel={t('meetings:facts.name')}
      head={
        <>
          <RunningHead
            voice="table"
            parts={[
              t(`meetings:state.${stand.state}`),
              pointInWords(words, stand),
              t(
                `meetings:audience.${stand.closed || current?.open?.audience === 'inside' ? 'inside' : 'public'}`,
              ),
            ]}
          />
          <h1>{stand.closed ? t('meetings:closed.title') : (current?.open?.title ?? stand.title)}</h1>
          {said}
          {vote && (
            <p className="vote-notice">
              <a href="#abstimmung">{t('meetings:vote.jump')}</a>
            </p>
          )}
        </>
      }
      facts={
        <div className="facts">
          <TableNow stand={stand} />
          <QuorumLine stand={stand} />
          <FairnessLine stand={stand} />
          {current?.open?.ideaNumber && (
            <p>
              <Go to={`/ideen/${current.open.ideaNumber}`}>
                {t('meetings:agenda.from-idea', { number: current.open.ideaNumber })}
              </Go>
            </p>
          )}
          {current?.open && (
            <p>
              <Go to={`/runder-tisch/punkte/${current.open.publicNumber}`}>{t('meetings:on.talk')}</Go>
            </p>
          )}
          {may.lead && (
            <p>
              <Go to={`${here}/leitung`}>{t('meetings:edit.to-console')}</Go>
            </p>
          )}
          {may.write && (
            <p>
              <Go to={`${here}/mitschrift`}>{t('meetings:desk.open')}</Go>
            </p>
          )}
          <p>
            <Go to={`${here}/leinwand`}>{t('meetings:on.projector')}</Go>
          </p>
        </div>
      }
      later={
        <>
          <Section id="mitschrift" title={t('meetings:notes.title')} lead={t('meetings:notes.lead')}>
            <NotesLog stand={stand} itemId={null} />
          </Section>
          <Questions page={page} />
          <Section id="tagesordnung" title={t('meetings:agenda.title')}>
            <Agenda page={{ ...page, stand }} />
          </Section>
          <LiveNote
            state={live.state}
            time={clock(stand.now, townZone)}
            reloadTo={here}
            announcement={spoken}
          />
        </>
      }
    >
      {stand.pause && (
        <Alert state="soon" title={t(`meetings:pause.${stand.pause.why}`)}>
          <p>{t('meetings:pause.since', { time: clock(stand.pause.since, townZone) })}</p>
        </Alert>
      )}
      {stand.closed && (
        <Alert title={t('meetings:closed.now')}>
          <p>{t('meetings:closed.wait', { time: clock(reopensAt(stand), townZone) })}</p>
        </Alert>
      )}
      {own && (
        <OwnPlace
          stand={stand}
          own={own}
          to={here}
          formKey={formKey}
          account={page.account}
          part="presence"
        />
      )}
      <VoteNow stand={stand} own={own} to={here} formKey={formKey} />
      {!stand.closed && current && (
        <>
          <Speaking stand={stand} now={now} />
          <div>
            <h2 className="small-head">{t('meetings:list.next')}</h2>
            <Places stand={stand} own={page.account} />
          </div>
          {own && (
            <OwnPlace
              stand={stand}
              own={own}
              to={here}
              formKey={formKey}
              account={page.account}
              part="floor"
            />
          )}
          <MotionsNow stand={stand} own={own ? page.account : null} to={here} formKey={formKey} />
        </>
      )}
      {may.signal && !stand.closed && (
        <section aria-labelledby="zeichen" className="signals">
          <h2 id="zeichen" className="small-head">
            {t('meetings:signal.title')}
          </h2>
          <div className="move-row">
            {signalKinds.map((kind) => (
              <Form key={kind} to={here} intent="signal">
                <input type="hidden" name="kind" value={kind} />
                <Button kind="quiet">
                  {t(`meetings:signal.${kind}`)}
                  {stand.signals[kind] !== null && ` (${stand.signals[kind]})`}
                </Button>
              </Form>
            ))}
          </div>
          <p className="hint">{t('meetings:signal.hint')}</p>
        </section>
      )}
    </WithFacts>
  )
}

/** About when it goes on in public: when the time planned for what is closed is over. */
function reopensAt(stand: MeetingPart['page']['stand']): string {
  const item = stand.items.find(({ id }) => id === stand.currentId)
  const from = Date.parse(item?.calledAt ?? stand.now)
  return new Date(from + (item?.minutes ?? 15) * 60_000).toISOString()
}
