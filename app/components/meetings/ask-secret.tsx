import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import type { OwnStand, Stand } from '#app/domain/meetings/stand.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Asks for a secret vote on the item, and says how many ask so far; gone where only a motion can bring it. */
export function AskSecret({
  stand,
  own,
  to,
  formKey,
}: {
  readonly stand: Pick<Stand, 'voteWish' | 'secret' | 'vote' | 'currentId'>
  readonly own: Pick<OwnStand, 'askedSecret'>
  readonly to: string
  readonly formKey: string
}) {
  const { t } = useWords()
  if (stand.voteWish === 'secret') return <p>{t('meetings:secret.agreed')}</p>
  const { secret, vote } = stand
  const running = vote !== null && vote.closedAt === null
  if (secret === null || secret.needed === null || running) return null
  const count = t('meetings:secret.count', { asked: secret.asked, needed: secret.needed })
  if (own.askedSecret) {
    return (
      <p>
        {t('meetings:secret.asked')} {count}
      </p>
    )
  }
  return (
    <Form to={to} intent="ask-secret" idempotencyKey={`${formKey}-secret-${stand.currentId}`}>
      {secret.asked > 0 && <p>{count}</p>}
      <Button kind="text">{t('meetings:secret.ask')}</Button>
    </Form>
  )
}
