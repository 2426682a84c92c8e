// People in the text of minutes: shown by name to whoever reads and corrects it, kept as ids.
import { namesOfPeople } from '#app/domain/meetings/draft.server.ts'
import { type MinutesText, withIds, withPeople } from '#app/domain/meetings/minutes.ts'
import type { Door } from '#app/http/door.server.ts'
import { personInMinutes } from '#app/i18n/minutes-words.ts'

export async function peopleIn(door: Pick<Door, 'ask' | 't'>, people: MinutesText['people']) {
  const names = await namesOfPeople(door.ask, Object.keys(people))
  const shown = (id: string) => personInMinutes(door, names.get(id) ?? null, people[id])
  const spoken = [...names].map(([id, name]) => ({ id, words: [shown(id), name] }))
  return {
    show: (text: string) => withPeople(text, shown),
    keep: (text: string) => withIds(text, spoken),
  }
}
