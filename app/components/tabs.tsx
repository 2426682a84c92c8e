import type { ReactNode } from 'react'
import { Go } from '#app/components/go.tsx'

export interface Tab {
  readonly to: string
  readonly title: ReactNode
  readonly current?: boolean
}

/** Views of one page. Links, so each view has its address and back works. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Go to={tab.to} aria-current={tab.current ? 'page' : undefined}>
              {tab.title}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  )
}
