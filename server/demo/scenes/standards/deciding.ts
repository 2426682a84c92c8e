// What the Round Table votes on: sections and amendments as items of its meetings.
import { bundleOntoAgenda } from '#app/domain/standards/agenda.server.ts'
import { meetingAhead } from '../../story/meetings.ts'
import type { StoryStandardItem } from '../../story/standards/types.ts'
import type { Scene } from '../scene.ts'
import { editor, type Made } from './made.ts'

export function decidingScenes(made: Made): readonly Scene[] {
  return [{ daysAgo: 1.5, play: () => layBeforeNext(made) }]
}

/** Gives the item in which they lie. */
export async function layOnAgenda(
  { stage, ...made }: Made,
  meetingId: string,
  title: string,
  { sections = [], amendments = [] }: StoryStandardItem,
): Promise<string> {
  const { itemId } = await stage.does(await stage.actor(editor), bundleOntoAgenda, {
    standardId: made.standardId,
    meetingId,
    title,
    noGoalReason: 'Ein Standard betrifft alle Ziele.',
    paper: 'Gegenüberstellung',
    amendmentIds: amendments.map((number) => made.amendments.get(number) ?? ''),
    sectionIds: sections.map((number) => made.sections[number - 1] ?? ''),
  })
  return itemId
}

/** The ready section and two of its amendments go before the next meeting as one item. */
async function layBeforeNext(made: Made): Promise<void> {
  const title = 'Standard „Gut zusammenarbeiten“: Abschnitt 3 mit zwei Änderungen'
  await layOnAgenda(made, meetingAhead.kept.meetingId, title, { sections: [3], amendments: [1, 3] })
}
