// The silent signals there are, and from how many on they are shown.
export const signalKinds = ['agree', 'unclear', 'slower'] as const
export type SignalKind = (typeof signalKinds)[number]

/** Fewer than this might be guessed by whoever looks around the room. */
export const fewestShown = 5

/** A sign fades: only those of the last minutes count. */
export const signalMinutes = 3
