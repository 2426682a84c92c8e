// What pages of a demo process may show besides the town itself: whom one can be, and the mails that were kept.
import type { DemoPerson, DemoTown } from '#app/domain/platform.ts'
import { listKeptMails } from '../mail/kept.ts'
import type { Settings } from '../settings.ts'
import { cast, shownName } from './cast.ts'
import type { StoryPerson } from './story/types.ts'

export function demoTownOf(settings: Settings): DemoTown {
  return {
    people: cast.map((person) => ({
      handle: person.handle,
      name: shownName(person),
      about: person.about,
      group: groupOf(person),
    })),
    keptMails: () => listKeptMails(settings.dataDir),
  }
}

/** Whoever has several tasks stands where people look for them first. */
function groupOf({ roles }: StoryPerson): DemoPerson['group'] {
  const holds = (kind: string) => roles.some((role) => role.kind === kind)
  const sitsIn = (body: string) => roles.some((role) => role.kind === 'seat' && role.body === body)
  if (holds('operator')) return 'operation'
  if (holds('moderator')) return 'moderation'
  if (holds('staff')) return 'administration'
  if (sitsIn('runder-tisch')) return 'table'
  return sitsIn('sprecherrat') ? 'council' : 'citizens'
}
