import type { ReactNode } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { useAnswer } from '#app/components/answered.tsx'
import { Actions, Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { type Fact, FactList } from '#app/components/fact-list.tsx'
import { Form } from '#app/components/form.tsx'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { Section } from '#app/components/section-head.tsx'
import type { Answer } from '#app/http/door.server.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface CheckFormProps {
  /** Which of the page's decisions it is. */
  readonly what: string
  readonly to: string
  readonly formKey: string
  readonly title: string
  readonly lead: string
  /** The word on the last button: what will be done. */
  readonly button: string
  /** What travels along unseen, such as the version the moderator read. */
  readonly carried: Readonly<Record<string, string | number>>
  /** The fields, filled with what was typed before. */
  readonly fields?: (answer: Answer | undefined, id: (name: string) => string) => ReactNode
  /** What was typed, in words, for checking. */
  readonly summary?: (typed: (name: string) => string) => readonly Fact[]
}

/** Which decision is being checked right now; null while everything is still to be filled in. */
export function useChecking(): string | null {
  const answer = useAnswer('check')
  if (!answer || answer.errors.length > 0 || answer.refusal !== null) return null
  return typeof answer.typed.what === 'string' ? answer.typed.what : null
}

/** What the server said to the decision that came back; every field's id begins with the name of its decision. */
export function CheckAnswered() {
  const answer = useAnswer()
  const { t } = useWords()
  if (!answer) return null
  if (answer.errors.length > 0) {
    const errors = answer.errors.map((error) => ({ ...error, id: `${answer.typed.what}-${error.name}` }))
    return <ErrorSummary errors={errors} />
  }
  if (answer.refusal === null) return null
  return (
    <Alert state="error" role="alert" title={t('common:trouble.refused')}>
      <p>{answer.refusal}</p>
    </Alert>
  )
}

/** One decision: its fields first, then everything once more to check, then it is done. */
export function CheckForm(props: CheckFormProps) {
  const { what, to, formKey, title, lead, button, carried, fields, summary } = props
  const { t } = useWords()
  const checking = useChecking()
  const answer = useAnswer()
  const own = answer?.typed.what === what ? answer : undefined
  if (checking !== null && checking !== what) return null
  const typed = (name: string) => String(own?.typed[name] ?? '')
  const names = Object.keys(own?.typed ?? {}).filter(
    (name) => !['intent', 'what', 'idempotencyKey', ...Object.keys(carried)].includes(name),
  )
  const atCheck = checking === what
  return (
    <Section id={`decision-${what}`} title={atCheck ? t('moderation:case.check-title') : title} lead={lead}>
      <Form to={to} idempotencyKey={formKey} className="flow">
        <input type="hidden" name="what" value={what} />
        {Object.entries(carried).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {atCheck ? (
          <>
            <ProgressSteps at={2} />
            <p>{t('moderation:case.check-lead')}</p>
            {summary && <FactList facts={summary(typed)} />}
            {names.map((name) => (
              <input key={name} type="hidden" name={name} value={typed(name)} />
            ))}
            <Actions>
              <Button name="intent" value="do">
                {button}
              </Button>
              <Button name="intent" value="fill" kind="quiet">
                {t('moderation:case.change')}
              </Button>
            </Actions>
          </>
        ) : (
          <>
            {fields?.(own, (name) => `${what}-${name}`)}
            <Actions>
              <Button name="intent" value="check" kind="quiet">
                {t('moderation:case.check')}
                <span className="hidden-text"> {title}</span>
              </Button>
            </Actions>
          </>
        )}
      </Form>
    </Section>
  )
}
