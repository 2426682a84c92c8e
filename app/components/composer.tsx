import type { ReactNode } from 'react'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary, type FieldError } from '#app/components/error-summary.tsx'
import { Field, type FieldDescriptor } from '#app/components/field.tsx'
import { Form, type FormProps } from '#app/components/form.tsx'
import { useWords } from '#app/i18n/words.tsx'

export type StarterMove = 'question' | 'for' | 'against' | 'proposal' | 'experience' | 'answer'

export interface ComposerProps extends Pick<FormProps, 'to' | 'idempotencyKey' | 'state' | 'intent'> {
  readonly id?: string
  readonly moves: readonly StarterMove[]
  readonly move?: string | null
  readonly text?: string | null
  readonly moveField?: FieldDescriptor
  readonly textField?: FieldDescriptor
  readonly errors?: readonly FieldError[]
  /** Who will see what; the usual sentence when none is given. */
  readonly seen?: ReactNode
  readonly send?: ReactNode
  /** Above the starters: what is being answered, a request for a restatement. */
  readonly before?: ReactNode
  /** Between text and button: a guest's name, a picture. */
  readonly children?: ReactNode
}

const anyMove = { name: 'move', required: true }
const anyText = { name: 'text', required: true, max: 2000 }

/** Sentence starters, a box, the one rule above it, and beside the button who will see what. */
export function Composer(props: ComposerProps) {
  const { id = 'schreiben', moves, moveField = anyMove, textField = anyText, errors = [] } = props
  const { t } = useWords()
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message
  // A page may hold several composers; each names its own fields after itself.
  const idOf = (name: string) => `${id}-${name}`
  const own = [moveField.name, textField.name]
  const found = errors.map((error) => (own.includes(error.name) ? { ...error, id: idOf(error.name) } : error))
  return (
    <Form
      className="composer"
      id={id}
      to={props.to}
      idempotencyKey={props.idempotencyKey}
      state={props.state}
      intent={props.intent}
    >
      <ErrorSummary errors={found} />
      {props.before}
      <div className="starters">
        <Field
          field={moveField}
          id={idOf(moveField.name)}
          kind="radios"
          label={t('components:composer.legend')}
          hint={t('components:composer.hint')}
          error={errorOf(moveField.name)}
          value={props.move}
          options={moves.map((move) => ({ value: move, label: t(`components:composer.${move}`) }))}
        />
      </div>
      <Field
        field={textField}
        id={idOf(textField.name)}
        kind="textarea"
        label={t('components:composer.text')}
        hint={<span className="rule-line">{t('components:composer.rule')}</span>}
        error={errorOf(textField.name)}
        value={props.text}
      />
      {props.children}
      <div className="actions">
        <Button>{props.send ?? t('components:composer.send')}</Button>
        <p className="who-sees">{props.seen ?? t('components:composer.seen')}</p>
      </div>
    </Form>
  )
}
