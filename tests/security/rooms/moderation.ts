import { guest } from '#app/domain/actor.ts'
import { appeal } from '#app/domain/moderation/appeal.server.ts'
import { pauseAccount } from '#app/domain/moderation/pause.server.ts'
import { fileReport } from '#app/domain/moderation/report.server.ts'
import { hideIdea } from '#app/domain/moderation/text-measures.server.ts'
import { guestIdea, publicIdea } from '#tests/moderation/desk.ts'
import type { HostileRoom } from './room.ts'

const moderator = { role: 'moderator' } as const

/** The desk of the town: reports, appeals, pauses, and a guest's idea that waits. */
export const moderation: HostileRoom = {
  name: 'moderation',
  async write(site, attacks) {
    const [dieter, sabine] = [
      await site.person(attacks.line(60), moderator),
      await site.person(attacks.line(60), moderator),
    ]
    const author = await site.person(attacks.line(60))
    const idea = await publicIdea(site, author, { title: attacks.line(120) as never })
    const report = { rule: '2', goodFaith: true, video: null, language: 'de' } as const
    const reported = async (address: string) => {
      const words = { reason: attacks.text(900), name: attacks.line(80), mail: 'wer@beispiel.example' }
      const { number } = await site.does(guest, fileReport, { ...report, ...words, address })
      return `/moderation/faelle/meldungen/${number}`
    }
    const cases = [
      await reported(`/ideen/${idea.number}`),
      await reported(`/ziele?${encodeURIComponent(attacks.line(90))}`),
    ]
    const grounds = () => ({ rule: '2', template: 'insult', sentence: attacks.line(390) }) as const
    const paused = { accountId: author.accountId ?? '', days: 3, grounds: grounds() }
    const pause = await site.does(dieter, pauseAccount, paused)
    const hidden = { ideaId: idea.id, version: idea.version, grounds: grounds() }
    const { measureId } = await site.does(dieter, hideIdea, hidden)
    const { appealId } = await site.does(author, appeal, { measureId, text: attacks.text(900) })
    const waiting = await guestIdea(site)
    const desk = '/moderation/faelle'
    return {
      as: sabine,
      pages: [
        '/moderation',
        '/moderation/arbeit',
        `/moderation/massnahme?adresse=/ideen/${idea.number}`,
        ...cases,
        `${desk}/pausen/${pause.measureId}`,
        `${desk}/widersprueche/${appealId}`,
        `${desk}/ideen/${waiting.number}`,
        `/ideen/${idea.number}`,
      ],
      files: [],
    }
  },
}
