// How a meeting's states are said: one place, so that console, phone, projector and minutes use the same words.
import type { PlaceReason } from '#app/domain/meetings/speaker-list.ts'
import type { Stand, StandResult, StandVote, Who } from '#app/domain/meetings/stand.ts'
import { clock, townZone } from './dates.ts'
import { listInWords } from './outcome.ts'
import type { Words } from './words.tsx'

export function whoInWords({ t }: Words, who: Who): string {
  if (who.function === 'citizen' && who.name === null) return t('meetings:citizen')
  return who.name ?? t('bodies:deleted')
}

/** "Bank der Kulturschaffenden, online" */
export function placeInWords({ t }: Words, who: Who): string {
  const seat = who.bench ?? (who.function === 'citizen' ? null : t(`bodies:function.${who.function}`))
  return [seat, who.online ? t('meetings:online') : null].filter(Boolean).join(', ')
}

export function reasonInWords({ t }: Words, reason: PlaceReason): string {
  switch (reason.why) {
    case 'order':
    case 'reply':
      return t(`meetings:reason.${reason.why}`)
    case 'request':
    case 'first-speech':
      return t(`meetings:reason.${reason.why}`, { time: clock(reason.askedAt, townZone) })
    case 'spoke-before':
      return t('meetings:reason.spoke-before', { count: reason.times, time: clock(reason.askedAt, townZone) })
    case 'bench-turn':
      return t('meetings:reason.bench-turn', { bench: reason.bench ?? t('meetings:no-bench') })
    case 'least-time':
      return t('meetings:reason.least-time', { time: minutesAndSeconds(reason.seconds * 1000) })
  }
}

/** "2:10", "-0:05" */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.abs(Math.trunc(ms / 1000))
  return `${ms <= -1000 ? '-' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** How many took part while it runs; of a secret vote in steps, and nothing below the first. */
export function turnoutInWords(
  { t }: Words,
  { votes, voters, exact }: Pick<StandVote, 'votes' | 'voters' | 'exact'>,
): string {
  if (exact) return t('meetings:vote.cast', { votes, voters })
  return votes === 0 ? t('meetings:vote.cast-few') : t('meetings:vote.cast-at-least', { votes, voters })
}

/** The result as the chair reads it out: "Ich stelle fest: 12 Ja, 3 Nein, 1 Enthaltung. Der Antrag ist angenommen." */
export function resultInWords({ t, lang }: Words, vote: Pick<StandVote, 'result'>): string {
  if (vote.result === null) return ''
  const { word, yes, no, abstain } = vote.result
  if (word === 'too-few') return t('meetings:vote.too-few')
  const counted = t('meetings:vote.counted', {
    yes,
    no,
    abstain: t('meetings:vote.abstentions', { count: abstain }),
  })
  return [counted, benchesInWords({ t, lang }, vote.result), t(`meetings:vote.word.${word}`)]
    .filter(Boolean)
    .join(' ')
}

/** "Aus jeder Bank kam mindestens ein Ja." or the benches that said none. */
function benchesInWords({ t, lang }: Pick<Words, 't' | 'lang'>, { benches }: StandResult): string | null {
  if (!benches) return null
  const missing = benches.filter(({ yes }) => yes === 0).map(({ name }) => name)
  return missing.length === 0
    ? t('meetings:vote.benches-all')
    : t('meetings:vote.benches-missing', { benches: listInWords(lang, missing) })
}

/** "TOP 3 von 7 · öffentlich" */
export function pointInWords({ t }: Words, stand: Stand): string {
  const current = stand.items.find(({ id }) => id === stand.currentId)
  if (!current) return t(`meetings:state.${stand.state}`)
  return t('meetings:point-of', { number: current.number, all: stand.items.length })
}
