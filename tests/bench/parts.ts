// Every part of `npm run bench`, in the order of its report. A new capability adds its line here.
import type { Part } from './part.ts'
import { blindSigning } from './parts/blind-signing.ts'
import { counting } from './parts/counting.ts'
import { live } from './parts/live.ts'
import { meetings } from './parts/meetings.ts'
import { pages } from './parts/pages.ts'
import { polls } from './parts/polls.ts'
import { standards } from './parts/standards.ts'
import { start } from './parts/start.ts'
import { workshop } from './parts/workshop.ts'
import { writes } from './parts/writes.ts'

export const parts: readonly Part[] = [
  pages,
  live,
  writes,
  start,
  polls,
  counting,
  blindSigning,
  meetings,
  standards,
  workshop,
]
