import type { ReactNode } from 'react'
import { Go } from '#app/components/go.tsx'
import { RunningHead } from '#app/components/running-head.tsx'

/** Over the h1 of everything that belongs to a standard: the way back to it, and to what lies between. */
export function StandardHead({
  standard,
  voice = 'council',
  children,
}: {
  readonly standard: { readonly slug: string; readonly title: string }
  readonly voice?: 'council' | 'table'
  readonly children?: ReactNode
}) {
  const home = <Go to={`/standards/${standard.slug}`}>{standard.title}</Go>
  return <RunningHead voice={voice} parts={children ? [home, children] : [home]} />
}
