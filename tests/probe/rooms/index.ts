// Every room the probe knows. A new capability adds one file here and one line below: an address, an action of the
// policy, a live topic or a form that no room names is a finding.
import type { Room } from '../room.ts'
import { bodies } from './bodies.ts'
import { conversations } from './conversations.ts'
import { council } from './council.ts'
import { elections } from './elections.ts'
import { ideas } from './ideas.ts'
import { meetings } from './meetings.ts'
import { moderation } from './moderation.ts'
import { operation } from './operation.ts'
import { pages } from './pages.ts'
import { people } from './people.ts'
import { polls } from './polls.ts'
import { privateWords } from './private-words.ts'
import { standards } from './standards.ts'

export const rooms: Readonly<Record<string, Room>> = {
  pages,
  ideas,
  conversations,
  people,
  bodies,
  council,
  elections,
  polls,
  meetings,
  standards,
  moderation,
  operation,
  privateWords,
}
