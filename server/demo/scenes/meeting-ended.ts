// A meeting that is over: held from beginning to end, minuted, corrected, signed and published.

import { decideCorrection, proposeCorrection } from '#app/domain/meetings/corrections.server.ts'
import { draftMinutes, peopleOf } from '#app/domain/meetings/draft.server.ts'
import { agendaOf } from '#app/domain/meetings/items.server.ts'
import { getMeeting } from '#app/domain/meetings/meeting.server.ts'
import { checkMinutes, signMinutes } from '#app/domain/meetings/minutes.server.ts'
import type { MinutesText } from '#app/domain/meetings/minutes.ts'
import { noteDown } from '#app/domain/meetings/notes.server.ts'
import { publishMinutes } from '#app/domain/meetings/publish.server.ts'
import { sayPresence } from '#app/domain/meetings/take-part.server.ts'
import { giveTask } from '#app/domain/meetings/tasks.server.ts'
import { minuteInWords } from '#app/i18n/minutes-words.ts'
import { wordsIn } from '#app/i18n/words.server.ts'
import { dayMs, type Stage } from '../stage.ts'
import type { StoryMeeting } from '../story/meetings.ts'
import { ballotsOf, chairs, floorOf, voters } from './meeting-floor.ts'

export async function holdEnded(stage: Stage, story: StoryMeeting, startsAt: string): Promise<void> {
  const { meetingId } = story.kept
  const floor = floorOf(stage, meetingId, startsAt)
  const present = voters.filter((handle) => !story.absent.includes(handle))
  await floor.step({ type: 'opened' })
  for (const handle of present.filter((one) => one !== chairs.chair)) {
    floor.pass(3)
    const as = story.fromHome.includes(handle) ? 'online' : 'room'
    await stage.does(await stage.actor(handle), sayPresence, { meetingId, as })
  }
  const taker = await stage.actor(chairs.taker)
  for (const [index, item] of story.items.entries()) {
    const itemId = story.kept.items[index] ?? ''
    await floor.step({ type: 'item-called', itemId })
    for (const text of item.notes ?? []) {
      floor.pass(90)
      await stage.does(taker, noteDown, { meetingId, itemId, noteId: null, text })
    }
    for (const [handle, seconds] of item.speakers ?? []) await floor.speaks(handle, seconds)
    if (item.vote) {
      const { question, label, way, yes, no, abstain } = item.vote
      await floor.vote(question, label, way, null, ballotsOf(present, yes, no, abstain))
    }
    if (item.task) {
      const due = Date.parse(startsAt) + item.task.days * dayMs
      const ownerId = stage.accounts.get(item.task.by) ?? null
      const { text, owner } = item.task
      const dueOn = new Date(due).toISOString().slice(0, 10)
      await stage.does(taker, giveTask, { itemId, text, owner, ownerId, dueOn })
    }
  }
  floor.pass(60)
  await floor.step({ type: 'ended' })
  await writeUp(stage, story, startsAt)
}

/** Checked the next day, open for corrections for a week, then signed by two and published. */
async function writeUp(stage: Stage, story: StoryMeeting, startsAt: string): Promise<void> {
  const { meetingId } = story.kept
  const day = (days: number) =>
    stage.setClock((Date.parse(stage.moment(0)) - Date.parse(startsAt)) / dayMs - days)
  const taker = await stage.actor(chairs.taker)
  const chair = await stage.actor(chairs.chair)
  day(1)
  const text = await writtenText(stage, meetingId)
  await stage.does(taker, checkMinutes, { meetingId, text })
  if (story.correction) {
    const { by, finds, says } = story.correction
    const sentence = text.sentences.find((one) => one.text.includes(finds))
    if (!sentence) throw new Error(`No sentence of the minutes says '${finds}'.`)
    day(3)
    const proposal = { meetingId, sentence: sentence.key, proposed: says }
    const { correctionId } = await stage.does(await stage.actor(by), proposeCorrection, proposal)
    day(5)
    await stage.does(chair, decideCorrection, {
      correctionId,
      decision: 'taken',
      reply: 'Danke, das stimmt.',
    })
  }
  day(9)
  await stage.does(chair, signMinutes, { meetingId })
  await stage.does(taker, signMinutes, { meetingId })
  day(10)
  await stage.does(taker, publishMinutes, { meetingId, replaced: {}, mayStand: 'no' })
}

async function writtenText(stage: Stage, meetingId: string): Promise<MinutesText> {
  const { platform } = stage
  const db = platform.database.read
  const meeting = await getMeeting(db, meetingId)
  const ask = {
    db,
    kind: platform.database.kind,
    actor: await stage.actor(chairs.taker),
    now: platform.now(),
    town: platform.town,
    ballotKeys: platform.ballotKeys,
  }
  const lines = await draftMinutes(ask, meeting)
  const items = await agendaOf(db, meetingId)
  return {
    items: items.map(({ id, number, title, audience }) => ({
      id,
      number,
      title,
      hearers: audience === 'inside' ? ('inside' as const) : ('everybody' as const),
    })),
    sentences: lines.map(({ key, itemId, hearers, line }) => ({
      key,
      itemId,
      hearers,
      text: minuteInWords(wordsIn('de'), line),
    })),
    people: await peopleOf(ask, meeting),
  }
}
