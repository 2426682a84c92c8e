// The public version of the minutes: without what was not public and without citizens' names, which a scanner looks for.
import { addLifelineStep } from '../lifelines.server.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../run.server.ts'
import { addressOf } from './items.server.ts'
import { getMeeting, meetingSubject } from './meeting.server.ts'
import { getMinutes, saveMinutes } from './minutes.server.ts'
import { type MinutesText, publicPart, publish, withPeople } from './minutes.ts'
import { findPersonalData } from './personal-data.ts'
import { indexMinutes } from './search.server.ts'
import { readSession } from './steps.server.ts'

/**
 * The public version. `replaced`: sentences written anew because a name stood in them. What the scanner still finds
 * stops it, unless somebody says that it may stand.
 */
export async function publishMinutes(
  work: Work,
  input: {
    readonly meetingId: string
    readonly replaced: Readonly<Record<string, string>>
    readonly mayStand: 'yes' | 'no'
  },
): Promise<void> {
  const meeting = await getMeeting(work.tx, input.meetingId)
  work.require('minutes.sign', meetingSubject(meeting))
  const minutes = await getMinutes(work, meeting)
  const open = publicPart(minutes.text)
  const sentences = open.sentences.map((one) => ({ ...one, text: input.replaced[one.key] ?? one.text }))
  const publicText = { ...open, sentences }
  if (input.mayStand === 'no' && (await scan(work, publicText)).length > 0)
    throw refuse('minutes_name_people')
  await saveMinutes(work, publish(minutes, publicText, work.now))
  await indexMinutes(work, meeting, publicText)
  const session = await readSession(work.tx, meeting)
  for (const item of session.items) {
    if (item.audience === 'inside' || session.live.items[item.id] === undefined) continue
    const more = {
      note: `${meeting.title}, Punkt ${item.number}`,
      link: `${addressOf(meeting)}/niederschrift`,
      byFunction: meeting.bodyName,
    }
    await addLifelineStep(work, `agendaItem:${item.id}`, 'minuted', more)
    if (item.ideaId !== null) await addLifelineStep(work, `idea:${item.ideaId}`, 'minuted', more)
  }
  await work.record({ type: 'minutes.published', meetingId: meeting.id })
}

export interface ScannedSentence {
  readonly key: string
  readonly found: readonly string[]
}

/** Names, addresses and numbers in sentences that would become public. */
export async function scan(work: Pick<Work, 'tx'>, text: MinutesText): Promise<readonly ScannedSentence[]> {
  const accounts = await work.tx
    .selectFrom('account')
    .select(['id', 'name'])
    .where('erasedAt', 'is', null)
    .execute()
  const seated = new Set(Object.keys(text.people))
  const allowed = accounts.filter(({ id }) => seated.has(id)).map(({ name }) => name)
  const names = accounts.filter(({ id }) => !seated.has(id)).map(({ name }) => name)
  return text.sentences
    .map(({ key, text: words }) => ({
      key,
      found: findPersonalData(
        withPeople(words, () => ''),
        names,
        allowed,
      ).map(({ found }) => found),
    }))
    .filter(({ found }) => found.length > 0)
}
