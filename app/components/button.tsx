import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Go, type GoProps } from '#app/components/go.tsx'

export type ButtonKind = 'main' | 'quiet' | 'text'

interface Shape {
  /** One `main` to a page; everything else is quiet or an underlined word. */
  readonly kind?: ButtonKind
  readonly big?: boolean
  readonly full?: boolean
  readonly children: ReactNode
}

export type ButtonProps = Shape & ButtonHTMLAttributes<HTMLButtonElement>

export function Button({
  kind = 'main',
  big,
  full,
  className,
  type = 'submit',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={classOf(kind, big, full, className)} {...rest}>
      {children}
    </button>
  )
}

export type ButtonLinkProps = Shape & GoProps

/** Looks like a button, is a link: for going somewhere, never for doing something. */
export function ButtonLink({ kind = 'main', big, full, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Go className={classOf(kind, big, full, className)} {...rest}>
      {children}
    </Go>
  )
}

export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className="actions">{children}</div>
}

function classOf(kind: ButtonKind, big = false, full = false, more = ''): string {
  const base = kind === 'text' ? 'text-button' : kind === 'quiet' ? 'button quiet' : 'button'
  return [base, big && 'big', full && 'full', more].filter(Boolean).join(' ')
}
