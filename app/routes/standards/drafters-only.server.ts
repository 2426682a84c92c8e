// The workshop's door: only the drafting group comes in.
import { getReadableStandard, standardSubject } from '#app/domain/standards/standard.server.ts'
import type { Door } from '#app/http/door.server.ts'

export async function draftedStandard(door: Omit<Door, 'formKey'>) {
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  if (!door.may('standard.draft', standardSubject(standard))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  return standard
}
