// Plays the town: tells the whole story to an empty database by running commands, each at its own time.
import type { DueMail } from '#app/domain/notices/outbox.server.ts'
import type { Platform } from '#app/domain/platform.ts'
import { inHaste } from '#db/haste.ts'
import { letItFollow } from './aftermath.ts'
import { nameTown, openTown } from './cast.ts'
import { councilScenes, textsOfCouncil } from './scenes/council.ts'
import { deskScenes } from './scenes/desk.ts'
import { electionScenes } from './scenes/election.ts'
import { endedIdeas, fileIdeas, storyIdeas } from './scenes/file-ideas.ts'
import { ideaScenes } from './scenes/ideas.ts'
import { meetingScenes } from './scenes/meetings.ts'
import { pollScenes, textsOfPolls } from './scenes/polls.ts'
import type { Scene } from './scenes/scene.ts'
import { nothingMade } from './scenes/standards/made.ts'
import { standardScenes, textsOfStandards } from './scenes/standards.ts'
import { closingScenes, type Spoken, talkScenes } from './scenes/talk.ts'
import { visitScenes } from './scenes/visits.ts'
import { openStage, type Stage } from './stage.ts'
import { conversations } from './story/conversations/index.ts'
import { guestIdeasWaiting } from './story/reports.ts'

/** How often, in days of the story, what is due is done. */
const turn = 0.5

/** Fills an empty database with the town as it stands on the day `today`. */
export async function playTown(
  platform: Platform,
  today: string,
  hearsMail?: (mail: DueMail) => void,
): Promise<void> {
  if (!(await isEmpty(platform))) throw new Error('The demo town is only played into an empty database.')
  await inHaste(platform.database, () => tellStory(openStage(platform, today, hearsMail)))
}

async function tellStory(stage: Stage): Promise<void> {
  await stage.render([...textsOfStory(), ...textsOfPolls()])
  await openTown(stage)
  const filed = await fileIdeas(stage)
  const spoken: Spoken = new Map()
  const standard = nothingMade(stage)
  const talks = conversations.flatMap((conversation) => {
    const idea = filed.get(conversation.idea)
    return idea ? talkScenes(stage, conversation, idea, spoken) : []
  })
  await playInOrder(stage, [
    ...ideaScenes(stage, filed),
    ...meetingScenes(stage, filed, standard),
    ...talks,
    ...closingScenes(stage, filed),
    ...deskScenes(stage, spoken),
    ...visitScenes(stage, conversations, filed),
    ...standardScenes(standard),
    ...councilScenes(stage),
    ...electionScenes(stage),
    ...pollScenes(stage),
  ])
  stage.setClock(0)
  await letItFollow(stage)
  await nameTown(stage)
  await letItFollow(stage)
}

/** Somebody has an account, or anything ever happened. */
export async function isEmpty({ database }: Pick<Platform, 'database'>): Promise<boolean> {
  const account = await database.read.selectFrom('account').select('id').limit(1).executeTakeFirst()
  const event = await database.read.selectFrom('event').select('number').limit(1).executeTakeFirst()
  return account === undefined && event === undefined
}

async function playInOrder(stage: Stage, scenes: readonly Scene[]): Promise<void> {
  const inOrder = [...scenes].sort((a, b) => b.daysAgo - a.daysAgo)
  let nextTurn = inOrder[0]?.daysAgo ?? 0
  for (const { daysAgo, play } of inOrder) {
    for (; nextTurn > daysAgo; nextTurn -= turn) {
      stage.setClock(nextTurn)
      await letItFollow(stage)
    }
    stage.setClock(daysAgo)
    await play()
  }
}

function textsOfStory(): readonly string[] {
  const spoken = conversations.flatMap(({ contributions }) =>
    contributions.flatMap(({ text, edited }) => [text, ...(edited ? [edited.text] : [])]),
  )
  const proposed = storyIdeas.flatMap(({ text, versions, outcome }) => [
    text,
    ...(versions ?? []).map((version) => version.text),
    ...(outcome ? [outcome.text] : []),
  ])
  return [
    ...textsOfCouncil(),
    ...spoken,
    ...proposed,
    ...guestIdeasWaiting.map(({ text }) => text),
    ...endedIdeas.map(({ text }) => text),
    ...textsOfStandards(),
  ]
}
