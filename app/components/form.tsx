import type { FormHTMLAttributes, ReactNode } from 'react'
import { addressIn } from '#app/i18n/address.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface FormProps extends Omit<FormHTMLAttributes<HTMLFormElement>, 'action' | 'method'> {
  readonly to: string
  readonly method?: 'post' | 'get'
  /** One key for each time the form is shown: the same post twice counts once. */
  readonly idempotencyKey?: string
  /** What earlier steps collected, signed by the server. */
  readonly state?: string
  /** Which of a page's several forms this is. */
  readonly intent?: string
  readonly withFiles?: boolean
  readonly children: ReactNode
}

/** A plain form: works without JavaScript. Browsers' own bubbles stay off, our summary says it in plain words. */
export function Form({
  to,
  method = 'post',
  idempotencyKey,
  state,
  intent,
  withFiles,
  children,
  ...rest
}: FormProps) {
  const { lang } = useWords()
  return (
    <form
      action={addressIn(lang, to)}
      method={method}
      encType={withFiles ? 'multipart/form-data' : undefined}
      noValidate
      {...rest}
    >
      {idempotencyKey && <input type="hidden" name="idempotencyKey" value={idempotencyKey} />}
      {state && <input type="hidden" name="state" value={state} />}
      {intent && <input type="hidden" name="intent" value={intent} />}
      {children}
    </form>
  )
}
