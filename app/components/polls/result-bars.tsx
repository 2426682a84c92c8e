import { optionName } from '#app/components/polls/option-name.ts'
import { Track } from '#app/components/track.tsx'
import type { PollMethod } from '#app/domain/polls/method.ts'
import type { Picture } from '#app/domain/polls/picture.ts'
import type { PollOption } from '#app/domain/polls/poll.ts'
import { useWords } from '#app/i18n/words.tsx'

/** The result as a picture: each option's name, its number, and a bar below both. */
export function ResultBars({
  method,
  options,
  picture,
  grades,
}: {
  readonly method: PollMethod
  readonly options: readonly Pick<PollOption, 'key' | 'title'>[]
  readonly picture: Picture
  readonly grades: readonly string[] | null
}) {
  const { t } = useWords()
  const { unit, bars, full, mark } = picture
  const told = (bar: Picture['bars'][number]) => {
    if (unit === 'grade') return grades?.[bar.value] ?? String(bar.value)
    if (unit === 'place') return bar.exact === null ? '–' : t('polls:unit.place', { place: bar.exact })
    return bar.exact ?? String(bar.value)
  }
  return (
    <>
      <p className="quiet">
        {t(`polls:unit.told.${unit}`)}
        {mark !== null && mark > 0 && ` ${t('polls:unit.mark', { mark })}`}
      </p>
      <ul className="bars">
        {bars.map((bar) => {
          const title = optionName(
            t,
            method,
            options.find(({ key }) => key === bar.key) ?? { key: bar.key, title: bar.key },
          )
          return (
            <li key={bar.key}>
              <span>{bar.won ? <strong>{title}</strong> : title}</span>
              <b>{told(bar)}</b>
              <Track
                share={bar.value / full}
                mark={mark === null || mark <= 0 ? undefined : mark / full}
                out={!bar.won}
              />
            </li>
          )
        })}
      </ul>
    </>
  )
}
