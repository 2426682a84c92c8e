import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import type { Stand } from '#app/domain/meetings/stand.ts'
import { whoInWords } from '#app/i18n/meeting-words.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Procedural motions: what was moved, where it stands, and the one thing a member can do about it. */
export function MotionsNow({
  stand,
  own,
  to,
  formKey,
}: {
  readonly stand: Stand
  /** The account that reads, where it sits at the table. */
  readonly own: string | null
  readonly to: string
  readonly formKey: string
}) {
  const words = useWords()
  const { t } = words
  if (stand.motions.length === 0) return null
  return (
    <section aria-labelledby="antraege" className="motions-now">
      <h2 id="antraege">{t('meetings:motion.title')}</h2>
      <ul className="plain">
        {stand.motions.map((motion) => (
          <li key={motion.id}>
            <p>
              <strong>{t(`meetings:motion.kind.${motion.kind}`)}</strong>, {whoInWords(words, motion.mover)}
            </p>
            <p className="quiet">{t(`meetings:motion.state.${motion.state}`)}</p>
            {own !== null &&
              motion.mover.accountId !== own &&
              ['waiting', 'moved'].includes(motion.state) && (
                <Form to={to} intent="object" idempotencyKey={`${formKey}-o-${motion.id}`}>
                  <input type="hidden" name="motion" value={motion.id} />
                  <Button kind="quiet">{t('meetings:motion.object')}</Button>
                </Form>
              )}
            {motion.mover.accountId === own &&
              ['waiting', 'moved', 'objected', 'ready'].includes(motion.state) && (
                <Form to={to} intent="withdraw-motion" idempotencyKey={`${formKey}-w-${motion.id}`}>
                  <input type="hidden" name="motion" value={motion.id} />
                  <Button kind="text">{t('meetings:motion.withdraw')}</Button>
                </Form>
              )}
          </li>
        ))}
      </ul>
    </section>
  )
}
