// Reports that wait on the moderators' desk.
import { fileReport } from '#app/domain/moderation/report.server.ts'
import type { Stage } from '../stage.ts'
import { reports } from '../story/reports.ts'
import type { StoryReport } from '../story/types.ts'
import type { Scene } from './scene.ts'
import type { Spoken } from './talk.ts'

export function deskScenes(stage: Stage, spoken: Spoken): readonly Scene[] {
  return (reports as readonly StoryReport[]).map((report) => ({
    daysAgo: report.daysAgo,
    play: async () =>
      stage.does(await stage.actor(report.by), fileReport, {
        address: addressOf(report, spoken),
        rule: report.rule,
        reason: report.text,
        name: report.guestName ?? null,
        mail: report.guestMail ?? null,
        goodFaith: true,
        video: null,
        language: 'de',
      }),
  }))
}

function addressOf({ about }: StoryReport, spoken: Spoken): string {
  if ('idea' in about) return `/ideen/${about.idea}`
  const found = spoken.get(about.contribution)
  if (!found) throw new Error(`The story has not come to '${about.contribution}' yet.`)
  return `/beitraege/${found.publicNumber}`
}
