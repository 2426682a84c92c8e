import { Track } from '#app/components/track.tsx'
import { leftMs } from '#app/domain/meetings/speaking-time.ts'
import type { Stand, StandSpeech } from '#app/domain/meetings/stand.ts'
import { minutesAndSeconds, placeInWords, whoInWords } from '#app/i18n/meeting-words.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Who speaks and how long still. The number changes in silence: nothing is read aloud every second. */
export function Speaking({ stand, now }: { readonly stand: Stand; readonly now: string }) {
  const words = useWords()
  const { t } = words
  const { speech } = stand
  return (
    <div className="now-speaking">
      <p className="small-head">{t('meetings:speaking.now')}</p>
      {speech === null ? (
        <p className="name">{t('meetings:speaking.nobody')}</p>
      ) : (
        <>
          <p className="name">{whoInWords(words, speech.who)}</p>
          <p className="quiet">
            {placeInWords(words, speech.who)}
            {speech.kind !== 'speech' && ` · ${t(`meetings:floor.${speech.kind}`)}`}
          </p>
          {speech.note && <p>{t('meetings:speaking.out-of-turn', { note: speech.note })}</p>}
          <Timer speech={speech} now={now} />
        </>
      )}
    </div>
  )
}

export function Timer({ speech, now }: { readonly speech: StandSpeech; readonly now: string }) {
  const { t } = useWords()
  const left = leftMs(speech.clock, now)
  const all = speech.clock.allowedMs
  const stopped = speech.clock.stoppedAt !== null
  return (
    <div className={left < 0 ? 'timer over' : 'timer'}>
      <p className="left">
        <b>{minutesAndSeconds(left)}</b>
        <span>
          {stopped
            ? t('meetings:speaking.stopped')
            : left < 0
              ? t('meetings:speaking.over')
              : t('meetings:speaking.of', { all: minutesAndSeconds(all) })}
        </span>
      </p>
      <Track share={Math.max(0, left) / all} />
    </div>
  )
}
