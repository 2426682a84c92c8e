import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { addressIn } from '#app/i18n/address.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface GoProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: string
  readonly children: ReactNode
}

/** A link that stays in the reader's language. */
export function Go({ to, children, ...rest }: GoProps) {
  const { lang } = useWords()
  return (
    <a href={addressIn(lang, to)} {...rest}>
      {children}
    </a>
  )
}
