import { useRef } from 'react'
import { kept } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { DraftKeeper } from '#app/components/ideas/draft.tsx'
import { SimilarList } from '#app/components/ideas/similar-list.tsx'
import { SimilarWhileTyping } from '#app/components/ideas/similar-while-typing.tsx'
import type { StepAnswer, StepProps } from '#app/components/ideas/step.ts'
import { SignInFirst } from '#app/components/ideas/title-step.tsx'
import { WordsFields } from '#app/components/ideas/words-fields.tsx'
import { describe } from '#app/domain/form.ts'
import { titleForm } from '#app/domain/ideas/idea.form.ts'
import { useWords } from '#app/i18n/words.tsx'

/** Without scripts the second question; with them both questions on one page, and similar ideas while one types. */
export function WordsStep({
  account,
  draft,
  districts,
  formKey,
  answer,
  scripted,
  first,
}: StepProps & {
  readonly answer: StepAnswer | undefined
  readonly scripted: boolean
  /** Nothing was sent yet. */
  readonly first: boolean
}) {
  const { t } = useWords()
  const form = useRef<HTMLDivElement>(null)
  return (
    <div ref={form} className="flow">
      {scripted && <DraftKeeper around={form} offer={first} />}
      {first && !account && <SignInFirst />}
      <Form
        className="form"
        to="/ideen/neu"
        intent="words"
        state={answer?.sealed}
        // Joining a similar idea is a deed of its own, and the form may be sent again after it.
        idempotencyKey={formKey}
      >
        <Field
          field={describe(titleForm, 'title')}
          label={t('ideas:form.title')}
          hint={t('ideas:form.title-hint')}
          {...kept(answer, 'title', draft.title)}
        />
        {/* Enter in a field presses a form's first button; that must be the way on, never a support. */}
        {!scripted && (
          <button type="submit" className="hidden-text" tabIndex={-1} aria-hidden="true">
            {t('ideas:form.to-check')}
          </button>
        )}
        {scripted ? (
          <SimilarWhileTyping around={form} account={account !== null} />
        ) : (
          <SimilarList
            similar={answer?.similar ?? []}
            joined={answer?.joined ?? null}
            account={account !== null}
          />
        )}
        <WordsFields answer={answer} words={draft} districts={districts} />
        <div className="actions">
          <Button>{t('ideas:form.to-check')}</Button>
          <p className="who-sees">{t('ideas:form.seen-later')}</p>
        </div>
      </Form>
    </div>
  )
}
