import { useGalleryWords } from '#app/components/gallery/gallery-words.ts'
import { Glyph, Mark } from '#app/components/mark.tsx'
import { Person } from '#app/components/person.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Status, type StatusState } from '#app/components/status.tsx'
import { TableDrawing } from '#app/components/table-drawing.tsx'
import { Time } from '#app/components/time.tsx'
import { VoiceBadge } from '#app/components/voice-badge.tsx'

const voices = ['citizens', 'table', 'council', 'none'] as const
const colours = [
  'paper',
  'paper-deep',
  'paper-field',
  'ink',
  'ink-2',
  'line',
  'line-strong',
  'ruhr',
  'altstadt',
  'kultur',
  'moss',
  'amber',
  'ruhr-soft',
  'altstadt-soft',
  'kultur-soft',
  'moss-soft',
  'amber-soft',
] as const
const states: readonly StatusState[] = [
  'received',
  'talk',
  'agenda',
  'yes',
  'partly',
  'later',
  'no',
  'done',
  'disputed',
  'withdrawn',
]

export function SignPieces() {
  const words = useGalleryWords()
  return (
    <>
      <Section id="signs" title={words.heads.signs} voice="citizens">
        <div className="flow">
          <div className="sample-row large">
            <Mark />
            {voices.map((voice) => (
              <Glyph key={voice} voice={voice} />
            ))}
          </div>
          <div className="hero">
            <TableDrawing />
          </div>
          <div className="sample-row">
            {voices.map((voice) => (
              <VoiceBadge key={voice} voice={voice} />
            ))}
          </div>
          <div className="sample-row">
            <Person name="Herr Kornfeld (Beispiel)" voice="table" staff={words.signs.staff} />
            <Person name={null} voice="citizens" />
          </div>
        </div>
      </Section>
      <Section id="status" title={words.heads.status} voice="citizens">
        <div className="sample-row">
          {states.map((state) => (
            <Status key={state} state={state} />
          ))}
          <Status state="overdue">{words.status.overdue}</Status>
        </div>
      </Section>
      <Section id="colours" title={words.heads.colours} voice="citizens">
        <ul className="swatches">
          {colours.map((colour) => (
            <li key={colour}>
              <i className={`in-${colour}`} />
              {colour}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="type" title={words.heads.type} voice="citizens">
        <div className="flow type-samples">
          <p className="as-hero">{words.type.hero}</p>
          <p className="as-h1">{words.type.h1}</p>
          <p className="as-h2">{words.type.h2}</p>
          <h3>{words.type.h3}</h3>
          <p className="lead">{words.type.lead}</p>
          <p>{words.type.body}</p>
          <p className="small quiet">{words.type.small}</p>
          <p className="as-numeral">0123456789</p>
        </div>
      </Section>
      <Section id="dates" title={words.heads.dates} voice="citizens">
        <ul className="plain">
          <li>
            <Time at="2026-03-12T18:00:00.000Z" />
          </li>
          <li>
            <Time at="2026-03-12" as="day" />
          </li>
          <li>
            <Time at="2026-03-12T16:20:00.000Z" as="near" now="2026-03-12T18:00:00.000Z" />
          </li>
          <li>
            <Time at="2026-03-15T17:00:00.000Z" as="left" now="2026-03-12T18:00:00.000Z" />
          </li>
        </ul>
      </Section>
    </>
  )
}
