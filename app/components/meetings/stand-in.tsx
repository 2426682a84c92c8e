import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { useWords } from '#app/i18n/words.tsx'

/** For a substitute: whose seat to take, in the room or online. */
export function StandIn({
  members,
  to,
  formKey,
}: {
  readonly members: readonly { readonly accountId: string; readonly name: string | null }[]
  readonly to: string
  readonly formKey: string
}) {
  const { t } = useWords()
  if (members.length === 0) return <Alert title={t('meetings:stand-in.none')} />
  return (
    <Alert state="soon" title={t('meetings:stand-in.question')}>
      <p>{t('meetings:stand-in.lead')}</p>
      <Form
        className="form"
        to={to}
        intent="stand-in"
        idempotencyKey={`${formKey}-stand-in-${members.length}`}
      >
        <div className="field">
          <label className="label" htmlFor="stand-in-for">
            {t('meetings:stand-in.for')}
          </label>
          <select id="stand-in-for" name="for" required>
            {members.map(({ accountId, name }) => (
              <option key={accountId} value={accountId}>
                {name ?? t('bodies:deleted')}
              </option>
            ))}
          </select>
        </div>
        <div className="move-row">
          {(['room', 'online'] as const).map((as) => (
            <Button key={as} kind={as === 'room' ? 'main' : 'quiet'} name="as" value={as}>
              {t(`meetings:stand-in.${as}`)}
            </Button>
          ))}
        </div>
      </Form>
    </Alert>
  )
}
