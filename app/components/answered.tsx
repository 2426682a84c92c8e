import { useActionData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import type { Answer } from '#app/http/door.server.ts'
import { useWords } from '#app/i18n/words.tsx'

/**
 * What the server said to the form that came back: the rule's sentence, or what to mend. Stands under the h1.
 * `except`: a form that says it itself, in its own place.
 */
export function Answered({
  except,
  ids = {},
}: {
  readonly except?: string
  /** By form and name: fields with an id of their own, since the page has two of one name. */
  readonly ids?: Readonly<Record<string, Readonly<Record<string, string>>>>
}) {
  const answer = useAnswer()
  const { t } = useWords()
  if (!answer || (except !== undefined && answer.intent === except)) return null
  if (answer.errors.length > 0) {
    const own = ids[answer.intent ?? ''] ?? {}
    const errors = answer.errors.map((error) => {
      const id = own[error.name]
      return id === undefined ? error : { ...error, id }
    })
    return <ErrorSummary errors={errors} />
  }
  if (answer.refusal === null) return null
  return (
    <Alert state="error" title={t('common:trouble.refused')}>
      <p>{answer.refusal}</p>
    </Alert>
  )
}

/** The answer to the last post, if it was one of this page's forms. */
export function useAnswer(intent?: string): Answer | undefined {
  const answer = useActionData<Answer>()
  return answer && (intent === undefined || answer.intent === intent) ? answer : undefined
}

/** What was typed into a field and what was wrong with it, ready for `<Field {...kept(answer, 'title')} />`. */
export function kept(
  answer: Answer | undefined,
  name: string,
  before = '',
): { value: string; error: string | null } {
  const typed = answer?.typed[name]
  return {
    value: typeof typed === 'string' ? typed : before,
    error: answer?.errors.find((error) => error.name === name)?.message ?? null,
  }
}
