import type { ReactNode } from 'react'
import { Form, type FormProps } from '#app/components/form.tsx'

export interface ReactionProps extends Pick<FormProps, 'to' | 'idempotencyKey' | 'intent'> {
  readonly pressed: boolean
  /** Shown from three on and after one's own choice; the page decides. */
  readonly count?: number | null
  /** Hidden fields of its own, such as which contribution. */
  readonly fields?: Readonly<Record<string, string>>
  readonly children: ReactNode
}

/** A reaction in words. Its own little form: pressing it again takes it back. */
export function Reaction({ pressed, count, fields = {}, children, ...form }: ReactionProps) {
  return (
    <Form className="reaction" {...form}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="text-button" type="submit" aria-pressed={pressed}>
        <span>
          {children}
          {count != null && ` (${count})`}
        </span>
      </button>
    </Form>
  )
}
