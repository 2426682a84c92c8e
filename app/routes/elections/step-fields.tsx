import { kept } from '#app/components/answered.tsx'
import { Field } from '#app/components/field.tsx'
import { daysForm, frameForm, seatsForm, termForm, votesForm } from '#app/domain/elections/election.form.ts'
import { type ElectionStep, electionElectorates, electionMethods } from '#app/domain/elections/election.ts'
import { describe } from '#app/domain/form.ts'
import type { Answer } from '#app/http/door.server.ts'
import { useWords } from '#app/i18n/words.tsx'

interface StepFieldsProps {
  readonly step: ElectionStep
  readonly answer: Answer | undefined
  /** The answers kept so far. */
  readonly typed: Readonly<Record<string, string>>
}

/** The questions of one step, each with what was answered before. */
export function StepFields({ step, answer, typed }: StepFieldsProps) {
  const { t } = useWords()
  const before = (name: string, otherwise = '') => kept(answer, name, typed[name] ?? otherwise)
  switch (step) {
    case 'frame':
      return (
        <>
          <Field
            field={describe(frameForm, 'title')}
            label={t('elections:set-up.name')}
            {...before('title')}
          />
          <Field
            field={describe(frameForm, 'about')}
            kind="textarea"
            rows={4}
            label={t('elections:set-up.about')}
            {...before('about')}
          />
          <Field
            field={describe(frameForm, 'electorate')}
            kind="radios"
            label={t('elections:set-up.who')}
            hint={t('elections:set-up.who-hint')}
            options={electionElectorates.map((value) => ({
              value,
              label: t(`elections:set-up.who-${value}`),
              hint: t(`elections:set-up.who-${value}-hint`),
            }))}
            {...before('electorate')}
          />
          <Field
            field={describe(frameForm, 'minimumAge')}
            kind="radios"
            label={t('elections:set-up.age')}
            options={(['14', '16'] as const).map((value) => ({
              value,
              label: t(`elections:set-up.age-${value}`),
            }))}
            {...before('minimumAge')}
          />
        </>
      )
    case 'days':
      return (
        <>
          <Field
            field={describe(daysForm, 'cutOffOn')}
            type="date"
            label={t('elections:set-up.cut-off')}
            hint={t('elections:set-up.cut-off-hint')}
            {...before('cutOffOn')}
          />
          <Field
            field={describe(daysForm, 'candidatesUntil')}
            type="date"
            label={t('elections:set-up.until')}
            {...before('candidatesUntil')}
          />
          <Field
            field={describe(daysForm, 'opensOn')}
            type="date"
            label={t('elections:set-up.opens')}
            {...before('opensOn')}
          />
          <Field
            field={describe(daysForm, 'opensHour')}
            type="number"
            inputMode="numeric"
            label={t('elections:set-up.opens-hour')}
            hint={t('elections:set-up.opens-hint')}
            {...before('opensHour', '8')}
          />
          <Field
            field={describe(daysForm, 'closesOn')}
            type="date"
            label={t('elections:set-up.closes')}
            {...before('closesOn')}
          />
          <Field
            field={describe(daysForm, 'closesHour')}
            type="number"
            inputMode="numeric"
            label={t('elections:set-up.closes-hour')}
            hint={t('elections:set-up.closes-hint')}
            {...before('closesHour', '18')}
          />
          <Field
            field={describe(daysForm, 'objectionDays')}
            type="number"
            inputMode="numeric"
            label={t('elections:set-up.objection')}
            {...before('objectionDays', '14')}
          />
        </>
      )
    case 'seats':
      return (
        <>
          <Field
            field={describe(seatsForm, 'seats')}
            type="number"
            inputMode="numeric"
            label={t('elections:set-up.seats')}
            {...before('seats', '7')}
          />
          <Field
            field={describe(seatsForm, 'branches')}
            kind="textarea"
            rows={6}
            label={t('elections:set-up.branches')}
            hint={t('elections:set-up.branches-hint')}
            {...before('branches')}
          />
        </>
      )
    case 'votes':
      return (
        <>
          <Field
            field={describe(votesForm, 'method')}
            kind="radios"
            label={t('elections:set-up.method')}
            options={electionMethods.map((value) => ({
              value,
              label: t(`elections:method.${value}`),
              hint: t(`elections:method-hint.${value}`),
            }))}
            {...before('method')}
          />
          <Field
            field={describe(votesForm, 'votes')}
            type="number"
            inputMode="numeric"
            label={t('elections:set-up.votes')}
            {...before('votes', '7')}
          />
          <Field
            field={describe(votesForm, 'runOff')}
            kind="radios"
            label={t('elections:set-up.run-off')}
            options={(['lot', 'vote'] as const).map((value) => ({
              value,
              label: t(`elections:set-up.run-off-${value}`),
            }))}
            {...before('runOff')}
          />
          <Field
            field={describe(votesForm, 'runOffDays')}
            type="number"
            inputMode="numeric"
            label={t('elections:set-up.run-off-days')}
            hint={t('elections:set-up.run-off-days-hint')}
            {...before('runOffDays', '7')}
          />
          <Field
            field={describe(votesForm, 'paper')}
            kind="radios"
            label={t('elections:set-up.paper')}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`elections:set-up.paper-${value}`),
            }))}
            {...before('paper')}
          />
        </>
      )
    case 'term':
      return (
        <>
          <Field
            field={describe(termForm, 'termFrom')}
            type="date"
            label={t('elections:set-up.term')}
            {...before('termFrom')}
          />
          <Field
            field={describe(termForm, 'termMonths')}
            type="number"
            inputMode="numeric"
            label={t('elections:set-up.months')}
            {...before('termMonths', '24')}
          />
        </>
      )
  }
}
