import { optionName } from '#app/components/polls/option-name.ts'
import type { Choice } from '#app/domain/polls/choice.ts'
import type { PollMethod } from '#app/domain/polls/method.ts'
import type { PollOption } from '#app/domain/polls/poll.ts'
import { type Say, useWords } from '#app/i18n/words.tsx'

export interface ChoiceToldProps {
  readonly method: PollMethod
  readonly options: readonly Pick<PollOption, 'key' | 'title'>[]
  readonly choice: Choice
  readonly grades: readonly string[] | null
}

/** A choice as sentences, for the last look before it counts and for one's own vote afterwards. */
export function ChoiceTold({ method, options, choice, grades }: ChoiceToldProps) {
  const { t } = useWords()
  const name = (key: string) =>
    optionName(
      t,
      method,
      options.find((option) => option.key === key),
    )
  switch (choice.kind) {
    case 'blank':
    case 'invalid':
      return <p>{t(`polls:told.${choice.kind}`)}</p>
    case 'one':
      return (
        <p className="lead">
          {t('polls:told.one')} <strong>{name(choice.option)}</strong>
        </p>
      )
    case 'ticks':
      return (
        <>
          <p>{t('polls:told.ticks', { count: choice.options.length })}</p>
          <ul className="check-list plain">
            {choice.options.map((key) => (
              <li key={key}>
                <span className="place" aria-hidden="true">
                  ×
                </span>
                <span>{name(key)}</span>
              </li>
            ))}
          </ul>
        </>
      )
    case 'places': {
      const left = options.filter(({ key }) => !choice.places.flat().includes(key))
      return (
        <>
          <ol className="check-list">
            {choice.places.map((place, index) => (
              <li key={place.join()}>
                <span className="place">
                  <span className="hidden-text">{t('polls:rank.place')} </span>
                  {index + 1}
                </span>
                <span>{place.map(name).join(', ')}</span>
              </li>
            ))}
          </ol>
          {left.length > 0 && (
            <p>{t('polls:told.without-place', { titles: left.map(({ key }) => name(key)).join(', ') })}</p>
          )}
        </>
      )
    }
    case 'marks':
      return (
        <>
          <dl className="mark-list">
            {options.map(({ key }) => (
              <div key={key}>
                <dt>{name(key)}</dt>
                <dd>{markInWords(t, method, choice.marks[key], grades)}</dd>
              </div>
            ))}
          </dl>
          {method === 'points' && (
            <p>
              {t('polls:told.points', {
                count: Object.values(choice.marks).reduce((total, mark) => total + mark, 0),
              })}
            </p>
          )}
        </>
      )
  }
}

function markInWords(
  t: Say,
  method: PollMethod,
  mark: number | undefined,
  grades: readonly string[] | null,
): string {
  if (mark === undefined) return t('polls:marks.none')
  if (method === 'date-finding') return t(`polls:date-answer.${String(mark) as '0' | '1' | '2'}`)
  return grades?.[mark] ?? String(mark)
}
