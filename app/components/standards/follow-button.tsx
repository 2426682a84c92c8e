import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { useWords } from '#app/i18n/words.tsx'

/** Hear of what happens to a standard, a clause or an amendment; pressed again it ends. */
export function FollowButton({
  to,
  follows,
  formKey,
}: {
  readonly to: string
  readonly follows: boolean
  readonly formKey: string
}) {
  const { t } = useWords()
  const intent = follows ? 'unfollow' : 'follow'
  return (
    <Form className="no-print" to={to} intent={intent} idempotencyKey={`${formKey}-${intent}`}>
      <Button kind="text">{t(follows ? 'standards:follow.off' : 'standards:follow.on')}</Button>
    </Form>
  )
}
