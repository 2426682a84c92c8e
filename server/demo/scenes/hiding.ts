// Contributions that break a rule: hidden within hours, objected to, and decided by somebody else.
import { getContribution } from '#app/domain/conversations/contribution.server.ts'
import { appeal, decideAppeal, getAppeal } from '#app/domain/moderation/appeal.server.ts'
import { firstTemplateOf } from '#app/domain/moderation/measure.ts'
import { hideContribution } from '#app/domain/moderation/text-measures.server.ts'
import type { Stage } from '../stage.ts'
import type { StoryContribution } from '../story/types.ts'
import { hour, type Scene } from './scene.ts'
import { type Spoken, said } from './talk.ts'

export function hidingScenes(stage: Stage, one: StoryContribution, spoken: Spoken): readonly Scene[] {
  const { hidden } = one
  if (!hidden) return []
  let measureId = ''
  let appealId = ''
  const hide = async () => {
    const contributionId = said(spoken, one.key)
    const { version } = await getContribution(stage.platform.database.read, contributionId)
    const grounds = { rule: hidden.rule, template: firstTemplateOf(hidden.rule), sentence: hidden.reason }
    const done = await stage.does(await stage.actor(hidden.by), hideContribution, {
      contributionId,
      version,
      grounds,
    })
    measureId = done.measureId
  }
  const scenes: Scene[] = [{ daysAgo: one.daysAgo - 4 * hour, play: hide }]
  const objection = hidden.appeal
  if (objection) {
    const object = async () => {
      const made = await stage.does(await stage.actor(one.by), appeal, { measureId, text: objection.text })
      appealId = made.appealId
    }
    const decide = async () => {
      const { version } = await getAppeal(stage.platform.database.read, appealId)
      const { outcome, reason } = objection
      await stage.does(await stage.actor(objection.by), decideAppeal, { appealId, version, outcome, reason })
    }
    scenes.push(
      { daysAgo: one.daysAgo - 20 * hour, play: object },
      { daysAgo: one.daysAgo - 44 * hour, play: decide },
    )
  }
  return scenes
}
