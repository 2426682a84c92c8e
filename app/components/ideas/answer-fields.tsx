import { kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { describe } from '#app/domain/form.ts'
import { answerForm, extendForm } from '#app/domain/ideas/idea.form.ts'
import { answerKinds } from '#app/domain/ideas/idea.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { AnswerDraft } from '#app/routes/ideas/answer.tsx'

export function AnswerFields({
  number,
  answer,
  draft,
}: {
  readonly number: number
  readonly answer: Parameters<typeof kept>[0]
  readonly draft: AnswerDraft | null
}) {
  const { t } = useWords()
  const mine = answer?.intent === 'extend' ? undefined : answer
  const hints = { later: t('ideas:answer.hint-later'), no: t('ideas:answer.hint-no') }
  return (
    <Form className="form" to={`/ideen/${number}/antwort`} intent="check">
      <Field
        field={describe(answerForm, 'kind')}
        kind="radios"
        label={t('ideas:answer.kind')}
        options={answerKinds.map((kind) => ({
          value: kind,
          label: t(`ideas:answer.kind-${kind}`),
          hint: kind === 'later' || kind === 'no' ? hints[kind] : undefined,
        }))}
        {...kept(mine, 'kind', draft?.kind)}
      />
      <Field
        field={describe(answerForm, 'text')}
        kind="textarea"
        rows={10}
        label={t('ideas:answer.text')}
        hint={t('ideas:answer.text-hint')}
        {...kept(mine, 'text', draft?.text)}
      />
      <Field
        field={describe(answerForm, 'reviewOn')}
        type="date"
        label={t('ideas:answer.review-on')}
        hint={t('ideas:answer.review-hint')}
        {...kept(mine, 'reviewOn', draft?.reviewOn ?? '')}
      />
      <Button>{t('ideas:answer.check')}</Button>
    </Form>
  )
}

export function ExtendFields({
  number,
  formKey,
  dueAt,
}: {
  readonly number: number
  readonly formKey: string
  readonly dueAt: string | null
}) {
  const words = useWords()
  const { t } = words
  const answer = useAnswer('extend')
  return (
    <Section
      id="mehr-zeit"
      title={t('ideas:answer.extend')}
      lead={dueAt ? t('ideas:answer.extend-lead', { day: dateInWords(words, dueAt, townZone) }) : undefined}
    >
      <Form className="form" to={`/ideen/${number}/antwort`} intent="extend" idempotencyKey={formKey}>
        <Field
          field={describe(extendForm, 'dueOn')}
          type="date"
          label={t('ideas:answer.extend-day')}
          {...kept(answer, 'dueOn')}
        />
        <Field
          field={describe(extendForm, 'reason')}
          kind="textarea"
          rows={4}
          label={t('ideas:answer.extend-reason')}
          {...kept(answer, 'reason')}
        />
        <Button kind="quiet">{t('ideas:answer.extend-button')}</Button>
      </Form>
    </Section>
  )
}
