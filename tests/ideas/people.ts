// What most tests about ideas begin with: an idea somebody posted, and the people around it.

import type { Actor } from '#app/domain/actor.ts'
import { guest } from '#app/domain/actor.ts'
import { postIdea } from '#app/domain/ideas/idea.server.ts'
import type { TestTown } from '#tests/platform.ts'

export const rehearsalRoom = {
  title: 'Probenraum für Chöre',
  text: 'Ein Raum mit **Klavier** und Rampe hilft allen Chören.',
  district: 'winz-baak',
  language: 'de',
  authorName: null,
  secret: null,
  source: 'web',
  picture: null,
} as const

export async function postedBy(town: TestTown, author: Actor, title: string = rehearsalRoom.title) {
  return town.does(author, postIdea, { ...rehearsalRoom, title })
}

export async function postedByGuest(town: TestTown, secret = 'linde-tasse-regen-uhr') {
  return town.does(guest, postIdea, { ...rehearsalRoom, authorName: 'Gast', secret })
}

export async function ideaRow(town: TestTown, id: string) {
  return town.platform.database.read
    .selectFrom('idea')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function lineOf(town: TestTown, id: string): Promise<readonly string[]> {
  const rows = await town.platform.database.read
    .selectFrom('lifelineStep')
    .select('kind')
    .where('subject', '=', `idea:${id}`)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.kind)
}
