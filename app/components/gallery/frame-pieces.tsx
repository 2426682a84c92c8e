import { useGalleryWords } from '#app/components/gallery/gallery-words.ts'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { useWords } from '#app/i18n/words.tsx'

/** Head and foot stand around this page already; here are their parts that come and go. */
export function FramePieces() {
  const words = useGalleryWords()
  const { t } = useWords()
  return (
    <Section id="frame" title={words.heads.frame} voice="none">
      <div className="flow">
        <div data-voice="citizens">
          <RunningHead
            voice="citizens"
            parts={[
              <a key="all" href="#frame">
                {t('components:menu.ideas')}
              </a>,
              'Welper',
            ]}
          />
        </div>
        <div data-voice="table">
          <RunningHead voice="table" parts={[t('components:menu.table'), words.entries['meeting-until']]} />
        </div>
      </div>
    </Section>
  )
}
