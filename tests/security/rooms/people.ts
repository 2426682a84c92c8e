import { appeal } from '#app/domain/moderation/appeal.server.ts'
import { hideIdea } from '#app/domain/moderation/text-measures.server.ts'
import { publicIdea } from '#tests/moderation/desk.ts'
import type { HostileRoom } from './room.ts'

/** What somebody finds of themselves: their account, what was decided about them, their notices, what they take along. */
export const people: HostileRoom = {
  name: 'people',
  async write(site, attacks) {
    const moderator = await site.person(attacks.line(60), { role: 'moderator' })
    const person = await site.person(attacks.line(60))
    const pages = [
      '/konto',
      '/konto/massnahmen',
      '/konto/export',
      '/konto/post',
      '/konto/passkeys',
      '/fuer-sie',
    ]
    for (let turn = 0; turn < 3; turn++) {
      const idea = await publicIdea(site, person, { title: attacks.line(120) as never })
      const grounds = { rule: '2', template: 'insult', sentence: attacks.line(390) } as const
      const hidden = { ideaId: idea.id, version: idea.version, grounds }
      const { measureId } = await site.does(moderator, hideIdea, hidden)
      await site.does(person, appeal, { measureId, text: attacks.text(900) })
      pages.push(`/konto/massnahmen/${measureId}`, `/ideen/${idea.number}`)
    }
    return { as: person, pages, files: [] }
  },
}
