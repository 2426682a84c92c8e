import { Alert } from '#app/components/alert.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { FactList } from '#app/components/fact-list.tsx'
import { useGalleryWords } from '#app/components/gallery/gallery-words.ts'
import { Go } from '#app/components/go.tsx'
import { IdeaEntry } from '#app/components/idea-entry.tsx'
import { Lifeline } from '#app/components/lifeline.tsx'
import { MonthLine } from '#app/components/month-line.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { VoiceBadge } from '#app/components/voice-badge.tsx'

export function ListPieces() {
  const words = useGalleryWords()
  return (
    <>
      <Section id="entries" title={words.heads.entries} voice="citizens">
        <ProgrammeEntries />
      </Section>
      <Section id="facts" title={words.heads.facts} voice="citizens">
        <FactList
          facts={[
            { question: words.facts.what, answer: words.facts['what-a'] },
            {
              question: words.facts.when,
              answer: <Time at="2027-06-17" as="day" />,
              more: <Time at="2027-06-17T16:00:00.000Z" as="left" now="2027-05-20T16:00:00.000Z" />,
            },
            { question: words.facts.who, answer: words.facts['who-a'] },
            { question: words.facts.do, answer: <Go to="#composer">{words.facts['do-a']}</Go> },
          ]}
        />
      </Section>
      <Section id="lifeline" title={words.heads.lifeline} voice="citizens">
        <Lifeline
          label={words.heads.lifeline}
          steps={[
            { title: words.lifeline.received, when: words.lifeline.on, state: 'past' },
            { title: words.lifeline.talk, when: words.lifeline.since, state: 'past', to: '#talk' },
            { title: words.lifeline.agenda, when: words.lifeline.today, state: 'now' },
            { title: words.lifeline.answer, when: words.lifeline.until, state: 'future' },
            { title: words.lifeline.done, when: words.lifeline.open, state: 'future' },
          ]}
        />
      </Section>
      <Section id="months" title={words.heads.months} voice="council">
        <MonthLine
          month={7}
          goals={[3, 6, 9, 12, 18, 22, 24]}
          sentence={
            <>
              <strong>{words.months.bold}</strong> {words.months.rest}
            </>
          }
          start={words.months.start}
          end={words.months.end}
        />
      </Section>
      <Section id="alerts" title={words.heads.alerts} voice="citizens">
        <Alert title={words.alerts.info}>
          <p>{words.alerts['info-more']}</p>
        </Alert>
        <Alert state="done" title={words.alerts.done}>
          <p>{words.alerts['done-more']}</p>
          <p>
            <Button type="button" kind="text">
              {words.alerts.undo}
            </Button>
          </p>
        </Alert>
        <Alert state="soon" title={words.alerts.soon}>
          <p>{words.alerts['soon-more']}</p>
        </Alert>
        <Alert state="error" title={words.alerts.error}>
          <p>{words.alerts['error-more']}</p>
        </Alert>
      </Section>
      <Section id="empty" title={words.heads.empty} voice="citizens">
        <Empty>
          <ButtonLink to="/ideen/neu">{words.buttons.big}</ButtonLink>
        </Empty>
      </Section>
    </>
  )
}

function ProgrammeEntries() {
  const words = useGalleryWords()
  const { entries } = words
  return (
    <Entries>
      <Entry
        numeral={entries.now}
        to="/runder-tisch"
        title={entries.meeting}
        thought={entries['meeting-thought']}
        meta={[entries['meeting-where'], entries['meeting-until']]}
        side={<VoiceBadge voice="table">{entries['meeting-who']}</VoiceBadge>}
        voice="table"
      />
      <Entry
        numeral="10"
        unit={entries.days}
        to="/abstimmungen"
        title={entries.poll}
        thought={entries['poll-thought']}
        meta={[entries['poll-time'], entries['poll-until']]}
        side={<VoiceBadge voice="council">{entries['poll-who']}</VoiceBadge>}
        voice="council"
      />
      <IdeaEntry
        idea={{
          number: 6,
          title: entries.loop,
          thought: entries['loop-thought'],
          state: 'done',
          contributions: 1,
        }}
      />
      <IdeaEntry
        idea={{
          number: 22,
          title: entries.box,
          thought: entries['box-thought'],
          place: 'Niederelfringhausen',
          contributions: 14,
          supporters: 88,
          state: 'overdue',
          stateWord: words.status.overdue,
        }}
      />
      <IdeaEntry idea={{ number: 1147, title: entries.long, state: 'received' }} />
    </Entries>
  )
}
