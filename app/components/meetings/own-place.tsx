import { Alert } from '#app/components/alert.tsx'
import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { AskSecret } from '#app/components/meetings/ask-secret.tsx'
import { StandIn } from '#app/components/meetings/stand-in.tsx'
import { motionKinds } from '#app/domain/meetings/motion.ts'
import type { OwnStand, Stand } from '#app/domain/meetings/stand.ts'
import { useWords } from '#app/i18n/words.tsx'

interface OwnPlaceProps {
  readonly stand: Stand
  readonly own: OwnStand
  readonly to: string
  readonly formKey: string
  readonly account: string | null
  readonly part: 'presence' | 'floor'
}

/** One's own part in the meeting: there or not, on the list or not, in words and with one big button. */
export function OwnPlace(props: OwnPlaceProps) {
  return props.part === 'presence' ? <OwnPresence {...props} /> : <OwnFloor {...props} />
}

function OwnPresence(props: OwnPlaceProps) {
  const { own, to, formKey } = props
  const { t } = useWords()
  const sits = own.presence === 'room' || own.presence === 'online'
  if (own.standIn !== null && !sits) return <StandIn {...props} members={own.standIn} />
  const asked = own.presence === null || own.presence === 'gone'
  const choices = (
    <div className="move-row">
      {(['room', 'online', 'watching'] as const).map((as) => (
        <Form key={as} to={to} intent="presence" idempotencyKey={`${formKey}-${as}-${own.presence}`}>
          <input type="hidden" name="as" value={as} />
          <Button kind={asked && as === 'room' ? 'main' : 'quiet'}>{t(`meetings:presence.${as}`)}</Button>
        </Form>
      ))}
      {!asked && (
        <Form to={to} intent="presence" idempotencyKey={`${formKey}-gone-${own.presence}`}>
          <input type="hidden" name="as" value="gone" />
          <Button kind="text">{t('meetings:presence.gone')}</Button>
        </Form>
      )}
    </div>
  )
  if (asked) {
    return (
      <Alert state="soon" title={t('meetings:presence.question')}>
        {choices}
      </Alert>
    )
  }
  return (
    <details className="own-presence">
      <summary>{t(`meetings:presence.are-${own.presence ?? 'gone'}`)}</summary>
      {choices}
    </details>
  )
}

function OwnFloor({ stand, own, to, formKey, account }: OwnPlaceProps) {
  const { t } = useWords()
  const there = own.presence === 'room' || own.presence === 'online'
  if (!there) return null
  const speaks = stand.speech?.who.accountId === account
  if (own.conflict) {
    return (
      <Alert title={t('meetings:conflict.yes')}>
        <Conflict stand={stand} to={to} formKey={formKey} is="no" />
      </Alert>
    )
  }
  return (
    <div className="own-floor">
      {speaks && <Alert state="done" title={t('meetings:floor.you-speak')} />}
      {own.hand ? (
        <>
          <Alert title={t('meetings:floor.place', { place: own.hand.place })}>
            <p>{t('meetings:floor.told')}</p>
          </Alert>
          <Form to={to} intent="withdraw-floor" idempotencyKey={`${formKey}-${own.hand.requestId}`}>
            <input type="hidden" name="request" value={own.hand.requestId} />
            <Button big full>
              {t('meetings:floor.withdraw')}
            </Button>
          </Form>
        </>
      ) : (
        stand.list?.state === 'open' && (
          <div className="floor-row">
            <Form to={to} intent="floor" idempotencyKey={`${formKey}-speech-${stand.asOf}`}>
              <input type="hidden" name="kind" value="speech" />
              <Button big full>
                {t('meetings:floor.ask')}
              </Button>
            </Form>
            {stand.speech && !speaks && (
              <Form to={to} intent="floor" idempotencyKey={`${formKey}-reply-${stand.asOf}`}>
                <input type="hidden" name="kind" value="reply" />
                <Button kind="quiet" full>
                  {t('meetings:floor.reply-ask')}
                </Button>
              </Form>
            )}
          </div>
        )
      )}
      <AskSecret stand={stand} own={own} to={to} formKey={formKey} />
      <details>
        <summary>{t('meetings:motion.open')}</summary>
        <Form className="form" to={to} intent="motion" idempotencyKey={`${formKey}-motion-${stand.asOf}`}>
          <div className="field">
            <label className="label" htmlFor="motion-kind">
              {t('meetings:motion.which')}
            </label>
            <select id="motion-kind" name="kind" required>
              {motionKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`meetings:motion.kind.${kind}`)}
                </option>
              ))}
            </select>
          </div>
          <Button kind="quiet">{t('meetings:motion.move')}</Button>
        </Form>
        {!own.order && (
          <Form to={to} intent="floor" idempotencyKey={`${formKey}-order-${stand.asOf}`}>
            <input type="hidden" name="kind" value="order" />
            <Button kind="quiet">{t('meetings:floor.order-ask')}</Button>
          </Form>
        )}
        <Conflict stand={stand} to={to} formKey={formKey} is="yes" />
      </details>
    </div>
  )
}

function Conflict({
  stand,
  to,
  formKey,
  is,
}: Pick<OwnPlaceProps, 'stand' | 'to' | 'formKey'> & { readonly is: 'yes' | 'no' }) {
  const { t } = useWords()
  return (
    <Form to={to} intent="conflict" idempotencyKey={`${formKey}-conflict-${is}-${stand.currentId}`}>
      <input type="hidden" name="item" value={stand.currentId ?? ''} />
      <input type="hidden" name="is" value={is} />
      <Button kind="text">{t(`meetings:conflict.say-${is}`)}</Button>
    </Form>
  )
}
