// The figures of a result for people who reckon on: one row an option, the same as the table on the page.
import type { Counted } from './counting.ts'
import type { Outcome } from './outcome.ts'
import type { Picture } from './picture.ts'
import type { Poll, PollOption } from './poll.ts'

export interface Figures {
  readonly number: number
  readonly question: string
  readonly method: string
  readonly seats: number
  readonly outcome: Outcome
  /** What `value` counts: votes, points, seats, … */
  readonly unit: Picture['unit'] | null
  readonly options: readonly {
    readonly key: string
    readonly title: string
    readonly value: number
    /** The exact figure as text where it is no whole number. */
    readonly exact: string | null
    readonly won: boolean
  }[]
  readonly turnout: Counted['turnout'] | null
  /** Round by round, in the method's own shape; null for votes without rounds. */
  readonly rounds: unknown
  readonly lots: readonly string[] | null
}

export function figuresOf(
  poll: Pick<Poll, 'number' | 'question' | 'method' | 'seats'>,
  options: readonly Pick<PollOption, 'key' | 'title'>[],
  outcome: Outcome,
  counted: Counted | null,
  picture: Picture | null,
  lots: readonly string[] | null,
): Figures {
  const { number, question, method, seats } = poll
  return {
    ...{ number, question, method, seats, outcome },
    unit: picture?.unit ?? null,
    options: (picture?.bars ?? []).map(({ key, value, exact, won }) => ({
      key,
      title: options.find((option) => option.key === key)?.title ?? key,
      value,
      exact,
      won,
    })),
    turnout: counted?.turnout ?? null,
    rounds: counted?.kind === 'options' ? counted.result.rounds : null,
    lots,
  }
}

/** Where a table program begins to read a formula: at the front, and behind what it may take for the end of a field. */
const formula = /(^|[;\t\r\n])(?=(?:"|[^\S\t\r\n])*[=+\-@|＝＋－＠])/g

/** Comma-separated, every field in quotes; what a table program would take for a formula is kept as text. */
export function asCsv(rows: readonly (readonly (string | number)[])[]): string {
  const field = (value: string | number) => {
    const text = typeof value === 'string' ? value.replace(formula, "$1'") : String(value)
    return `"${text.replaceAll('"', '""')}"`
  }
  return `${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`
}
