import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field, type FieldProps } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { MethodFields } from '#app/components/polls/method-fields.tsx'
import { describe } from '#app/domain/form.ts'
import type { PollMethod } from '#app/domain/polls/method.ts'
import { pollForm } from '#app/domain/polls/poll.form.ts'
import {
  majorities,
  majorityBases,
  optionOrders,
  type PollSpace,
  pollLabels,
  reasonWishes,
  resultTimes,
  secrecies,
} from '#app/domain/polls/poll.ts'
import type { ChoosableVoters } from '#app/domain/polls/voters.server.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface PollFormProps {
  readonly to: string
  readonly method: PollMethod
  readonly spaces: readonly PollSpace[]
  readonly voters: readonly ChoosableVoters[]
  readonly formKey: string
  /** What stands there already, by the names of the fields. */
  readonly written: Readonly<Record<string, string>>
}

/** Everything about a vote on one page, in the order in which one thinks of it. */
export function PollForm({ to, method, spaces, voters, formKey, written }: PollFormProps) {
  const { t } = useWords()
  const answer = useAnswer()
  const field = (name: keyof typeof pollForm, before = '') => ({
    field: describe(pollForm, name),
    label: t(`polls:form.${name}`),
    ...kept(answer, name, written[name] ?? before),
  })
  const choices = (
    name:
      | 'label'
      | 'secrecy'
      | 'reason'
      | 'resultWhen'
      | 'optionOrder'
      | 'majority'
      | 'majorityBase'
      | 'space',
    values: readonly string[],
    label: (value: string) => string,
    before: string,
    kind: FieldProps['kind'] = 'radios',
  ) => (
    <Field
      {...field(name, before)}
      kind={kind}
      options={values.map((value) => ({ value, label: label(value) }))}
    />
  )
  const fixed = method === 'yes-no' || method === 'consent'
  return (
    <Form className="form" to={to} idempotencyKey={formKey}>
      <input type="hidden" name="method" value={method} />
      <p>
        <strong>{t(`polls:method.${method}`)}.</strong> {t(`polls:rule.${method}`)}
      </p>
      {spaces.length > 1 ? (
        choices('space', spaces, (value) => t(`polls:space.${value as 'town'}`), spaces[0] ?? 'town')
      ) : (
        <input type="hidden" name="space" value={spaces[0]} />
      )}
      <Field {...field('question')} hint={t('polls:form.question-hint')} />
      <Field {...field('about')} kind="textarea" rows={6} hint={t('polls:form.about-hint')} />
      <Field {...field('consequence')} hint={t('polls:form.consequence-hint')} />
      {fixed ? (
        <input type="hidden" name="options" value="" />
      ) : (
        <Field {...field('options')} kind="textarea" rows={6} hint={t('polls:form.options-hint')} />
      )}
      <MethodFields method={method} field={field} />
      <Field
        {...field('voters', 'accounts')}
        kind="select"
        options={voters.map((one) => ({
          value: one.value,
          label: t(`polls:electorate.${one.kind}`, { body: one.body, bench: one.bench }),
        }))}
      />
      {choices(
        'label',
        pollLabels,
        (value) => `${t(`polls:label.${value as 'mood'}`)}: ${t(`polls:label-more.${value as 'mood'}`)}`,
        'mood',
      )}
      {choices('secrecy', secrecies, (value) => t(`polls:form.secrecies.${value as 'open'}`), 'open')}
      <p className="hint">{t('polls:form.secrecy-hint')}</p>
      <Field {...field('changeable', written.method === undefined ? 'on' : '')} kind="checkbox" />
      <Field {...field('named')} kind="checkbox" />
      {choices('reason', reasonWishes, (value) => t(`polls:form.reasons.${value as 'off'}`), 'off')}
      {choices(
        'resultWhen',
        resultTimes,
        (value) => t(`polls:result-when.${value as 'always'}`),
        'after-close',
      )}
      {fixed ? (
        <input type="hidden" name="optionOrder" value="written" />
      ) : (
        choices(
          'optionOrder',
          optionOrders,
          (value) => t(`polls:form.orders.${value as 'written'}`),
          'written',
        )
      )}
      {method === 'yes-no' || method === 'single-choice' ? (
        <>
          {choices(
            'majority',
            majorities,
            (value) => t(`polls:form.majorities.${value as 'most'}`),
            'most',
            'select',
          )}
          {choices(
            'majorityBase',
            majorityBases,
            (value) => t(`polls:base.${value as 'marks'}`),
            'marks',
            'select',
          )}
        </>
      ) : (
        <>
          <input type="hidden" name="majority" value="most" />
          <input type="hidden" name="majorityBase" value="marks" />
        </>
      )}
      <Field {...field('quorum')} type="number" inputMode="numeric" hint={t('polls:form.quorum-hint')} />
      <fieldset className="field">
        <legend>{t('polls:form.times')}</legend>
        <p className="hint">{t('polls:form.times-hint')}</p>
        <Field {...field('opensOn')} type="date" />
        <Field {...field('opensAt')} type="time" />
        <Field {...field('closesOn')} type="date" />
        <Field {...field('closesAt')} type="time" />
        <Field {...field('objectionDays')} type="number" inputMode="numeric" />
        <Field {...field('reviewOn')} type="date" hint={t('polls:form.reviewOn-hint')} />
      </fieldset>
      <Field {...field('talk')} kind="checkbox" />
      {spaces.some((space) => space !== 'town') && <Field {...field('inside')} kind="checkbox" />}
      <div className="actions">
        <Button big>{t('polls:form.announce')}</Button>
      </div>
      <p className="who-sees">{t('polls:form.seen')}</p>
    </Form>
  )
}
