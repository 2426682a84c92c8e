// With which of the town's voices somebody speaks: the Round Table's, the Speakers' Council's, or everybody's.

export type Voice = 'citizens' | 'table' | 'council' | 'none'

export interface HeldSeat {
  /** The kind of body: 'round-table', 'council' or 'working-group'. */
  readonly kind: string
  readonly bench: string | null
  readonly function: string
}

/** A seat on a body speaks louder than looking after the talk; a working group has no voice of its own. */
export function voiceOf(
  seats: readonly HeldSeat[],
  moderates: boolean,
): { readonly voice: Voice; readonly seat: string | null } {
  const table = seats.find((seat) => seat.kind === 'round-table')
  if (table) return { voice: 'table', seat: table.bench }
  const council = seats.find((seat) => seat.kind === 'council')
  if (council) return { voice: 'council', seat: council.bench }
  return { voice: moderates ? 'none' : 'citizens', seat: null }
}

export function isModerating(appointments: readonly { readonly role: string }[]): boolean {
  return appointments.some((appointment) => appointment.role === 'moderator')
}
