import { Alert } from '#app/components/alert.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { SecretState } from '#app/components/polls/secret-state.tsx'
import { Time } from '#app/components/time.tsx'
import type { PollOnBallot } from '#app/domain/polls/view.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Where this vote and this person stand, in one alert: never more than one thing to do. */
export function PollState({
  view,
  signedIn,
  formKey,
}: {
  readonly view: PollOnBallot
  readonly signedIn: boolean
  /** Where an objection may be taken back at once. */
  readonly formKey?: string
}) {
  const { poll } = view
  const { t } = useWords()
  switch (poll.state) {
    case 'announced':
      return <Announced view={view} signedIn={signedIn} />
    case 'open':
      return view.open ? <Running view={view} signedIn={signedIn} formKey={formKey} /> : <Counting />
    case 'closed':
      return <Counting />
    case 'invalid':
      return (
        <Alert state="error" title={t('polls:state.invalid-title')}>
          <p>{t('polls:state.invalid-reason', { reason: poll.invalidReason ?? '' })}</p>
        </Alert>
      )
    case 'counted':
      return (
        <Alert state="soon" title={t('polls:state.tie-title')}>
          <p>{t('polls:state.tie')}</p>
        </Alert>
      )
    case 'objection':
      return (
        <Alert title={t('polls:state.objection-title')}>
          <p>
            {t('polls:state.objection')} {poll.objectionUntil && <Time at={poll.objectionUntil} />}
          </p>
        </Alert>
      )
    case 'final':
      return null
  }
}

function Announced({ view, signedIn }: { readonly view: PollOnBallot; readonly signedIn: boolean }) {
  const { t } = useWords()
  const { opensAt } = view.poll
  const title = opensAt ? (
    <>
      {t('polls:state.opens')} <Time at={opensAt} />
    </>
  ) : (
    t('polls:state.announced')
  )
  return (
    <Alert title={title}>
      <p>
        <strong>{t('polls:entitled.question')}</strong>{' '}
        {!signedIn
          ? t('polls:entitled.guest')
          : view.onRoll
            ? t('polls:entitled.yes')
            : t('polls:entitled.no')}
      </p>
      {!signedIn && <SignIn number={view.poll.number} />}
      {signedIn && !view.onRoll && <p>{t(`polls:entitled.how.${view.poll.electorate}`)}</p>}
      {signedIn && !view.onRoll && view.poll.electorate === 'codes' && <CodeForm number={view.poll.number} />}
    </Alert>
  )
}

function Running({
  view,
  signedIn,
  formKey,
}: {
  readonly view: PollOnBallot
  readonly signedIn: boolean
  readonly formKey: string | undefined
}) {
  const { t } = useWords()
  const { poll, own, onRoll } = view
  const ballot = ballotAddress(poll)
  if (!signedIn) {
    return (
      <Alert title={t('polls:state.open-guest')}>
        <p>{t(`polls:electorate-guest.${poll.electorate}`)}</p>
        <SignIn number={poll.number} />
      </Alert>
    )
  }
  if (!onRoll) {
    return (
      <Alert state="soon" title={t('polls:entitled.no')}>
        <p>{t(`polls:entitled.late.${poll.electorate}`)}</p>
        {poll.electorate === 'codes' && <CodeForm number={poll.number} />}
      </Alert>
    )
  }
  if (own && own.way !== 'open' && own.way !== 'separate' && own.way !== 'some-way') {
    return <SecretState number={poll.number} way={own.way} />
  }
  if (own === null) {
    return (
      <Alert state="soon" title={t('polls:state.not-cast')}>
        <p>{t('polls:state.not-cast-more')}</p>
        <p>
          <ButtonLink big to={ballot}>
            {t('polls:state.to-ballot')}
          </ButtonLink>
        </p>
      </Alert>
    )
  }
  return (
    <Alert state="done" title={t('polls:done.title')}>
      <p>
        {own.at && <Time at={own.at} as="time" />}
        {own.at && own.control && ' · '}
        {own.control && t('polls:done.control', { control: own.control })}
      </p>
      {own.line === 'withdrawn' && <p>{t('polls:consent.withdrawn')}</p>}
      {own.line === 'objection' && formKey !== undefined && (
        <Form
          className="form"
          to={`/abstimmungen/${poll.number}`}
          intent="withdraw-objection"
          idempotencyKey={`${formKey}-withdraw`}
        >
          <p>{t('polls:consent.withdraw-more')}</p>
          <Button kind="quiet">{t('polls:consent.withdraw')}</Button>
        </Form>
      )}
      {poll.changeable === 'yes' ? (
        <p>
          {t('polls:state.changeable')} <Go to={ballot}>{t('polls:state.change')}</Go>
        </p>
      ) : (
        <p>{t('polls:state.fixed')}</p>
      )}
    </Alert>
  )
}

function CodeForm({ number }: { readonly number: number }) {
  const { t } = useWords()
  return (
    <Form to={`/abstimmungen/${number}/stimmzettel`} intent="code">
      <Field
        field={{ name: 'code', required: true, max: 40 }}
        label={t('polls:roll.code')}
        hint={t('polls:roll.code-hint')}
        autoComplete="off"
        spellCheck={false}
      />
      <Button kind="quiet">{t('polls:roll.redeem')}</Button>
    </Form>
  )
}

function Counting() {
  const { t } = useWords()
  return (
    <Alert title={t('polls:state.counting-title')}>
      <p>{t('polls:state.counting')}</p>
    </Alert>
  )
}

function SignIn({ number }: { readonly number: number }) {
  const { t } = useWords()
  return (
    <p>
      <ButtonLink kind="quiet" to={`/anmelden?zurueck=/abstimmungen/${number}`}>
        {t('polls:state.sign-in')}
      </ButtonLink>
    </p>
  )
}

/** A vote signed blind has a ballot of its own, which the browser fills in without telling whose it is. */
export function ballotAddress(poll: Pick<PollOnBallot['poll'], 'number' | 'secrecy'>): string {
  return `/abstimmungen/${poll.number}/${poll.secrecy === 'blind' ? 'stimmausweis' : 'stimmzettel'}`
}
