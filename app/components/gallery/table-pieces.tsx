import { useGalleryWords } from '#app/components/gallery/gallery-words.ts'
import { type Bench, RoundTable, type Seat } from '#app/components/round-table.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Track } from '#app/components/track.tsx'
import { VoiceBadge } from '#app/components/voice-badge.tsx'

const full: readonly Seat[] = [
  ...bench('chair', 'Frau Berghoff-Muster (Beispiel)', 'Herr Steinweg (Beispiel)'),
  ...bench(
    'committee',
    'Frau Pultner (Beispiel)',
    'Herr Akten (Beispiel)',
    'Frau Rathmann (Beispiel)',
    '-Herr Mandat (Beispiel)',
    'Frau Vorlage (Beispiel)',
  ),
  ...bench(
    'creators',
    'Mira Gebhart (Beispiel)',
    '~Jonas Klangmann (Beispiel)',
    'Trommelgruppe (Beispiel)',
    'Fotoclub (Beispiel)',
    '*Amina Sahili (Beispiel)',
    'Leo Farbholz (Beispiel)',
  ),
  ...bench(
    'administration',
    '~Frau Kasse (Beispiel)',
    'Herr Kornfeld (Beispiel)',
    'Frau Plan (Beispiel)',
    'Herr Bau (Beispiel)',
  ),
]

const small: readonly Seat[] = [
  ...bench('chair', 'Frau Berghoff-Muster (Beispiel)'),
  ...bench('committee', 'Frau Pultner (Beispiel)'),
  ...bench('creators', 'Amina Sahili (Beispiel)', 'Mira Gebhart (Beispiel)'),
  ...bench('administration', '-Herr Kornfeld (Beispiel)'),
]

export function TablePieces() {
  const words = useGalleryWords()
  return (
    <>
      <Section id="table" title={words.heads.table} voice="table">
        <div className="columns">
          <RoundTable id="table-full" seats={full} open />
          <RoundTable id="table-small" seats={small} />
        </div>
      </Section>
      <Section id="speech" title={words.heads.speech} voice="table">
        <div className="narrow">
          <div className="now-speaking">
            <h3 className="small">{words.speech.now}</h3>
            <p className="name">Amina Sahili (Beispiel)</p>
            <p>
              <VoiceBadge voice="council" />, {words.speech.creators}
            </p>
            <div className="timer">
              <p className="left">
                <b>2:10</b>
                <span>{words.speech.left}</span>
              </p>
              <Track share={0.72} />
            </div>
          </div>
          <h3 className="small">{words.speech.next}</h3>
          <ol className="speaker-list">
            <li>
              <span>Jonas Klangmann (Beispiel)</span>
              <span className="quiet">{words.speech.online}</span>
            </li>
            <li>
              <span>Frau Pultner (Beispiel)</span>
              <span className="quiet">{words.speech.committee}</span>
            </li>
            <li className="me">
              <span>{words.speech.you}</span>
              <span>{words.speech.wait}</span>
            </li>
          </ol>
        </div>
      </Section>
    </>
  )
}

/** In front of a name: - absent, ~ online, * speaking. */
function bench(bench: Bench, ...names: readonly string[]): readonly Seat[] {
  return names.map((name) => {
    const sign = /^[-~*]/.exec(name)?.[0]
    return {
      bench,
      name: sign ? name.slice(1) : name,
      state: sign === '-' ? 'away' : sign === '~' ? 'online' : 'here',
      speaks: sign === '*',
    }
  })
}
