// The meetings of the Round Table: two that ended, one that runs now, one ahead whose invitation is due.
import { addItem } from '#app/domain/meetings/agenda.server.ts'
import { putIdeaOnAgenda } from '#app/domain/meetings/agenda-ideas.server.ts'
import { dayIn, momentAt } from '#app/domain/meetings/clear-days.ts'
import { inviteToMeeting, planMeeting } from '#app/domain/meetings/meeting.server.ts'
import { tellNeed } from '#app/domain/meetings/needs.server.ts'
import { answerQuestion, askQuestion, supportQuestion } from '#app/domain/meetings/questions.server.ts'
import { changeRules } from '#app/domain/meetings/rules.server.ts'
import { defaultRules } from '#app/domain/meetings/rules-of-procedure.ts'
import { dayMs, type Stage } from '../stage.ts'
import {
  endedMeetings,
  meetingAhead,
  meetingNow,
  type StoryMeeting,
  type StoryMeetingItem,
} from '../story/meetings.ts'
import type { FiledIdea } from './file-ideas.ts'
import { holdEnded } from './meeting-ended.ts'
import { chairs } from './meeting-floor.ts'
import { holdNow } from './meeting-now.ts'
import type { Scene } from './scene.ts'
import { layOnAgenda } from './standards/deciding.ts'
import type { Made } from './standards/made.ts'

const zone = 'Europe/Berlin'

export function meetingScenes(
  stage: Stage,
  filed: ReadonlyMap<number, FiledIdea>,
  standard: Made,
): readonly Scene[] {
  return [
    {
      daysAgo: 209,
      play: async () =>
        stage.does(await stage.actor(chairs.chair), changeRules, {
          body: 'runder-tisch',
          rules: { ...defaultRules, quorumPerBench: 1, voteSeconds: 60 },
          version: 0,
        }),
    },
    ...endedMeetings.flatMap((story) => {
      const at = startOf(stage, story)
      return [
        { daysAgo: story.daysAgo + 17, play: () => prepare(stage, story, filed, standard, at) },
        { daysAgo: ago(stage, at), play: () => holdEnded(stage, story, at) },
      ]
    }),
    { daysAgo: 17, play: () => prepare(stage, meetingNow, filed, standard, startOf(stage, meetingNow)) },
    { daysAgo: 1, play: () => askAround(stage, meetingNow) },
    { daysAgo: 0.03, play: () => holdNow(stage, meetingNow, startOf(stage, meetingNow)) },
    { daysAgo: 2, play: () => prepare(stage, meetingAhead, filed, standard, startOf(stage, meetingAhead)) },
  ]
}

/** A meeting of the past or the future begins at seven in the evening; the one of today began a while ago. */
function startOf(stage: Stage, story: StoryMeeting): string {
  if (story.daysAgo === 0) return new Date(Date.parse(stage.moment(0)) - 42 * 60_000).toISOString()
  return momentAt(dayIn(stage.moment(story.daysAgo), zone), '19:00', zone)
}

function ago(stage: Stage, at: string): number {
  return (Date.parse(stage.moment(0)) - Date.parse(at)) / dayMs
}

async function prepare(
  stage: Stage,
  story: StoryMeeting,
  filed: ReadonlyMap<number, FiledIdea>,
  standard: Made,
  startsAt: string,
): Promise<void> {
  const taker = await stage.actor(chairs.taker)
  const { id: meetingId } = await stage.does(taker, planMeeting, {
    body: 'runder-tisch',
    title: story.title,
    place: story.place,
    access: story.access,
    online: story.online,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 2 * 3_600_000).toISOString(),
  })
  story.kept.meetingId = meetingId
  for (const item of story.items) await putOn(stage, story, item, meetingId, filed, standard)
  if (!story.invited) return
  await stage.does(await stage.actor(chairs.chair), inviteToMeeting, { meetingId, urgency: '' })
}

async function putOn(
  stage: Stage,
  story: StoryMeeting,
  item: StoryMeetingItem,
  meetingId: string,
  filed: ReadonlyMap<number, FiledIdea>,
  standard: Made,
): Promise<void> {
  if (item.standard) {
    story.kept.items.push(await layOnAgenda(standard, meetingId, item.title, item.standard))
    return
  }
  const taker = await stage.actor(chairs.taker)
  const idea = item.idea === undefined ? undefined : filed.get(item.idea)
  if (idea) {
    const put = await stage.does(taker, putIdeaOnAgenda, { ideaId: idea.id, meetingId })
    story.kept.items.push(put.itemId)
    return
  }
  const { itemId } = await stage.does(taker, addItem, {
    meetingId,
    title: item.title,
    kind: item.kind,
    audience: item.audience ?? 'public',
    minutes: item.minutes,
    text: item.text ?? '',
    goals: item.goals ?? [],
    noGoalReason: item.goals ? '' : 'Es geht um den Ablauf.',
    responsible: item.responsible ?? '',
    broughtBy: item.broughtBy ?? '',
    project: item.project ?? null,
  })
  story.kept.items.push(itemId)
}

/** The day before: people ask and say what they need. */
async function askAround(stage: Stage, story: StoryMeeting): Promise<void> {
  const { meetingId } = story.kept
  const renate = await stage.actor('renate')
  const { questionId } = await stage.does(renate, askQuestion, {
    meetingId,
    itemId: story.kept.items[2] ?? null,
    text: 'Hat der neue Probenraum eine Rampe, und passt ein Klavier hinein?',
  })
  for (const handle of ['elif', 'gisela', 'oskar']) {
    await stage.does(await stage.actor(handle), supportQuestion, { questionId, wish: 'yes' })
  }
  const other = await stage.does(await stage.actor('beate'), askQuestion, {
    meetingId,
    itemId: null,
    text: 'Wann tagt der Runde Tisch einmal in Niederwenigern?',
  })
  await stage.does(await stage.actor(chairs.taker), answerQuestion, {
    questionId: other.questionId,
    answer: 'Im Herbst. Der Ort steht in vier Wochen auf dieser Seite.',
  })
  await stage.does(await stage.actor('mira'), tellNeed, { meetingId, kinds: ['sign-language'], text: '' })
  await stage.does(await stage.actor('renate'), tellNeed, {
    meetingId,
    kinds: ['step-free', 'loop'],
    text: 'Ich komme mit dem Bus um 18:40 Uhr.',
  })
}
