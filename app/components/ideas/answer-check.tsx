import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Html } from '#app/components/html.tsx'
import { ringOf } from '#app/components/ideas/ring.ts'
import { Status } from '#app/components/status.tsx'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { AnswerDraft } from '#app/routes/ideas/answer.tsx'

/** The answer once more as everybody will read it. */
export function AnswerCheck({
  number,
  formKey,
  draft,
  html,
  sealed,
}: {
  readonly number: number
  readonly formKey: string
  readonly draft: AnswerDraft
  readonly html: string
  readonly sealed: string
}) {
  const words = useWords()
  const { t } = words
  return (
    <>
      <section className="preview flow" aria-label={t('ideas:answer.preview')}>
        <p className="hint">{t('ideas:answer.preview')}</p>
        <p>
          <Status state={ringOf(draft.kind)}>{t(`ideas:state.${draft.kind}`)}</Status>
        </p>
        <Html html={html} />
        {draft.reviewOn && (
          <p>{t('ideas:answer.review', { day: dateInWords(words, draft.reviewOn, townZone) })}</p>
        )}
      </section>
      <Form to={`/ideen/${number}/antwort`} intent="answer" state={sealed} idempotencyKey={formKey}>
        <div className="actions">
          <Button>{t('ideas:answer.send')}</Button>
          <Button kind="text" name="change" value="1">
            {t('ideas:answer.change')}
          </Button>
        </div>
        <p className="who-sees">{t('ideas:answer.seen')}</p>
      </Form>
    </>
  )
}
