import { Alert } from '#app/components/alert.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { fewestSecret } from '#app/domain/polls/terms.ts'
import type { PollView } from '#app/domain/polls/view.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What whoever leads this vote can do now. Each act says what follows before it is done. */
export function Lead({
  view,
  nextRound,
  formKey,
}: {
  readonly view: PollView
  /** A round of consent in which an objection stands. */
  readonly nextRound: boolean
  readonly formKey: string
}) {
  const { t } = useWords()
  const { poll } = view
  const to = `/abstimmungen/${poll.number}`
  const act = (intent: string, label: string, more: string, kind: 'main' | 'quiet' = 'quiet') => (
    <Form className="form" to={to} intent={intent} idempotencyKey={`${formKey}-${intent}`}>
      <p>{more}</p>
      <div className="actions">
        <Button kind={kind}>{label}</Button>
      </div>
    </Form>
  )
  return (
    <Section id="leiten" title={t('polls:lead-it.title')} lead={t('polls:lead-it.lead')}>
      <div className="flow">
        {poll.state === 'announced' && (
          <>
            {poll.secrecy !== 'open' && view.turnout.of !== null && view.turnout.of < fewestSecret && (
              <Alert state="soon" title={t('ballots:few-voters')} />
            )}
            {poll.secrecy === 'blind' && (
              <p>
                <ButtonLink kind="quiet" to={`${to}/codes`}>
                  {t('ballots:codes.make')}
                </ButtonLink>{' '}
                <ButtonLink kind="quiet" to={`${to}/unterschrift`}>
                  {t('ballots:second.link')}
                </ButtonLink>
              </p>
            )}
            <p>
              <ButtonLink kind="quiet" to={`${to}/probelauf`}>
                {t('polls:trial.see')}
              </ButtonLink>
            </p>
            {act('open', t('polls:lead-it.open'), t('polls:lead-it.open-more'))}
            <p>
              <ButtonLink kind="quiet" to={`${to}/aendern`}>
                {t('polls:lead-it.change')}
              </ButtonLink>{' '}
              {(poll.electorate === 'roll' || poll.electorate === 'codes') && (
                <ButtonLink kind="quiet" to={`${to}/verzeichnis`}>
                  {t('polls:lead-it.roll')}
                </ButtonLink>
              )}
            </p>
          </>
        )}
        {poll.secrecy !== 'open' && (poll.state === 'open' || poll.state === 'closed') && (
          <p>
            <ButtonLink kind="quiet" to={`${to}/papier`}>
              {t('ballots:paper.link')}
            </ButtonLink>
          </p>
        )}
        {poll.state === 'open' && act('close', t('polls:lead-it.close'), t('polls:lead-it.close-more'))}
        {view.undoable && act('undo-close', t('polls:lead-it.undo'), t('polls:lead-it.undo-more'), 'main')}
        {poll.state === 'counted' && (
          <Form className="form" to={to} intent="draw-lots" idempotencyKey={`${formKey}-lots`}>
            <Field
              field={{ name: 'seed', required: true, max: 60 }}
              label={t('polls:lead-it.seed')}
              hint={t('polls:lead-it.seed-hint')}
            />
            <Button>{t('polls:lead-it.draw')}</Button>
          </Form>
        )}
        {nextRound && (
          <>
            <p>{t('polls:consent.next-more')}</p>
            <p>
              <ButtonLink to={`${to}/naechste-runde`}>{t('polls:consent.next')}</ButtonLink>
            </p>
          </>
        )}
        {view.runOff && act('run-off', t('polls:lead-it.run-off'), t('polls:lead-it.run-off-more'))}
        {view.reviewable && (
          <Form className="form" to={to} intent="review" idempotencyKey={`${formKey}-review`}>
            <Field
              field={{ name: 'note', required: true, max: 600 }}
              kind="textarea"
              rows={4}
              label={t('polls:lead-it.review')}
              hint={t('polls:lead-it.review-hint')}
            />
            <Button kind="quiet">{t('polls:lead-it.review-send')}</Button>
          </Form>
        )}
        {poll.state !== 'invalid' && (
          <details>
            <summary>{t('polls:lead-it.invalidate')}</summary>
            <Form className="form" to={to} intent="invalidate" idempotencyKey={`${formKey}-invalid`}>
              <Field
                field={{ name: 'reason', required: true, max: 600 }}
                kind="textarea"
                rows={3}
                label={t('polls:lead-it.reason')}
                hint={t('polls:lead-it.reason-hint')}
              />
              <Button kind="quiet">{t('polls:lead-it.invalidate')}</Button>
            </Form>
          </details>
        )}
      </div>
    </Section>
  )
}
