// Who acts: one account with what it holds today, a guest, or the house itself.

export interface Actor {
  readonly kind: 'guest' | 'account' | 'system'
  readonly accountId: string | null
  readonly name: string
  readonly ageBand: AgeBand
  /** Rights that one person was given: moderator of a space, staff with a function, a responsible role, operator. */
  readonly appointments: readonly { readonly role: AppointedRole; readonly scope: string }[]
  readonly memberships: readonly {
    readonly body: string
    readonly function: BodyFunction
    readonly bench: string | null
  }[]
  /** Confirmed by the Speakers' Council. */
  readonly creator: boolean
  readonly pausedUntil: string | null
}

export type AgeBand = '16+' | '14-15' | 'group'
export type AppointedRole = 'operator' | 'moderator' | 'staff' | 'responsible'
export type BodyFunction = 'chair' | 'deputy' | 'minute-taker' | 'member' | 'speaker' | 'substitute'

const nobody = {
  ageBand: '16+',
  appointments: [],
  memberships: [],
  creator: false,
  pausedUntil: null,
} as const

export const guest: Actor = { kind: 'guest', accountId: null, name: '', ...nobody }

/** The house itself: jobs, clocks and the sign-in door act as it. */
export const system: Actor = { kind: 'system', accountId: null, name: 'Stimmtisch', ...nobody }

/** The label a person carries in public where they speak for an office, such as 'Kulturbüro'; null for everybody else. */
export function staffFunction(actor: Actor): string | null {
  return actor.appointments.find((appointment) => appointment.role === 'staff')?.scope ?? null
}

export function isOperator(actor: Actor): boolean {
  return actor.appointments.some((appointment) => appointment.role === 'operator')
}
