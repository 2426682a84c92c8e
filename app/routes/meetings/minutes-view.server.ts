// Minutes as a page, a print and an office file show them: one reading, so that none says more than another.

import { lifelinesOf } from '#app/domain/lifelines.server.ts'
import { draftMinutes, namesOfPeople, peopleOf } from '#app/domain/meetings/draft.server.ts'
import { agendaOf } from '#app/domain/meetings/items.server.ts'
import { type BodyMeeting, meetingSubject } from '#app/domain/meetings/meeting.server.ts'
import { findMinutes } from '#app/domain/meetings/minutes.server.ts'
import { type MinutesText, publicPart, withPeople } from '#app/domain/meetings/minutes.ts'
import type { Door } from '#app/http/door.server.ts'
import { lifeInWords, type ToldLife } from '#app/i18n/life-words.server.ts'
import { minuteInWords, personInMinutes } from '#app/i18n/minutes-words.ts'
import { wordsIn } from '#app/i18n/words.server.ts'

export interface ShownMinutes {
  readonly state: 'draft' | 'checked' | 'signed' | 'published'
  readonly version: 'inside' | 'public'
  readonly head: readonly ShownSentence[]
  /** What stands below the last item: the end of the meeting. */
  readonly tail: readonly ShownSentence[]
  readonly items: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly sentences: readonly ShownSentence[]
    /** The way of the item; null for one that is not public. */
    readonly life: ToldLife | null
  }[]
  readonly correctUntil: string | null
  readonly hash: string | null
  readonly signatures: readonly { readonly as: 'chair' | 'minute-taker'; readonly at: string }[]
  readonly publishedAt: string | null
  readonly approvedIn: string | null
}

export interface ShownSentence {
  readonly key: string
  readonly text: string
}

/** The text with its words, as it would be checked now. Minutes are written in the town's language. */
export async function writtenDraft(door: Pick<Door, 'ask'>, meeting: BodyMeeting): Promise<MinutesText> {
  const words = wordsIn('de')
  const lines = await draftMinutes(door.ask, meeting)
  const items = await agendaOf(door.ask.db, meeting.id)
  const dealt = new Set(lines.flatMap(({ itemId }) => itemId ?? []))
  return {
    items: items
      .filter(({ id }) => dealt.has(id))
      .map(({ id, number, title, audience }) => ({
        id,
        number,
        title,
        hearers: audience === 'inside' ? ('inside' as const) : ('everybody' as const),
      })),
    sentences: lines.map(({ key, itemId, hearers, line }) => ({
      key,
      itemId,
      hearers,
      text: minuteInWords(words, line),
    })),
    people: await peopleOf(door.ask, meeting),
  }
}

/** What this reader may see of the minutes; null where there is nothing for them yet. */
export async function readMinutes(
  door: Pick<Door, 'ask' | 'may' | 't' | 'lang'>,
  meeting: BodyMeeting,
  wanted: 'inside' | 'public',
): Promise<ShownMinutes | null> {
  const inside = door.may('meeting.read-inside', meetingSubject(meeting))
  const minutes = await findMinutes(door.ask, meeting)
  if (!inside && minutes?.publicText == null) return null
  if (
    minutes === null &&
    meeting.state !== 'ended' &&
    meeting.state !== 'running' &&
    meeting.state !== 'paused'
  ) {
    return null
  }
  const version = inside && wanted === 'inside' ? 'inside' : 'public'
  const whole = minutes?.text ?? (await writtenDraft(door, meeting))
  const text = version === 'inside' ? whole : (minutes?.publicText ?? publicPart(whole))
  const ids = [
    ...new Set(
      text.sentences.flatMap(({ text: words }) =>
        [...words.matchAll(/\[\[([\w:-]+)\]\]/g)].map((match) => match[1] ?? ''),
      ),
    ),
  ]
  const names = await namesOfPeople(door.ask, ids)
  const told = (sentence: { key: string; text: string }): ShownSentence => ({
    key: sentence.key,
    text: withPeople(sentence.text, (id) => personInMinutes(door, names.get(id) ?? null, text.people[id])),
  })
  const lives = await lifelinesOf(
    door.ask,
    text.items.map(({ id }) => `agendaItem:${id}` as const),
  )
  const approved = minutes?.approvedItemId
    ? await door.ask.db
        .selectFrom('agendaItem')
        .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
        .select('meeting.title')
        .where('agendaItem.id', '=', minutes.approvedItemId)
        .executeTakeFirst()
    : undefined
  return {
    state: minutes?.state ?? 'draft',
    version,
    head: text.sentences.filter(({ itemId, key }) => itemId === null && key !== 'ended').map(told),
    tail: text.sentences.filter(({ key }) => key === 'ended').map(told),
    items: text.items.map((item) => ({
      id: item.id,
      number: item.number,
      title: item.hearers === 'inside' && version === 'public' ? door.t('meetings:closed.title') : item.title,
      sentences: text.sentences.filter(({ itemId }) => itemId === item.id).map(told),
      life: item.hearers === 'inside' ? null : lifeInWords(door, lives.get(`agendaItem:${item.id}`) ?? []),
    })),
    correctUntil: minutes?.correctUntil ?? null,
    hash: minutes?.hash ?? null,
    signatures: [
      ...(minutes?.chairSignedAt ? [{ as: 'chair' as const, at: minutes.chairSignedAt }] : []),
      ...(minutes?.takerSignedAt ? [{ as: 'minute-taker' as const, at: minutes.takerSignedAt }] : []),
    ],
    publishedAt: minutes?.publishedAt ?? null,
    approvedIn: approved?.title ?? null,
  }
}
