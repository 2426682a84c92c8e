import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Time } from '#app/components/time.tsx'
import { decisionForm } from '#app/domain/elections/election.form.ts'
import type { ListedElectionObjection } from '#app/domain/elections/objection.server.ts'
import { describe } from '#app/domain/form.ts'
import { useWords } from '#app/i18n/words.tsx'

/** What was said against the roll and against the election, with the decision or the form for one. */
export function Objections({
  objections,
  to,
  formKey,
}: {
  readonly objections: readonly ListedElectionObjection[]
  readonly to: string
  readonly formKey: string
}) {
  const { t } = useWords()
  if (objections.length === 0) return <p>{t('elections:object.none')}</p>
  return (
    <ul className="flow">
      {objections.map((one) => (
        <li key={one.id} className="flow">
          <p>
            <strong>
              {one.name !== null && `${one.name} `}
              {t(`elections:object.against.${one.against}`)}
            </strong>
            , <Time at={one.at} as="date" />
          </p>
          <p dir="auto">{one.text}</p>
          {one.outcome === null ? (
            <Decide one={one} to={to} formKey={formKey} />
          ) : (
            <p>
              {t('elections:object.outcome')}: {t(`elections:object.outcomes.${one.outcome}`)}.{' '}
              {one.outcomeText}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Decide({
  one,
  to,
  formKey,
}: {
  readonly one: ListedElectionObjection
  readonly to: string
  readonly formKey: string
}) {
  const { t } = useWords()
  const answer = useAnswer('decide')
  const own = answer?.typed.objectionId === one.id ? answer : undefined
  return (
    <Form to={to} intent="decide" idempotencyKey={`${formKey}:${one.id}`} className="flow">
      <input type="hidden" name="objectionId" value={one.id} />
      <Field
        field={describe(decisionForm, 'outcome')}
        id={`outcome-${one.id}`}
        kind="radios"
        label={t('elections:object.outcome')}
        options={(['upheld', 'rejected'] as const).map((value) => ({
          value,
          label: t(`elections:object.outcomes.${value}`),
        }))}
        {...kept(own, 'outcome')}
      />
      <Field
        field={describe(decisionForm, 'reason')}
        id={`reason-${one.id}`}
        kind="textarea"
        rows={3}
        label={t('elections:object.reason')}
        {...kept(own, 'reason')}
      />
      <Button kind="quiet">{t('elections:object.decide')}</Button>
    </Form>
  )
}
