// Who may see the picture of an idea: whoever may read the idea, and nobody for longer.
import { type Actor, guest } from '../actor.ts'
import { may } from '../policy.ts'
import type { Ask } from '../query.server.ts'
import { ideaSubject } from './idea.server.ts'

/** @param actorOf asked only where the idea is not for everybody */
export async function maySeePicture(
  { db }: Pick<Ask, 'db'>,
  pictureId: string,
  actorOf: () => Promise<Actor>,
): Promise<boolean> {
  const idea = await db
    .selectFrom('idea')
    .select(['id', 'state', 'authorId', 'responsible'])
    .where('pictureId', '=', pictureId)
    .executeTakeFirst()
  if (!idea) return false
  const subject = ideaSubject(idea)
  return may(guest, 'idea.read', subject) || may(await actorOf(), 'idea.read', subject)
}
