// Holes cut into the built server while it starts, one by one, to see that the probe finds each of them.
import { closedLeaks } from './leaks/closed.ts'
import { housesLeaks } from './leaks/houses.ts'
import type { Leak } from './leaks/leak.ts'
import { linesLeaks } from './leaks/lines.ts'
import { townLeaks } from './leaks/town.ts'

export const leaks: readonly Leak[] = [...townLeaks, ...linesLeaks, ...housesLeaks, ...closedLeaks]
