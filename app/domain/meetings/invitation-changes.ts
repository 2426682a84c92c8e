// Knows what is different from the invitation that was sent: for every fact what it said, what holds now, and since when.

export const invitedFacts = ['title', 'place', 'access', 'online', 'startsAt', 'endsAt'] as const
export type InvitedFact = (typeof invitedFacts)[number]
type Facts = Readonly<Record<InvitedFact, string | null>>

/** Of the meeting itself a fact; of an item its number on the agenda or its title. */
export type ChangedThing = InvitedFact | 'item-number' | 'item-title'

export interface KeptChange {
  readonly what: ChangedThing
  /** Empty where it is about the meeting itself. */
  readonly itemId: string
  readonly invited: string
  readonly at: string
}

export interface FactChange {
  readonly what: InvitedFact
  readonly invited: string
  readonly now: string
  readonly at: string
}

export interface ItemChange {
  readonly number: { readonly invited: string; readonly at: string } | null
  readonly title: { readonly invited: string; readonly at: string } | null
}

/** The facts that this change touches, each with what it said before. */
export function touchedFacts(before: Facts, after: Facts): readonly { what: InvitedFact; invited: string }[] {
  return invitedFacts
    .filter((what) => (before[what] ?? '') !== (after[what] ?? ''))
    .map((what) => ({ what, invited: before[what] ?? '' }))
}

/** What is different from the invitation now. Changed and changed back is no difference. */
export function factChanges(kept: readonly KeptChange[], now: Facts): readonly FactChange[] {
  return invitedFacts.flatMap((what) => {
    const change = kept.find((one) => one.what === what)
    const today = now[what] ?? ''
    return change && change.invited !== today
      ? [{ what, invited: change.invited, now: today, at: change.at }]
      : []
  })
}

/** By item. One whose title a reader may not know shows at most that it has another number. */
export function itemChanges(
  kept: readonly KeptChange[],
  items: readonly { readonly id: string; readonly number: string; readonly title: string | null }[],
): Readonly<Record<string, ItemChange>> {
  const found = items.flatMap(({ id, number, title }): [string, ItemChange][] => {
    const of = (what: ChangedThing, today: string | null) => {
      const change = kept.find((one) => one.itemId === id && one.what === what)
      return change && today !== null && change.invited !== today
        ? { invited: change.invited, at: change.at }
        : null
    }
    const change = { number: of('item-number', number), title: of('item-title', title) }
    return change.number || change.title ? [[id, change]] : []
  })
  return Object.fromEntries(found)
}
