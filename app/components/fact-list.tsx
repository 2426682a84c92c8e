import type { ReactNode } from 'react'

export interface Fact {
  readonly question: ReactNode
  readonly answer: ReactNode
  /** Second, lighter line under the answer. */
  readonly more?: ReactNode
}

/** What is it about, until when, who decides, what can I do: once on every page about one thing. */
export function FactList({
  facts,
  children,
}: {
  readonly facts: readonly Fact[]
  readonly children?: ReactNode
}) {
  return (
    <div className="facts">
      <dl className="fact-list">
        {facts.map((fact, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fact has no name but its place
          <div key={place}>
            <dt>{fact.question}</dt>
            <dd>{fact.answer}</dd>
            {fact.more && <dd>{fact.more}</dd>}
          </div>
        ))}
      </dl>
      {children}
    </div>
  )
}

/**
 * Head, facts, text: one column on a phone, from 64 rem on the facts stand beside. With `later`, what can be done now
 * comes before the facts also on a phone, and what can wait stands below. `factsLast` alone: facts last on a phone.
 */
export function WithFacts({
  head,
  facts,
  factsLabel,
  later,
  factsLast = Boolean(later),
  children,
}: {
  readonly head: ReactNode
  readonly facts: ReactNode
  readonly factsLabel: string
  readonly later?: ReactNode
  readonly factsLast?: boolean
  readonly children?: ReactNode
}) {
  const beside = (
    <aside className="facts-col" aria-label={factsLabel}>
      {facts}
    </aside>
  )
  return (
    <div className="with-facts">
      <div className="head-col">{head}</div>
      {!factsLast && beside}
      <div className="body-col">{children}</div>
      {factsLast && beside}
      {later && <div className="later-col">{later}</div>}
    </div>
  )
}
