// What becomes of the ideas after they were filed: read, tagged, assigned, supported, edited, answered, done.
import { answerOfficially, extendAnswer, finishIdea } from '#app/domain/ideas/answer.server.ts'
import { assignResponsible, editIdea, tagIdea } from '#app/domain/ideas/edit.server.ts'
import { getIdea, withdrawIdea } from '#app/domain/ideas/idea.server.ts'
import { mergeIdea } from '#app/domain/ideas/merge.server.ts'
import { supportIdea } from '#app/domain/ideas/support.server.ts'
import { firstTemplateOf } from '#app/domain/moderation/measure.ts'
import { approveGuestIdea, hideIdea, refuseGuestIdea } from '#app/domain/moderation/text-measures.server.ts'
import { cast } from '../cast.ts'
import { chance, some } from '../chance.ts'
import type { Stage } from '../stage.ts'
import type { StoryIdea, StoryLaidAside } from '../story/types.ts'
import { endedIdeas, type FiledIdea, firstLaidAside, storyIdeas } from './file-ideas.ts'
import { hour, type Scene } from './scene.ts'

type Filed = ReadonlyMap<number, FiledIdea>

export function ideaScenes(stage: Stage, filed: Filed): readonly Scene[] {
  return [
    ...storyIdeas.flatMap((idea) => scenesOf(stage, idea, idOf(filed, idea.number))),
    ...endedIdeas.map((idea, place) => endOf(stage, idea, firstLaidAside + place, filed)),
  ]
}

function idOf(filed: Filed, number: number): string {
  const idea = filed.get(number)
  if (!idea) throw new Error(`The story has no idea ${number}.`)
  return idea.id
}

function scenesOf(stage: Stage, idea: StoryIdea, ideaId: string): readonly Scene[] {
  const { publishedDaysAgo: published } = idea
  if (published === null) return []
  const moderator = idea.number % 2 === 0 ? 'dieter' : 'gudrun'
  const as = stage.actor
  const scenes: Scene[] = [
    {
      daysAgo: published - 1 * hour,
      play: async () => stage.does(await as(moderator), tagIdea, { ideaId, goals: [idea.goal] }),
    },
    {
      daysAgo: published - 1.1 * hour,
      play: async () =>
        stage.does(await as(moderator), assignResponsible, { ideaId, responsible: idea.responsible }),
    },
    ...supportScenes(stage, idea, ideaId, published),
    ...editScenes(stage, idea, ideaId),
  ]
  if (idea.handle === null) {
    scenes.push({
      daysAgo: published,
      play: async () => {
        const { version } = await getIdea(stage.platform.database.read, ideaId)
        await stage.does(await as(moderator), approveGuestIdea, { ideaId, version })
      },
    })
  }
  const { extension, outcome, done } = idea
  if (extension) {
    scenes.push({
      daysAgo: extension.daysAgo,
      play: async () =>
        stage.does(await as(extension.byHandle), extendAnswer, {
          ideaId,
          dueAt: stage.moment(-extension.newDueInDays),
          reason: extension.reason,
        }),
    })
  }
  if (outcome) {
    const reviewOn = outcome.reviewOn === undefined ? null : stage.moment(-outcome.reviewOn).slice(0, 10)
    scenes.push({
      daysAgo: outcome.daysAgo,
      play: async () =>
        stage.does(await as(outcome.byHandle), answerOfficially, {
          ideaId,
          kind: outcome.kind,
          text: outcome.text,
          reviewOn,
        }),
    })
    if (done) {
      scenes.push({
        daysAgo: done.daysAgo,
        play: async () => stage.does(await as(outcome.byHandle), finishIdea, { ideaId, note: done.text }),
      })
    }
  }
  return scenes
}

/** Most support comes early; after a no or when it is done there is nothing left to support. */
function supportScenes(stage: Stage, idea: StoryIdea, ideaId: string, published: number): readonly Scene[] {
  const { supporters, outcome, done } = idea
  const willing = cast
    .filter(({ handle, roles }) => handle !== idea.handle && !roles.some(({ kind }) => kind === 'operator'))
    .map(({ handle }) => handle)
    .filter((handle) => handle !== 'glanzdeal')
  const who =
    typeof supporters === 'number' ? some(willing, supporters, `supports ${idea.number}`) : supporters
  const until = done?.daysAgo ?? (outcome?.kind === 'no' ? outcome.daysAgo : 0)
  const from = published - 2 * hour
  return who.map((handle) => ({
    daysAgo: from - chance('when', idea.number, handle) ** 2 * Math.max(0, from - until - hour),
    play: async () => stage.does(await stage.actor(handle), supportIdea, { ideaId }),
  }))
}

function editScenes(stage: Stage, idea: StoryIdea, ideaId: string): readonly Scene[] {
  return (idea.versions ?? []).map(({ daysAgo }, place) => ({
    daysAgo,
    play: async () =>
      stage.does(await stage.actor(idea.handle), editIdea, {
        ideaId,
        title: idea.title,
        text: idea.versions?.[place + 1]?.text ?? idea.text,
        district: idea.district,
        language: 'de',
      }),
  }))
}

function endOf(stage: Stage, idea: StoryLaidAside, number: number, filed: Filed): Scene {
  const ideaId = idOf(filed, number)
  const { end } = idea
  const play = async () => {
    switch (end.kind) {
      case 'withdrawn':
        return stage.does(await stage.actor(idea.handle), withdrawIdea, { ideaId, reason: end.reason })
      case 'merged':
        return stage.does(await stage.actor(end.by), mergeIdea, { ideaId, intoId: idOf(filed, end.into) })
      case 'hidden':
      case 'refused': {
        const { version } = await getIdea(stage.platform.database.read, ideaId)
        const grounds = { rule: end.rule, template: firstTemplateOf(end.rule), sentence: end.reason }
        const measure = end.kind === 'hidden' ? hideIdea : refuseGuestIdea
        await stage.does(await stage.actor(end.by), measure, { ideaId, version, grounds })
      }
    }
  }
  return { daysAgo: end.daysAgo, play }
}
