import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import type { ConsolePart } from '#app/components/meetings/console.tsx'
import { PutVote } from '#app/components/meetings/console-vote.tsx'
import { Deed } from '#app/components/meetings/deed.tsx'
import { WhoField } from '#app/components/meetings/who-field.tsx'
import { motionKinds } from '#app/domain/meetings/motion.ts'
import type { StandMotion } from '#app/domain/meetings/stand.ts'
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
          {(motion.state === 'moved' || motion.state === 'waiting') && (
            <EnterObjection part={part} motion={motion} />
          )}
          {motion.state === 'ready' && <PutVote {...part} motionId={motion.id} />}
        </div>
      ))}
    </section>
  )
}

/** Somebody without a phone moves a procedural motion. */
export function EnterMotion({
  part,
  hotkey,
}: {
  readonly part: ConsolePart
  readonly hotkey: 'G' | undefined
}) {
  const { t } = useWords()
  const { page, stand, keys } = part
  return (
    <details data-key={hotkey}>
      <summary>
        {t('meetings:motion.enter')}
        {keys && hotkey && <kbd>{hotkey}</kbd>}
      </summary>
      <Form
        className="form"
        to={`${page.here}/leitung`}
        intent="motion"
        idempotencyKey={`${page.formKey}-motion-${stand.turn}-${stand.asOf}`}
      >
        <input type="hidden" name="turn" value={stand.turn} />
        <WhoField part={part} id="motion-who" />
        <Field
          field={{ name: 'kind', required: true }}
          id="motion-kind"
          kind="select"
          label={t('meetings:motion.which')}
          options={motionKinds.map((kind) => ({ value: kind, label: t(`meetings:motion.kind.${kind}`) }))}
        />
        <Button kind="quiet">{t('meetings:motion.enter-button')}</Button>
      </Form>
    </details>
  )
}

function EnterObjection({
  part,
  motion: { id: motionId, mover },
}: {
  readonly part: ConsolePart
  readonly motion: StandMotion
}) {
  const { t } = useWords()
  const { page, stand } = part
  return (
    <details>
      <summary>{t('meetings:motion.object-enter')}</summary>
      <Form
        className="form"
        to={`${page.here}/leitung`}
        intent="object"
        idempotencyKey={`${page.formKey}-object-${motionId}-${stand.turn}-${stand.asOf}`}
      >
        <input type="hidden" name="turn" value={stand.turn} />
        <input type="hidden" name="motion" value={motionId} />
        <WhoField part={part} id={`object-${motionId}`} except={mover.accountId} />
        <Button kind="quiet">{t('meetings:motion.object-button')}</Button>
      </Form>
    </details>
  )
}
