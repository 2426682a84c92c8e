// What a gate is: it starts the built town, does something to it, and tells what it measured and what was not right.

/** One sentence about something that was not right. A gate without findings is passed. */
export type Finding = string

export interface GateReport {
  readonly findings: readonly Finding[]
  /** What was measured, in the order of the table: 'lost' → '0 of 12,345'. */
  readonly figures: Readonly<Record<string, string>>
}

export interface Gate<Size = unknown> {
  readonly name: string
  /** One line of the table: what is done to the town and what must hold. */
  readonly holds: string
  /** By `npm run gates`. */
  readonly full: Size
  /** By `npm run gates -- NAME`, where that is more. */
  readonly named?: Size
  /** Why it cannot be done here; null where it can. */
  readonly cannot?: () => Promise<string | null> | string | null
  run(size: Size): Promise<GateReport>
}

export function figure(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 1 })
}

/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
