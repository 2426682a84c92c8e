import type { ReactNode } from 'react'
import { Form } from '#app/components/form.tsx'
import type { ConsolePart } from '#app/components/meetings/console.tsx'
import { useWords } from '#app/i18n/words.tsx'

interface DeedProps {
  readonly part: Pick<ConsolePart, 'page' | 'stand' | 'keys'>
  readonly intent: string
  readonly fields?: Readonly<Record<string, string>>
  /** The key that does the same, such as 'N'; shown only while keys are on. */
  readonly hotkey?: string
  readonly main?: boolean
  readonly disabled?: boolean
  readonly children: ReactNode
}

/** One deed of the chair: a form of its own, so it works without scripts and counts once. */
export function Deed({ part, intent, fields = {}, hotkey, main, disabled, children }: DeedProps) {
  const { t } = useWords()
  const { page, stand, keys } = part
  const own = Object.values(fields).join('-')
  return (
    <Form
      to={`${page.here}/leitung`}
      intent={intent}
      idempotencyKey={`${page.formKey}-${intent}-${own}-${stand.turn}-${stand.asOf}`}
      className="deed"
    >
      <input type="hidden" name="turn" value={stand.turn} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        className={main ? 'button big full' : 'button quiet full'}
        disabled={disabled}
        data-key={hotkey}
        aria-keyshortcuts={keys ? hotkey : undefined}
      >
        <span>{children}</span>
        {hotkey && keys && <kbd>{hotkey === ' ' ? t('meetings:console.space') : hotkey}</kbd>}
      </button>
    </Form>
  )
}
