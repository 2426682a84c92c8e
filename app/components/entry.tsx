import type { ReactNode } from 'react'
import { Go } from '#app/components/go.tsx'
import type { Voice } from '#app/components/voice-badge.tsx'

export interface EntryProps {
  /** "11", "10", or a word such as "jetzt". */
  readonly numeral: ReactNode
  /** Small word under the numeral: "Tage". */
  readonly unit?: ReactNode
  /** Read before the numeral by screen readers: "Nummer". */
  readonly numeralName?: string
  readonly to: string
  readonly title: ReactNode
  /** One thought, one line. */
  readonly thought?: ReactNode
  readonly meta?: readonly ReactNode[]
  /** Status or voice, at the end of the line on wide pages. */
  readonly side?: ReactNode
  readonly voice?: Voice
  readonly level?: 2 | 3 | 4
  readonly lang?: string
}

/** One line of the programme. Not a card: a rule above, a rule below. Stands inside `Entries`. */
export function Entry({
  numeral,
  unit,
  numeralName,
  to,
  title,
  thought,
  meta,
  side,
  voice,
  level = 3,
  lang,
}: EntryProps) {
  const Heading = `h${level}` as const
  const kind = numeralKind(numeral)
  return (
    <li>
      <article className="entry" data-voice={voice}>
        <p className={kind}>
          {numeralName && <span className="hidden-text">{numeralName} </span>}
          {numeral}
          {unit && <small> {unit}</small>}
        </p>
        <div className="middle">
          <Heading className="title" lang={lang} dir={lang ? 'auto' : undefined}>
            <Go to={to}>{title}</Go>
          </Heading>
          {thought && (
            <p lang={lang} dir={lang ? 'auto' : undefined}>
              {thought}
            </p>
          )}
          {meta && meta.length > 0 && (
            <ul className="meta">
              {meta.map((part, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never change places
                <li key={place}>{part}</li>
              ))}
            </ul>
          )}
        </div>
        {side && <div className="side">{side}</div>}
      </article>
    </li>
  )
}

export function Entries({
  children,
  ordered = false,
}: {
  readonly children: ReactNode
  readonly ordered?: boolean
}) {
  const List = ordered ? 'ol' : 'ul'
  return <List className="entries">{children}</List>
}

/** Words are set smaller than numbers, and numbers of four digits smaller than those of two. */
function numeralKind(numeral: ReactNode): string {
  if (typeof numeral !== 'string' && typeof numeral !== 'number') return 'numeral'
  const text = String(numeral)
  if (!/^[\d.:–-]+$/.test(text)) return 'numeral word'
  return text.length > 2 ? `numeral digits-${Math.min(text.length, 5)}` : 'numeral'
}
