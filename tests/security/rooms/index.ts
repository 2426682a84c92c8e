// THE REGISTER of rooms whose texts are written by attackers in `hostile-rooms.test.ts`. Ideas, talks and names
// are walked through in `names-in-pages.test.ts`.
import { council } from './council.ts'
import { meetings } from './meetings.ts'
import { moderation } from './moderation.ts'
import { operation } from './operation.ts'
import { people } from './people.ts'
import { polls } from './polls.ts'
import type { HostileRoom } from './room.ts'
import { standards } from './standards.ts'

export const hostileRooms: readonly HostileRoom[] = [
  polls,
  meetings,
  standards,
  council,
  moderation,
  people,
  operation,
]
