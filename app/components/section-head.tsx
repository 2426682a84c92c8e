import type { ReactNode } from 'react'

export interface SectionProps {
  readonly id: string
  readonly title: ReactNode
  readonly lead?: ReactNode
  readonly level?: 2 | 3
  readonly voice?: 'citizens' | 'table' | 'council' | 'none'
  readonly children?: ReactNode
}

/** The arc over a heading: a piece of the table. */
export function SectionHead({ id, title, lead, level = 2 }: Omit<SectionProps, 'voice' | 'children'>) {
  const Heading = `h${level}` as const
  return (
    <div className="section-head">
      <Heading id={id}>{title}</Heading>
      {lead && <p>{lead}</p>}
    </div>
  )
}

/** A part of a page with its head; its voice colours all that stands in it. */
export function Section({ voice, children, ...head }: SectionProps) {
  return (
    <section className="section" aria-labelledby={head.id} data-voice={voice}>
      <SectionHead {...head} />
      {children}
    </section>
  )
}
