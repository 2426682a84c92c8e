import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { partName } from '#app/components/standards/part-name.ts'
import { describe } from '#app/domain/form.ts'
import { recommendations } from '#app/domain/standards/amendment.ts'
import type { ReadAmendment } from '#app/domain/standards/amendment-view.server.ts'
import { recommendForm, standardLimits } from '#app/domain/standards/standards.form.ts'
import { afterOf } from '#app/domain/standards/text/diff.ts'
import { useWords } from '#app/i18n/words.tsx'

/** The drafting group says what it recommends, with its own words where it wants others. */
export function RecommendForm({
  slug,
  amendment,
  formKey,
}: {
  readonly slug: string
  readonly amendment: ReadAmendment
  readonly formKey: string
}) {
  const { t } = useWords()
  const answer = useAnswer('recommend')
  const worded = amendment.parts.filter(({ kind }) => kind === 'change' || kind === 'insert')
  return (
    <details className="flow" open={answer !== undefined}>
      <summary>{t('standards:amendment.recommendation.give')}</summary>
      <Form
        className="form"
        to={`/standards/${slug}/aenderungen/${amendment.number}`}
        intent="recommend"
        idempotencyKey={`${formKey}-recommend`}
      >
        <Field
          kind="radios"
          field={describe(recommendForm, 'recommendation')}
          label={t('standards:amendment.recommendation.what')}
          options={recommendations.map((value) => ({
            value,
            label: t(`standards:amendment.recommendation.${value}`),
          }))}
          {...kept(answer, 'recommendation', amendment.recommendation ?? '')}
        />
        {worded.map((part) => (
          <Field
            key={part.id}
            kind="textarea"
            field={{ name: `text-${part.id}`, max: standardLimits.clause.max }}
            label={t('standards:amendment.recommendation.text', { what: partName(t, part) })}
            {...kept(answer, `text-${part.id}`, afterOf(part.recommended ?? part.passages))}
          />
        ))}
        <Field
          kind="textarea"
          field={describe(recommendForm, 'reason')}
          label={t('standards:amendment.recommendation.why')}
          {...kept(answer, 'reason', amendment.recommendationReason ?? '')}
        />
        <Button>{t('standards:amendment.recommendation.send')}</Button>
      </Form>
    </details>
  )
}
