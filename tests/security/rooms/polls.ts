import { announcePoll } from '#app/domain/polls/announce.server.ts'
import { castBallot } from '#app/domain/polls/cast.server.ts'
import { closePoll, openPoll } from '#app/domain/polls/life.server.ts'
import { doJobs } from '#server/jobs.ts'
import { plainPoll } from '#tests/polls/votes.ts'
import type { HostileRoom } from './room.ts'

export const polls: HostileRoom = {
  name: 'polls',
  async write(site, attacks) {
    const office = await site.person(attacks.line(60), { role: 'staff' })
    const voters = [await site.person(attacks.line(60)), await site.person(attacks.line(60))]
    const pages: string[] = ['/abstimmungen']
    for (const open of [true, false]) {
      const { pollId, number } = await site.does(office, announcePoll, {
        ...plainPoll,
        question: attacks.line(200),
        about: attacks.text(),
        consequence: attacks.text(1900),
        names: 'listed',
        options: Array.from({ length: 6 }, () => ({ title: attacks.line(100) })),
      })
      await site.does(office, openPoll, { pollId })
      for (const voter of voters) {
        const choice = { kind: 'one', option: '1' } as const
        await site.does(voter, castBallot, { pollId, choice, reason: attacks.text(590) })
      }
      if (!open) {
        await site.does(office, closePoll, { pollId })
        site.now = new Date(Date.parse(site.now) + 60_000).toISOString()
        while (await doJobs(site.platform)) {}
        pages.push(`/abstimmungen/${number}/ergebnis`)
      }
      pages.push(`/abstimmungen/${number}`, `/abstimmungen/${number}/stimmzettel`)
    }
    return { as: office, pages, files: ['/abstimmungen.atom'] }
  },
}
