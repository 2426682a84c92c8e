import { Button } from '#app/components/button.tsx'
import { Composer } from '#app/components/composer.tsx'
import { Contribution, type ContributionProps, GoneContribution } from '#app/components/contribution.tsx'
import { useGalleryWords } from '#app/components/gallery/gallery-words.ts'
import { Go } from '#app/components/go.tsx'
import { LiveNote } from '#app/components/live-note.tsx'
import { NewsBar } from '#app/components/news-bar.tsx'
import { Reaction } from '#app/components/reaction.tsx'
import { Restatement } from '#app/components/restatement.tsx'
import { Section } from '#app/components/section-head.tsx'

const here = '/demo/bausteine'
const now = '2027-05-20T18:00:00.000Z'

export function TalkPieces() {
  const words = useGalleryWords()
  return (
    <>
      <Section id="talk" title={words.heads.talk} voice="citizens">
        <div className="narrow">
          <Stand />
          <Thread />
        </div>
      </Section>
      <Section id="restatement" title={words.heads.restatement} voice="citizens">
        <Restatements />
      </Section>
      <Section id="composer" title={words.heads.composer} voice="citizens">
        <div className="narrow">
          <Composer
            to={here}
            moves={['question', 'for', 'against', 'proposal', 'experience']}
            move="question"
          />
          <NewsBar count={3} to={here} />
        </div>
      </Section>
      <Section id="news" title={words.heads.news} voice="citizens">
        <div className="flow narrow">
          <LiveNote state="connected" time="19:42" reloadTo={here} />
          <LiveNote state="plain" time="19:42" reloadTo={here} />
          <LiveNote state="lost" time="19:42" reloadTo={here} />
        </div>
      </Section>
    </>
  )
}

function Stand() {
  const { stand } = useGalleryWords()
  return (
    <div className="talk-summary">
      <h3>{stand.title}</h3>
      <p className="quiet">{stand.by}</p>
      <dl>
        <div className="agreed">
          <dt>{stand.agreed}</dt>
          <dd>{stand['agreed-a']}</dd>
        </div>
        <div className="disputed">
          <dt>{stand.disputed}</dt>
          <dd>{stand['disputed-a']}</dd>
        </div>
        <div>
          <dt>{stand.open}</dt>
          <dd>{stand['open-a']}</dd>
        </div>
        <div>
          <dt>{stand.unheard}</dt>
          <dd>{stand['unheard-a']}</dd>
        </div>
      </dl>
    </div>
  )
}

function Thread() {
  const { talk, restatement, signs } = useGalleryWords()
  const renate = { name: 'Renate Tonwald (Beispiel)', voice: 'citizens', as: talk.citizen } as const
  const leo = { name: 'Leo Farbholz (Beispiel)', voice: 'citizens', as: talk.maker } as const
  const club = { name: 'Heimatverein Beispiel', voice: 'council', as: talk.custom } as const
  const kornfeld = { name: 'Herr Kornfeld (Beispiel)', voice: 'table', staff: signs.staff } as const
  const dieter = { name: 'Dieter Ruhland (Beispiel)', voice: 'none' } as const
  return (
    <>
      <Spoken
        number={301}
        move="question"
        author={renate}
        at="2027-05-20T15:20:00.000Z"
        says={talk.question}
        isNew
        replies={
          <Spoken
            number={302}
            move="official"
            author={kornfeld}
            at="2027-05-20T16:05:00.000Z"
            says={talk.official}
            level={4}
          />
        }
      />
      <Spoken number={303} move="for" author={renate} at="2027-05-19T19:12:00.000Z" says={talk.for} pressed />
      <Spoken
        number={304}
        move="against"
        author={club}
        at="2027-05-17T07:40:00.000Z"
        says={talk.against}
        edited
        restatements={
          <Restatement
            state="confirmed"
            by={leo.name}
            sentence={restatement.confirmed}
            answer={restatement['confirmed-a']}
          />
        }
        replies={
          <>
            <Spoken
              number={305}
              move="proposal"
              author={leo}
              at="2027-05-17T09:02:00.000Z"
              says={talk.proposal}
              level={4}
            />
            <Spoken
              number={306}
              move="official-council"
              author={club}
              at="2027-05-18T09:02:00.000Z"
              says={talk.council}
              level={4}
            />
          </>
        }
      />
      <Spoken
        number={307}
        move="experience"
        author={{ name: null, voice: 'citizens' }}
        at="2027-05-14T06:15:00.000Z"
        says={talk.experience}
      />
      <Spoken number={308} move="summary" author={dieter} at="2027-05-13T06:15:00.000Z" says={talk.summary} />
      <GoneContribution number={309} why="deleted" />
      <GoneContribution number={310} why="hidden" reason={talk.reason}>
        <Go className="text-button" to={here}>
          {talk.object}
        </Go>
      </GoneContribution>
      <Spoken
        number={311}
        move="for"
        author={renate}
        at="2027-05-12T06:15:00.000Z"
        waiting
        lang="ar"
        says="أنا مع الفكرة لأن العمل المتساوي يستحق أجرًا متساويًا."
      />
    </>
  )
}

type SpokenProps = Omit<ContributionProps, 'now' | 'permalink' | 'html' | 'reactions'> & {
  readonly says: string
  readonly pressed?: boolean
}

function Spoken({ says, pressed = false, ...props }: SpokenProps) {
  const { talk } = useGalleryWords()
  return (
    <Contribution
      {...props}
      now={now}
      permalink={`${here}#b${props.number}`}
      html={`<p>${says}</p>`}
      reactions={
        <>
          <Reaction to={here} pressed={pressed} count={pressed ? 12 : null}>
            {talk.understand}
          </Reaction>
          <Reaction to={here} pressed={false}>
            {talk.connects}
          </Reaction>
          <Go className="text-button" to="#composer">
            {talk.answer}
          </Go>
          <Go className="text-button more" to={here}>
            {talk.report}
          </Go>
        </>
      }
    />
  )
}

function Restatements() {
  const { restatement } = useGalleryWords()
  return (
    <>
      <Restatement state="open" by="Leo Farbholz (Beispiel)" sentence={restatement.open}>
        <Button type="button" kind="quiet">
          {restatement.yes}
        </Button>
        <Button type="button" kind="text">
          {restatement['not-quite']}
        </Button>
      </Restatement>
      <Restatement
        state="confirmed"
        by="Leo Farbholz (Beispiel)"
        sentence={restatement.confirmed}
        answer={restatement['confirmed-a']}
      />
      <Restatement
        state="not-quite"
        by="Leo Farbholz (Beispiel)"
        sentence={restatement.wrong}
        answer={restatement['wrong-a']}
      />
    </>
  )
}
