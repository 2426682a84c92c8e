import { Go } from '#app/components/go.tsx'

export interface PageGroup {
  readonly id: string
  readonly title: string
  readonly pages: readonly { readonly to: string; readonly words: string }[]
}

/** All pages by what one wants there. */
export function PageList({ groups }: { readonly groups: readonly PageGroup[] }) {
  return (
    <div className="page-list">
      {groups.map(({ id, title, pages }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <ul>
            {pages.map(({ to, words }) => (
              <li key={to}>
                <Go to={to}>{words}</Go>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
