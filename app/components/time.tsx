import {
  clock,
  dateInWords,
  dayInWords,
  momentInWords,
  nearMoment,
  shortDay,
  timeInWords,
  timeLeft,
  townZone,
} from '#app/i18n/dates.ts'
import { useWords, type Words } from '#app/i18n/words.tsx'

export type TimeProps = { readonly at: string; readonly zone?: string } & (
  | { readonly as?: 'moment' | 'day' | 'date' | 'time' | 'clock'; readonly now?: string }
  /** `near`, `left` and `short` depend on today, so `now` comes from the loader: server and browser write the same. */
  | { readonly as: 'near' | 'left' | 'short'; readonly now: string }
)

/** A moment for people and machines: <time datetime> with words. */
export function Time(props: TimeProps) {
  const words = useWords()
  return <time dateTime={props.at}>{inWords(words, props)}</time>
}

function inWords(words: Words, { at, zone = townZone, as = 'moment', now = at }: TimeProps): string {
  switch (as) {
    case 'moment':
      return momentInWords(words, at, zone)
    case 'day':
      return dayInWords(words, at, zone)
    case 'date':
      return dateInWords(words, at, zone)
    case 'time':
      return timeInWords(words, at, zone)
    case 'clock':
      return clock(at, zone)
    case 'near':
      return nearMoment(words, at, zone, now)
    case 'short':
      return shortDay(words, at, zone, now)
    case 'left':
      return timeLeft(words, at, zone, now)
  }
}
