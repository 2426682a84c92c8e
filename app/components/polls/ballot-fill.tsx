import { useEffect } from 'react'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { BallotFields } from '#app/components/polls/ballot-fields.tsx'
import { useWords } from '#app/i18n/words.tsx'
import type { loader } from '#app/routes/polls/ballot.tsx'
import type { BallotAnswer } from '#app/routes/polls/ballot-steps.server.ts'

export type BallotPage = Awaited<ReturnType<typeof loader>>

/** Step 1: the fields, and at the end three ways on: check, blank, invalid on purpose. */
export function BallotFill({
  page,
  answer,
}: {
  readonly page: BallotPage
  readonly answer: BallotAnswer | undefined
}) {
  const { t } = useWords()
  const { view, ballot } = page
  const { poll } = view
  const filled = answer?.filled ?? page.before
  const focus = answer?.focus ?? null
  useEffect(() => {
    if (focus) document.getElementById(focus)?.focus()
  }, [focus])
  return (
    <Form
      className="form"
      to={`/abstimmungen/${poll.number}/stimmzettel`}
      intent="check"
      key={JSON.stringify(filled)}
    >
      {/* The button that Enter presses: first in the form, so that no other takes its place. */}
      <button type="submit" className="hidden-text" tabIndex={-1} aria-hidden="true">
        {t('polls:ballot.check')}
      </button>
      {view.own !== null && <p>{t('polls:ballot.earlier')}</p>}
      <BallotFields
        method={poll.method}
        options={view.options}
        rules={ballot}
        grades={ballot.grades}
        filled={filled}
      />
      {(poll.reason !== 'off' || poll.method === 'consent') && (
        <Field
          field={{ name: 'reason', required: poll.reason === 'required', max: 600 }}
          kind="textarea"
          rows={3}
          label={t('polls:ballot.reason')}
          hint={t(reasonHint(poll))}
          value={answer?.reason ?? view.own?.reason ?? ''}
        />
      )}
      <div className="actions">
        <Button big>{t('polls:ballot.check')}</Button>
      </div>
      <p className="who-sees">
        {t(`polls:ballot.seen.${poll.secrecy}`)}
        {poll.secrecy === 'separate' && ` ${t('ballots:honest.separate')}`}
      </p>
      <div className="on-purpose no-print">
        <p className="quiet">{t('polls:ballot.purpose')}</p>
        <div className="actions">
          <Button kind="text" name="hand-in" value="blank">
            {t('polls:ballot.blank')}
          </Button>
          <Button kind="text" name="hand-in" value="invalid">
            {t('polls:ballot.invalid')}
          </Button>
        </div>
      </div>
    </Form>
  )
}

/** An objection is there to be heard at once; other reasons are read after the close. */
function reasonHint({ method, names }: BallotPage['view']['poll']) {
  if (method === 'consent') {
    return names === 'listed' ? 'polls:ballot.reason-hint-consent-named' : 'polls:ballot.reason-hint-consent'
  }
  return names === 'listed' ? 'polls:ballot.reason-hint-named' : 'polls:ballot.reason-hint'
}
