// The meeting of today: it began a while ago and stands in the middle of a lively item, so that a newcomer can go on.

import { getMeeting } from '#app/domain/meetings/meeting.server.ts'
import { approveMinutes } from '#app/domain/meetings/minutes.server.ts'
import { noteDown } from '#app/domain/meetings/notes.server.ts'
import { readSession } from '#app/domain/meetings/steps.server.ts'
import { moveProcedure, sayPresence, stepIn } from '#app/domain/meetings/take-part.server.ts'
import { giveTask } from '#app/domain/meetings/tasks.server.ts'
import { dayMs, type Stage } from '../stage.ts'
import { endedMeetings, type StoryMeeting } from '../story/meetings.ts'
import { ballotsOf, chairs, floorOf, voters } from './meeting-floor.ts'

export async function holdNow(stage: Stage, story: StoryMeeting, startsAt: string): Promise<void> {
  const { meetingId, items } = story.kept
  const floor = floorOf(stage, meetingId, startsAt)
  const taker = await stage.actor(chairs.taker)
  const note = async (item: number, text: string) => {
    floor.pass(20)
    await stage.does(taker, noteDown, { meetingId, itemId: items[item] ?? '', noteId: null, text })
  }
  const there = voters.filter((handle) => handle !== 'friedhelm')

  await floor.step({ type: 'opened' })
  for (const handle of there.filter((one) => one !== chairs.chair)) {
    floor.pass(2)
    const as = ['jonas', 'selin', 'wegweiser'].includes(handle) ? 'online' : 'room'
    await stage.does(await stage.actor(handle), sayPresence, { meetingId, as })
  }
  await floor.step({ type: 'item-called', itemId: items[0] ?? '' })
  await note(0, 'Die Vorsitzende begrüßt alle im Sitzungssaal und online.')

  await floor.step({ type: 'item-called', itemId: items[1] ?? '' })
  const before = endedMeetings.at(-1)?.kept.meetingId
  if (before) {
    await stage.does(await stage.actor(chairs.chair), approveMinutes, {
      meetingId: before,
      byMeetingId: meetingId,
    })
  }

  await floor.step({ type: 'item-called', itemId: items[2] ?? '' })
  await note(2, 'Das Kulturbüro stellt den Raum in Winz-Baak vor: Rampe, Klavier, zwei Abende in der Woche.')
  await floor.speaks('kornfeld', 150)
  await floor.speaks('ottilie', 70)
  // Somebody at home loses the connection and comes back; nothing of the meeting waits for it.
  await stage.does(await stage.actor('selin'), sayPresence, { meetingId, as: 'gone' })
  floor.pass(40)
  await stage.does(await stage.actor('selin'), sayPresence, { meetingId, as: 'online' })
  await floor.vote(
    'Soll die Stadt den Probenraum in Winz-Baak für Chöre mieten?',
    'resolution',
    'open',
    null,
    ballotsOf(there, 13, 1, 2),
  )
  await stage.does(taker, giveTask, {
    itemId: items[2] ?? '',
    text: 'Mietvertrag vorbereiten und die Schlüssel regeln',
    owner: 'Kulturbüro',
    ownerId: stage.accounts.get('kornfeld') ?? null,
    dueOn: new Date(Date.parse(startsAt) + 28 * dayMs).toISOString().slice(0, 10),
  })

  await floor.step({ type: 'item-called', itemId: items[3] ?? '' })
  // A member who could not come is stood in for from here on, with the vote of that seat.
  floor.pass(10)
  const forId = stage.accounts.get('friedhelm') ?? ''
  await stage.does(await stage.actor('frieda'), stepIn, { meetingId, forId, as: 'room' })
  await note(3, 'Abschnitt 3 liegt als Gegenüberstellung mit drei Änderungen vor.')
  await floor.speaks('lioba', 60)
  await floor.step({ type: 'item-closed', itemId: items[3] ?? '', outcome: 'postponed' })

  await floor.step({ type: 'item-called', itemId: items[4] ?? '' })
  await floor.step({ type: 'list-mode', mode: 'balanced' })
  await note(4, 'Das Kulturbüro nennt die Kosten im Jahr: 31.000 Euro, geschätzt.')
  await floor.speaks('kornfeld', 100)
  await floor.step({ type: 'paused', why: 'interpreting' })
  floor.pass(60)
  await floor.step({ type: 'resumed' })
  await floor.speaks('mira', 80)
  await stage.does(await stage.actor('kofi'), moveProcedure, { meetingId, kind: 'secret-vote' })
  const db = stage.platform.database.read
  const motionId = (await readSession(db, await getMeeting(db, meetingId))).live.motions.at(-1)?.id ?? ''
  await floor.step({ type: 'motion-step', motionId, do: 'no-objection' })
  await note(4, 'Niemand ist gegen die geheime Abstimmung.')
  for (const handle of ['kornfeld', 'jonas', 'walburga']) {
    floor.pass(9)
    await floor.asks(handle)
  }
}
