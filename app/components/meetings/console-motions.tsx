import type { ConsolePart } from '#app/components/meetings/console.tsx'
import { PutVote } from '#app/components/meetings/console-vote.tsx'
import { Deed } from '#app/components/meetings/deed.tsx'
import { whoInWords } from '#app/i18n/meeting-words.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Procedural motions at the console: each shows the one step that comes next. */
export function ConsoleMotions(part: ConsolePart) {
  const words = useWords()
  const { t } = words
  const open = part.stand.motions.filter(
    ({ state }) => !['accepted', 'rejected', 'withdrawn'].includes(state),
  )
  return (
    <section className="console-motions" aria-labelledby="konsole-antraege">
      <h2 id="konsole-antraege">{t('meetings:motion.title')}</h2>
      {open.map((motion) => (
        <div key={motion.id} className="one-motion">
          <p>
            <strong>{t(`meetings:motion.kind.${motion.kind}`)}</strong>, {whoInWords(words, motion.mover)}
          </p>
          <p className="quiet">{t(`meetings:motion.state.${motion.state}`)}</p>
          {motion.state === 'waiting' && (
            <Deed part={part} intent="motion-step" fields={{ motion: motion.id, do: 'take-up' }}>
              {t('meetings:motion.take-up')}
            </Deed>
          )}
          {motion.state === 'moved' && (
            <Deed
              part={part}
              intent="motion-step"
              fields={{ motion: motion.id, do: 'no-objection' }}
              hotkey="G"
            >
              {t('meetings:motion.no-objection')}
            </Deed>
          )}
          {motion.state === 'objected' && (
            <>
              <p>
                {t('meetings:motion.counter', {
                  name: motion.objector ? whoInWords(words, motion.objector) : '',
                })}
              </p>
              <Deed
                part={part}
                intent="motion-step"
                fields={{ motion: motion.id, do: 'countered' }}
                hotkey="G"
              >
                {t('meetings:motion.countered')}
              </Deed>
            </>
          )}
          {motion.state === 'ready' && <PutVote {...part} motionId={motion.id} />}
        </div>
      ))}
    </section>
  )
}
